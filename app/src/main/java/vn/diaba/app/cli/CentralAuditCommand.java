package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.Central;
import vn.diaba.store.office.Register;

/** {@code diaba central audit}: what was done with accounts, devices and persons, its chain proved. */
@Command(name = "audit")
final class CentralAuditCommand implements CliCommand {
    @Mixin
    private CentralFlags central = new CentralFlags();

    @Override
    public Answer run(CommandRun run) throws Exception {
        try (Central open = central.open(run)) {
            return new Listed(open.register().done());
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
