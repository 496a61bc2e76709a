package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.central.Central;
import vn.diaba.app.office.OfficeException;
import vn.diaba.store.remote.RemoteException;

/** Which land database in a folder the office's own commands work on. */
final class CentralFlags {
    @Option(names = "--dir", paramLabel = "D")
    private Path folder = Path.of(".");

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    Central open(CommandRun run) throws IOException, RemoteException, OfficeException {
        return Central.open(folder, WorkspaceCommand.setting(run, passphraseFile));
    }
}
