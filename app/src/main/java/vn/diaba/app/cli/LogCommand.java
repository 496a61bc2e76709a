package vn.diaba.app.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.log.LogEntry;

/** {@code diaba log}: the acts of a workspace, newest first. */
@Command(name = "log")
final class LogCommand extends WorkspaceCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    @Option(names = "--last", paramLabel = "N")
    private int last = Integer.MAX_VALUE;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<LogEntry> all = open.store().log().newest(Integer.MAX_VALUE);
        Set<UUID> undone = undone(all);
        List<LogEntry> shown = all.subList(0, Math.min(Math.max(0, last), all.size()));
        return new Log(shown, undone, run.clock().getZone());
    }

    /** Acts taken back by a later act that is not taken back itself; the log is newest first. */
    private static Set<UUID> undone(List<LogEntry> newestFirst) {
        Set<UUID> undone = new HashSet<>();
        for (LogEntry entry : newestFirst) {
            UUID reverts = entry.reverts();
            if (reverts != null && !undone.contains(entry.id())) {
                undone.add(reverts);
            }
        }
        return undone;
    }

    private record Log(List<LogEntry> entries, Set<UUID> undone, ZoneId zone) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("entries", entries, (inner, entry) -> inner.text(
                            "changeSet", entry.id().toString())
                    .number("sequence", entry.sequence())
                    .text("label", entry.label())
                    .text("author", entry.author())
                    .text("time", entry.time().toString())
                    .text(
                            "reverts",
                            entry.reverts() == null ? null : entry.reverts().toString())
                    .text("case", entry.caseId() == null ? null : entry.caseId().toString())
                    .flag("undone", undone.contains(entry.id()))
                    .flag("sent", entry.sent()));
        }

        @Override
        public void writeText(TextLines lines) {
            for (LogEntry entry : entries) {
                String mark =
                        undone.contains(entry.id()) ? " (" + lines.messages().sentence("log-undone") + ")" : "";
                String act = entry.reverts() == null
                        ? lines.messages().sentence(entry.label())
                        : lines.messages()
                                .sentence("log-reverted", lines.messages().sentence(entry.label()));
                lines.line(entry.sequence() + "  " + TIME.format(entry.time().atZone(zone)) + "  " + entry.author()
                        + "  " + act + mark);
            }
            if (entries.isEmpty()) {
                lines.say("log-empty");
            }
        }
    }
}
