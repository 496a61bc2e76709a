package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.store.postgis.PostgisPersons;

/** {@code diaba central …}: makes a land database, fills it, serves it, keeps its accounts and devices. */
@Command(
        name = "central",
        subcommands = {
            CentralCommand.Init.class,
            CentralCommand.Load.class,
            CentralServeCommand.class,
            CentralUserCommand.class,
            CentralDeviceCommand.class,
            CentralOfficeCommand.class,
            CentralReceiveCommand.class,
            CentralProposalCommand.class,
            CentralAuditCommand.class,
            CentralSealCommand.class,
            CentralVerifyCommand.class
        })
final class CentralCommand {
    /** {@code diaba central init URL}. */
    @Command(name = "init")
    static final class Init implements CliCommand {
        @Parameters(index = "0", paramLabel = "URL")
        private String url = "";

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private @Nullable Path passphraseFile;

        @Mixin
        private SignInFlags signIn = new SignInFlags();

        @Override
        public Answer run(CommandRun run) throws Exception {
            Setting setting = WorkspaceCommand.setting(run, passphraseFile);
            Credentials credentials = signIn.credentials(run, url);
            LandLine.create(url, setting, credentials).close();
            if (!LandUrl.isPostgis(url)) {
                return new Made(url, 0, 0, true);
            }
            try (PostgisPersons persons = LandLine.persons(url, credentials)) {
                return new Made(url, 0, 0, persons.state().isSealed());
            }
        }
    }

    /** {@code diaba central load URL W}. */
    @Command(name = "load")
    static final class Load implements CliCommand {
        @Parameters(index = "0", paramLabel = "URL")
        private String url = "";

        @Parameters(index = "1", paramLabel = "W")
        private Path workspace = Path.of(".");

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private @Nullable Path passphraseFile;

        @Mixin
        private SignInFlags signIn = new SignInFlags();

        @Override
        public Answer run(CommandRun run) throws Exception {
            Setting setting = WorkspaceCommand.setting(run, passphraseFile);
            try (OpenWorkspace open = OpenWorkspace.open(workspace, setting);
                    LandLine line = LandLine.open(url, open, signIn.credentials(run, url))) {
                int zone = line.load(open);
                // The token of before knows nothing of the zone that was made.
                LandLine.open(url, open, signIn.credentials(run, url)).close();
                return new Made(url, zone, open.fabric().parcelCount(), true);
            }
        }
    }

    private record Made(String url, int zone, int parcels, boolean sealed) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("central", url)
                    .number("zone", zone)
                    .number("parcels", parcels)
                    .flag("personsSealed", sealed);
        }

        @Override
        public void writeText(TextLines lines) {
            if (zone == 0) {
                lines.say("central-made", url);
                if (!sealed) {
                    lines.say("persons-in-clear", url);
                }
            } else {
                lines.say("central-loaded", parcels, zone, url);
            }
        }
    }
}
