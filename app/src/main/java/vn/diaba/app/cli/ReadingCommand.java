package vn.diaba.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.PastMoment;

/** A command that reads a workspace: its land of now, or with {@code --at} as it was. */
abstract class ReadingCommand extends WorkspaceCommand {
    @Option(names = "--at", paramLabel = "DATE|SEQ")
    private @Nullable String at;

    @Override
    final Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        return work(run, open, Moments.moment(run, open, at));
    }

    /** Whether the land of now was asked for. */
    final boolean isNow() {
        return at == null;
    }

    /** Does the work on the land of the moment asked for. */
    abstract Answer work(CommandRun run, OpenWorkspace open, PastMoment moment) throws Exception;
}
