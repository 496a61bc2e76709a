package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.table.Issue;

/** {@code diaba import}: takes files of parcels into a workspace, one act a file. */
@Command(name = "import")
final class ImportCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Mixin
    private ImportFlags flags = new ImportFlags();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<ImportReport> reports = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ImportFlags.Target target = new ImportFlags.Target(open.setting().catalog(), open.crs(), open.fabric());
            ImportReport report = flags.read(
                    run, files.get(i), target, run.progress().part((double) i / files.size(), 1.0 / files.size()));
            reports.add(report);
            if (!dryRun && report.imported() > 0) {
                run.progress().checkCancelled();
                Edits.applied(open.session().execute(report.command(), List.of()), open.fabric(), run.messages());
            }
        }
        return new Imported(reports, dryRun, run.messages());
    }

    private record Imported(List<ImportReport> reports, boolean dryRun, Messages messages) implements Answer {
        private long sum(java.util.function.ToLongFunction<ImportReport> part) {
            return reports.stream().mapToLong(part).sum();
        }

        private double largestShift() {
            return reports.stream()
                    .mapToDouble(ImportReport::largestShiftMetres)
                    .max()
                    .orElse(0);
        }

        private List<Issue> issues() {
            return reports.stream()
                    .flatMap(report -> report.issues().issues().stream())
                    .toList();
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("read", sum(ImportReport::read))
                    .number("imported", sum(ImportReport::imported))
                    .number("skipped", sum(ImportReport::skipped))
                    .object("welded", welded -> welded.number("corners", sum(ImportReport::welded))
                            .metres("largestShiftM", largestShift()))
                    .objects("issues", issues(), this::writeIssue)
                    .flag("dryRun", dryRun)
                    .objects("columns", reports, (inner, report) -> {
                        for (var column : report.columns().entrySet()) {
                            inner.text(column.getKey(), column.getValue());
                        }
                    });
        }

        private void writeIssue(JsonWriter json, Issue issue) throws IOException {
            json.text("code", issue.code())
                    .text("severity", issue.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .text("file", issue.file());
            if (issue.record() > 0) {
                json.number("record", issue.record());
            } else {
                json.nothing("record");
            }
            Issue.Place place = issue.place();
            if (place == null) {
                json.nothing("place");
            } else {
                json.metresArray("place", place.x(), place.y());
            }
            json.text("message", messages.sentence(issue.code(), issue.arguments()));
        }

        @Override
        public void writeText(TextLines lines) {
            int shown = 0;
            for (Issue issue : issues()) {
                if (++shown > 20) {
                    lines.say("import-more-issues", issues().size() - 20);
                    break;
                }
                String at = issue.record() > 0 ? issue.file() + " " + issue.record() : issue.file();
                lines.line(at + ": " + messages.sentence(issue.code(), issue.arguments()));
            }
            lines.say(
                    dryRun ? "import-would" : "import-done",
                    sum(ImportReport::read),
                    sum(ImportReport::imported),
                    sum(ImportReport::skipped),
                    sum(ImportReport::welded),
                    largestShift());
        }
    }
}
