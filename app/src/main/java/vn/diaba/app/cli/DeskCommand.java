package vn.diaba.app.cli;

import picocli.CommandLine.Mixin;
import vn.diaba.app.central.OfficeDesk;

/** A command for the keeper of a land database: works on its accounts, devices, files and logs, and closes it. */
abstract class DeskCommand implements CliCommand {
    @Mixin
    private DeskFlags flags = new DeskFlags();

    @Override
    public final Answer run(CommandRun run) throws Exception {
        check();
        try (OfficeDesk desk = flags.open(run)) {
            return work(run, desk);
        }
    }

    /**
     * Looks over what was asked, before anything is opened.
     *
     * @throws CommandFailure when it can be seen to be wrong
     */
    void check() throws CommandFailure {}

    abstract Answer work(CommandRun run, OfficeDesk desk) throws Exception;
}
