package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.store.workspace.WorkspaceRescue;

/** {@code diaba restore BACKUP NEWFOLDER}: a workspace of a backup, in a folder of its own. */
@Command(name = "restore")
final class RestoreCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "BACKUP")
    private Path backup = Path.of(".");

    @Parameters(index = "1", paramLabel = "NEWFOLDER")
    private Path folder = Path.of(".");

    @Mixin
    private RecoveryKeyFlags recovery = new RecoveryKeyFlags();

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        Setting setting = WorkspaceCommand.setting(run, passphraseFile);
        Path target = folder.toAbsolutePath().normalize();
        WorkspaceRescue.restore(backup.toAbsolutePath(), target, setting.keys(), recovery.key(run));
        try (OpenWorkspace open = OpenWorkspace.open(target, setting)) {
            return new Restored(
                    target, open.fabric().parcelCount(), open.store().log().sequence());
        }
    }

    private record Restored(Path folder, long parcels, long sequence) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("workspace", folder.toString()).number("parcels", parcels).number("sequence", sequence);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("restore-done", folder, parcels, sequence);
        }
    }
}
