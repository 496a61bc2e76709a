package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.workspace.WorkspaceSpec;

/** {@code diaba new}: makes a workspace. */
@Command(name = "new")
final class NewCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "W")
    private Path workspace = Path.of(".");

    @Option(names = "--crs", required = true, paramLabel = "EPSG")
    private int crs;

    @Option(names = "--name", paramLabel = "N")
    private @Nullable String name;

    @Option(names = "--commune", paramLabel = "CODE")
    private String commune = "";

    @Option(names = "--scale", paramLabel = "500")
    private int scale;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        Path folder = workspace.toAbsolutePath().normalize();
        String called = name == null ? String.valueOf(folder.getFileName()) : name;
        WorkspaceSpec spec = new WorkspaceSpec(called, crs, commune, scale);
        try (OpenWorkspace open = OpenWorkspace.create(folder, spec, WorkspaceCommand.setting(run, passphraseFile))) {
            return new Made(folder, spec, open.crs().name());
        }
    }

    private record Made(Path folder, WorkspaceSpec spec, String crsName) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("workspace", folder.toString())
                    .text("name", spec.name())
                    .text("crs", "EPSG:" + spec.epsg())
                    .text("commune", spec.commune())
                    .number("scale", spec.scale());
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("new-made", spec.name(), folder, crsName);
        }
    }
}
