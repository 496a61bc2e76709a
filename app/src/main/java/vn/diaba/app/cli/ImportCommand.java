package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.object.ObjectReport;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;

/** {@code diaba import}: takes files of parcels or map objects into a workspace, one act a file. */
@Command(name = "import")
final class ImportCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Mixin
    private ImportFlags flags = new ImportFlags();

    @Mixin
    private ObjectFlags objects = new ObjectFlags();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<Read> reports = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ImportFlags.Target target = new ImportFlags.Target(open.setting().catalog(), open.crs(), open.fabric());
            Progress part = run.progress().part((double) i / files.size(), 1.0 / files.size());
            EditCommand command;
            if (flags.isOfObjects(run, files.get(i), objects)) {
                ObjectReport report = flags.readObjects(run, files.get(i), target, objects, part);
                reports.add(Read.of(report));
                command = report.command();
            } else {
                ImportReport report = flags.read(run, files.get(i), target, part);
                reports.add(Read.of(report));
                command = report.command();
            }
            if (!dryRun && reports.get(i).imported() > 0) {
                run.progress().checkCancelled();
                Edits.applied(open.session().execute(command, List.of()), open.fabric(), run.messages());
            }
        }
        return new Imported(reports, dryRun, run.messages());
    }

    /** What was read of a file, parcels or objects. */
    private record Read(
            long read,
            long imported,
            long skipped,
            long welded,
            double largestShiftMetres,
            Map<Integer, Long> levels,
            Map<String, String> columns,
            IssueLog issues) {
        static Read of(ImportReport r) {
            return new Read(
                    r.read(),
                    r.imported(),
                    r.skipped(),
                    r.welded(),
                    r.largestShiftMetres(),
                    Map.of(),
                    r.columns(),
                    r.issues());
        }

        static Read of(ObjectReport r) {
            return new Read(r.read(), r.imported(), r.skipped(), 0, 0, r.levels(), r.columns(), r.issues());
        }
    }

    private record Imported(List<Read> reports, boolean dryRun, Messages messages) implements Answer {
        private long sum(java.util.function.ToLongFunction<Read> part) {
            return reports.stream().mapToLong(part).sum();
        }

        private double largestShift() {
            return reports.stream().mapToDouble(Read::largestShiftMetres).max().orElse(0);
        }

        private Map<Integer, Long> levels() {
            Map<Integer, Long> levels = new TreeMap<>();
            reports.forEach(report -> report.levels().forEach((level, n) -> levels.merge(level, n, Long::sum)));
            return levels;
        }

        private List<Issue> issues() {
            return reports.stream()
                    .flatMap(report -> report.issues().issues().stream())
                    .toList();
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("read", sum(Read::read))
                    .number("imported", sum(Read::imported))
                    .number("skipped", sum(Read::skipped))
                    .object("welded", welded -> welded.number("corners", sum(Read::welded))
                            .metres("largestShiftM", largestShift()))
                    .objects("issues", issues(), this::writeIssue)
                    .objects("levels", levels().entrySet(), (inner, level) -> inner.number("level", level.getKey())
                            .number("objects", level.getValue()))
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
            levels().forEach((level, n) -> lines.say("import-level", level, n));
            lines.say(
                    dryRun ? "import-would" : "import-done",
                    sum(Read::read),
                    sum(Read::imported),
                    sum(Read::skipped),
                    sum(Read::welded),
                    largestShift());
        }
    }
}
