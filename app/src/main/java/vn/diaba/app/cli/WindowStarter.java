package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens the workstation's window. The implementation is the only way from the command line to JavaFX; it is handed in by
 * the launcher and its classes are loaded by the call, never before.
 */
@FunctionalInterface
public interface WindowStarter {
    /**
     * Opens the window and returns when it is closed.
     *
     * @param workspace the folder to open; empty: the last one, or the sample at the first start
     * @param run language, settings and folders
     * @throws Exception as told at {@link CliCommand#run}
     */
    void open(Optional<Path> workspace, CommandRun run) throws Exception;
}
