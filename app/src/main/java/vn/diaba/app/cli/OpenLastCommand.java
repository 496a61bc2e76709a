package vn.diaba.app.cli;

/** The program without a command: opens the window on the last workspace, or on the sample at the first start. */
final class OpenLastCommand implements CliCommand {
    @Override
    public Answer run(CommandRun run) throws Exception {
        run.openWindow(null);
        return new WindowClosed();
    }
}
