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
import vn.diaba.app.intake.FileIntake;
import vn.diaba.app.intake.Intake;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.intake.IntakePlace;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.Issue;

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
        List<Intake> reports = new ArrayList<>();
        FileIntake intake = new FileIntake(IntakePlace.of(open));
        for (int i = 0; i < files.size(); i++) {
            Progress part = run.progress().part((double) i / files.size(), 1.0 / files.size());
            IntakeOrder order = flags.order(intake, files.get(i), objects);
            Intake read = intake.read(files.get(i), order, open.fabric(), part);
            reports.add(read);
            if (!dryRun && read.imported() > 0) {
                run.progress().checkCancelled();
                Edits.apply(run, open, read.command());
            }
        }
        return new Imported(reports, dryRun, run.messages());
    }

    private record Imported(List<Intake> reports, boolean dryRun, Messages messages) implements Answer {
        private long sum(java.util.function.ToLongFunction<Intake> part) {
            return reports.stream().mapToLong(part).sum();
        }

        private double largestShift() {
            return reports.stream()
                    .mapToDouble(Intake::largestShiftMetres)
                    .max()
                    .orElse(0);
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
            json.number("read", sum(Intake::read))
                    .number("imported", sum(Intake::imported))
                    .number("skipped", sum(Intake::skipped))
                    .object("welded", welded -> welded.number("corners", sum(Intake::welded))
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
                    sum(Intake::read),
                    sum(Intake::imported),
                    sum(Intake::skipped),
                    sum(Intake::welded),
                    largestShift());
        }
    }
}
