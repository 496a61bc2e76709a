package vn.diaba.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code diaba open}: the window on a workspace. */
@Command(name = "open")
final class OpenCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "W")
    private Path workspace = Path.of(".");

    @Override
    public Answer run(CommandRun run) throws Exception {
        run.openWindow(workspace.toAbsolutePath().normalize());
        return new WindowClosed();
    }
}
