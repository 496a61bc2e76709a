package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.Central;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.courier.Reception;

/** {@code diaba central receive F}: takes a workspace's file and writes the receipt for it. */
@Command(name = "receive")
final class CentralReceiveCommand implements CliCommand {
    @Mixin
    private CentralFlags central = new CentralFlags();

    @Parameters(index = "0", paramLabel = "F")
    private Path file = Path.of(".");

    @Option(names = "--out", paramLabel = "R")
    private @Nullable Path out;

    @Override
    public Answer run(CommandRun run) throws Exception {
        Path receipt = out == null ? file.resolveSibling(file.getFileName() + ".receipt") : out;
        try (Central open = central.open(run)) {
            return new Received(open.receive(file, receipt), receipt.toString());
        }
    }

    private record Received(Reception.Taken taken, String receipt) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("user", taken.user())
                    .number("offered", taken.offered())
                    .number("accepted", taken.accepted())
                    .text("state", taken.state().name().toLowerCase(Locale.ROOT))
                    .text("receipt", receipt);
        }

        @Override
        public void writeText(TextLines lines) {
            switch (taken.state()) {
                case NEW:
                    lines.say("file-taken", taken.user(), taken.offered(), taken.accepted());
                    break;
                case AGAIN:
                    lines.say("file-taken-before", taken.user());
                    break;
                default:
                    lines.say("file-older", taken.user());
            }
            lines.say("receipt-written", receipt);
        }
    }
}
