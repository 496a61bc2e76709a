package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.central.OfficeDesk;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.office.Register;
import vn.diaba.store.remote.Provable;

/** {@code diaba central audit}: what was done with accounts, devices and persons, its chain proved; or the heads of all logs. */
@Command(name = "audit")
final class CentralAuditCommand extends DeskCommand {
    @Option(names = "--heads")
    private boolean heads;

    @Override
    Answer work(CommandRun run, OfficeDesk desk) throws Exception {
        return heads ? new Heads(desk.logs().heads()) : new Listed(desk.done());
    }

    /** One line for each log, as {@code diaba central verify --heads} reads it. */
    private record Heads(List<Provable.Head> heads) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("heads", heads, (inner, one) -> inner.text("log", one.log())
                    .number("seq", one.seq())
                    .text("hash", one.hash()));
        }

        @Override
        public void writeText(TextLines lines) {
            for (Provable.Head one : heads) {
                lines.say("head-line", one.log(), Long.toString(one.seq()), one.hash());
            }
        }
    }

    private record Listed(List<Register.Done> done) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects(
                    "entries", done, (inner, one) -> inner.text("time", one.at().toString())
                            .text("user", one.user())
                            .text("what", one.what())
                            .text("subject", one.subject())
                            .text("detail", one.detail()));
        }

        @Override
        public void writeText(TextLines lines) {
            for (Register.Done one : done) {
                lines.say("audit-line", one.at(), one.user(), lines.messages().sentence(one.what()), one.subject());
            }
        }
    }
}
