package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.linework.LineworkBuild;
import vn.diaba.cadastre.linework.LineworkOptions;
import vn.diaba.cadastre.linework.LineworkReport;
import vn.diaba.exchange.table.Issue;

/** What came of lines: the report, and the act when there was one. */
final class BuildAnswer implements Answer {
    private static final int SHOWN = 20;

    private final long read;
    private final LineworkOptions options;
    private final LineworkReport report;
    private final List<Issue> issues;
    private final EditOutcome.@Nullable Applied applied;
    private final Messages messages;

    /**
     * The answer.
     *
     * @param read records of all files
     * @param applied the act; null for a dry run or when there was nothing to add
     */
    BuildAnswer(
            long read,
            LineworkOptions options,
            LineworkBuild built,
            List<Issue> issues,
            EditOutcome.@Nullable Applied applied,
            Messages messages) {
        this.read = read;
        this.options = options;
        report = built.report();
        this.issues = issues;
        this.applied = applied;
        this.messages = messages;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.text("changeSet", applied == null ? null : applied.changes().id().toString())
                .flag("dryRun", applied == null)
                .number("read", read)
                .number("parcels", report.faces())
                .number("numbered", report.numbered())
                .number("labels", report.labels())
                .number("points", report.points())
                .metres("toleranceM", options.toleranceMetres())
                .metres("searchM", options.searchMetres())
                .object("moved", inner -> distances(inner, report.moves()))
                .object("near", inner -> distances(inner, report.left()))
                .objects("levels", levels().entrySet(), (inner, level) -> inner.number("level", level.getKey())
                        .number("lines", level.getValue()[0])
                        .number("texts", level.getValue()[1]))
                .object("counts", inner -> {
                    for (Map.Entry<String, Long> each : counts().entrySet()) {
                        inner.number(each.getKey(), each.getValue());
                    }
                })
                .objects("findings", report.findings(), (inner, finding) -> inner.text("code", finding.code())
                        .number("record", finding.record())
                        .metresArray(
                                "place", finding.place().east(), finding.place().north())
                        .text("message", messages.sentence(finding.code(), finding.arguments())))
                .objects("issues", issues, (inner, issue) -> inner.text("code", issue.code())
                        .text("severity", issue.severity().name().toLowerCase(Locale.ROOT))
                        .text("file", issue.file())
                        .number("record", issue.record())
                        .text("message", messages.sentence(issue.code(), issue.arguments())));
    }

    private void distances(JsonWriter json, LineworkReport.Distances distances) throws IOException {
        json.number("points", distances.count())
                .metres("largestM", distances.largestMetres())
                .objects("histogram", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (inner, bin) -> inner.metres(
                                "upToM", options.searchMetres() * bin / 10)
                        .number("points", distances.bins().get(bin - 1)));
    }

    private Map<Integer, long[]> levels() {
        Map<Integer, long[]> levels = new TreeMap<>();
        report.linesByLevel().forEach((level, count) -> levels.computeIfAbsent(level, k -> new long[2])[0] = count);
        report.textsByLevel().forEach((level, count) -> levels.computeIfAbsent(level, k -> new long[2])[1] = count);
        return levels;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        report.findings().forEach(each -> counts.merge(each.code(), 1L, Long::sum));
        return counts;
    }

    @Override
    public void writeText(TextLines lines) {
        for (Issue issue : issues.subList(0, Math.min(SHOWN, issues.size()))) {
            String at = issue.record() > 0 ? issue.file() + " " + issue.record() : issue.file();
            lines.line(at + ": " + messages.sentence(issue.code(), issue.arguments()));
        }
        if (issues.size() > SHOWN) {
            lines.say("import-more-issues", issues.size() - SHOWN);
        }
        levels().forEach((level, counts) -> lines.say("build-level", level, counts[0], counts[1]));
        lines.say("build-moved", report.moves().count(), report.moves().largestMetres(), options.toleranceMetres());
        if (report.left().count() > 0) {
            lines.say(
                    "build-near",
                    report.left().count(),
                    options.searchMetres(),
                    report.left().largestMetres());
            for (int bin = 0; bin < 10; bin++) {
                if (report.left().bins().get(bin) > 0) {
                    lines.say(
                            "build-near-bin",
                            options.searchMetres() * (bin + 1) / 10,
                            report.left().bins().get(bin));
                }
            }
        }
        int shown = 0;
        for (Finding finding : report.findings()) {
            if (!finding.code().equals("line-point-moved") && ++shown <= SHOWN) {
                lines.say("edit-brings", messages.sentence(finding.code(), finding.arguments()), finding.place());
            }
        }
        if (shown > SHOWN) {
            lines.say("import-more-issues", shown - SHOWN);
        }
        lines.say(applied == null ? "build-would" : "build-done", report.faces(), report.numbered());
    }
}
