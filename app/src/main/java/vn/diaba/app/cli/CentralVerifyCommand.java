package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.OfficeDesk;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.FileSize;
import vn.diaba.store.remote.Provable;

/** {@code diaba central verify URL}: proves the logs of a land database, by themselves and by heads that were kept, and its
 * contents. */
@Command(name = "verify")
final class CentralVerifyCommand implements CliCommand {
    @Mixin
    private DeskFlags flags = new DeskFlags();

    @Parameters(index = "0", paramLabel = "URL", arity = "0..1")
    private String url = "";

    @Option(names = "--heads", paramLabel = "FILE")
    private @Nullable Path kept;

    @Override
    public Answer run(CommandRun run) throws Exception {
        List<Provable.Head> heads = kept == null ? List.of() : read(kept);
        try (OfficeDesk desk = url.isEmpty() ? flags.open(run) : flags.open(run, url)) {
            List<Provable.Fault> faults = new ArrayList<>(desk.logs().verify());
            faults.addAll(desk.logs().verify(heads));
            Provable.Holding contents = desk.logs().contents();
            desk.done();
            return new Proved(desk.logs().heads(), faults, contents);
        }
    }

    /** As {@code diaba central audit --heads} wrote them: log, sequence and hash on a line. */
    private static List<Provable.Head> read(Path file) throws IOException, CommandFailure {
        List<Provable.Head> heads = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.strip().split("\\s+");
            if (parts.length == 3 && parts[1].matches("\\d{1,18}") && parts[2].matches("[0-9a-f]{64}")) {
                heads.add(new Provable.Head(parts[0], Long.parseLong(parts[1]), parts[2]));
            } else if (!line.isBlank()) {
                throw CommandFailure.usage("usage-value-wrong", line, "--heads", "diaba central verify");
            }
        }
        return heads;
    }

    private record Proved(List<Provable.Head> heads, List<Provable.Fault> faults, Provable.Holding contents)
            implements Answer {
        @Override
        public ExitCode exitCode() {
            return faults.isEmpty()
                            && contents.broken().isEmpty()
                            && contents.gone().isEmpty()
                    ? ExitCode.DONE
                    : ExitCode.ANSWER_IS_NO;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("logs", heads.size())
                    .number("entries", entries())
                    .objects("faults", faults, (inner, one) -> inner.text("log", one.log())
                            .number("seq", one.seq())
                            .text("what", one.what()))
                    .number("contents", contents.count())
                    .number("contentBytes", contents.bytes())
                    .objects("contentFaults", contents.broken(), (inner, one) -> inner.number("zone", one.zone())
                            .text("sha256", one.sha256()))
                    .objects("contentsGone", contents.gone(), (inner, one) -> inner.number("zone", one.zone())
                            .text("attachment", one.attachment().toString())
                            .text("sha256", one.sha256()));
        }

        private long entries() {
            return heads.stream().mapToLong(Provable.Head::seq).sum();
        }

        @Override
        public void writeText(TextLines lines) {
            if (faults.isEmpty()) {
                lines.say("logs-whole", heads.size(), entries());
            }
            for (Provable.Fault one : faults) {
                lines.say(
                        "log-fault",
                        one.log(),
                        Long.toString(one.seq()),
                        lines.messages().sentence("log-" + one.what()));
            }
            if (contents.broken().isEmpty() && contents.gone().isEmpty() && contents.count() > 0) {
                lines.say("contents-whole", contents.count(), FileSize.words(contents.bytes(), lines.messages()));
            }
            for (Provable.Broken one : contents.broken()) {
                lines.say("content-fault", Integer.toString(one.zone()), one.sha256());
            }
            for (Provable.Gone one : contents.gone()) {
                lines.say(
                        "content-gone-fault",
                        Integer.toString(one.zone()),
                        one.attachment().toString(),
                        one.sha256());
            }
        }
    }
}
