package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.LandLine;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;

/** {@code diaba central init URL} and {@code diaba central load URL W}: makes a land database, fills it. */
@Command(name = "central")
final class CentralCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "init|load")
    private String action = "";

    @Parameters(index = "1", paramLabel = "URL")
    private String url = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "W")
    private @Nullable Path workspace;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        Setting setting = WorkspaceCommand.setting(run, passphraseFile);
        if (action.equals("init") && workspace == null) {
            LandLine.create(url, setting).close();
            return new Made(url, 0, 0);
        }
        if (action.equals("load") && workspace != null) {
            try (LandLine line = LandLine.open(url, setting);
                    OpenWorkspace open = OpenWorkspace.open(workspace, setting)) {
                int zone = LandLine.zoneOf(open.store().spec().commune());
                line.load(open, zone);
                return new Made(url, zone, open.fabric().parcelCount());
            }
        }
        throw CommandFailure.usage("usage-unknown-argument", action, "diaba central");
    }

    private record Made(String url, int zone, int parcels) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("central", url).number("zone", zone).number("parcels", parcels);
        }

        @Override
        public void writeText(TextLines lines) {
            if (zone == 0) {
                lines.say("central-made", url);
            } else {
                lines.say("central-loaded", parcels, zone, url);
            }
        }
    }
}
