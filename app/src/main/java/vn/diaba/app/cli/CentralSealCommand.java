package vn.diaba.app.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.postgis.PostgisPersons;

/** {@code diaba central seal URL}: seals persons on PostgreSQL with the first key of the server's file, also after it was turned. */
@Command(name = "seal")
final class CentralSealCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "URL")
    private String url = "";

    @Mixin
    private SignInFlags signIn = new SignInFlags();

    @Override
    public Answer run(CommandRun run) throws Exception {
        try (PostgisPersons persons = LandLine.persons(url, signIn.credentials(run, url))) {
            boolean wasClear = !persons.state().isSealed();
            long values = persons.seal(zone -> {});
            return new Sealed(persons.state().sealing(), values, wasClear);
        }
    }

    private record Sealed(String key, long values, boolean wasClear) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("key", key).number("sealed", values).flag("wasClear", wasClear);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(values == 0 ? "persons-all-sealed" : "persons-sealed", key, values);
            if (wasClear && values > 0) {
                lines.say("persons-were-clear");
            }
        }
    }
}
