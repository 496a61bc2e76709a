package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.key.Keys;

/** A command on a workspace: its first parameter is the folder, which is open while the command works. */
abstract class WorkspaceCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "W")
    private Path workspace = Path.of(".");

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public final Answer run(CommandRun run) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(workspace, setting(run, passphraseFile))) {
            run.timing().start();
            Answer answer = work(run, open);
            run.timing().stop();
            return answer;
        }
    }

    /** Does the work; what it answers may hold the land as it is then, not the workspace. */
    abstract Answer work(CommandRun run, OpenWorkspace open) throws Exception;

    /** What a workspace takes from this run: the user, the clock, the keys, the CRS catalogue. */
    static Setting setting(CommandRun run, @Nullable Path passphraseFile) throws IOException {
        String person = run.host()
                .environment()
                .getOrDefault("DIABA_USER", System.getProperty("user.name", "").strip());
        Keys keys = Keys.in(run.folders().config());
        char[] passphrase = passphrase(run, passphraseFile);
        return new Setting(
                person,
                run.clock(),
                passphrase == null ? keys : keys.withPassphrase(passphrase),
                CrsCatalog.standard(run.folders().epsgDatabase()));
    }

    private static char @Nullable [] passphrase(CommandRun run, @Nullable Path file) throws IOException {
        if (file != null) {
            return Files.readString(file).strip().toCharArray();
        }
        String given = run.host().environment().get("DIABA_PASSPHRASE");
        return given == null || given.isEmpty() ? null : given.toCharArray();
    }
}
