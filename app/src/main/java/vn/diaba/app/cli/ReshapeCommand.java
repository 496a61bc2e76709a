package vn.diaba.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.ReshapeBoundary;
import vn.diaba.cadastre.model.IdBlock;

/** {@code diaba reshape}: draws a stretch of boundary anew, for all parcels along it. */
@Command(name = "reshape")
final class ReshapeCommand extends WorkspaceCommand {
    @Option(names = "--line", required = true, paramLabel = "\"e n, e n, …\"")
    private String line = "";

    @Option(names = "--via", paramLabel = "\"e n\"")
    private @Nullable String via;

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private LandSet set = LandSet.surveyed;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        ReshapeBoundary command = new ReshapeBoundary(
                Places.of(line), set.set(), via == null ? null : ParcelFinder.place(via), IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
