package vn.diaba.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.BoundaryPlace;
import vn.diaba.cadastre.corner.InsertCorner;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;

/**
 * {@code diaba insert-corner}: puts a corner into a side, for both neighbours; on a neighbour's corner that lies on the
 * side, that one.
 */
@Command(name = "insert-corner")
final class InsertCornerCommand extends WorkspaceCommand {
    @Option(names = "--at", required = true, paramLabel = "\"e n\"")
    private String at = "";

    @Option(names = "--to", paramLabel = "\"e n\"")
    private @Nullable String to;

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private LandSet set = LandSet.surveyed;

    @Mixin
    private ResurveyFlags told = new ResurveyFlags();

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        EastNorth place = ParcelFinder.place(at);
        BoundaryPlace side = BoundaryPlace.onSide(open.fabric(), place, set.set(), Places.REACH_METRES)
                .orElseThrow(() -> new CommandFailure("no-side-here", place));
        InsertCorner command = new InsertCorner(
                side.side(),
                to == null ? side.place() : ParcelFinder.place(to),
                told.told(run, "diaba insert-corner"),
                IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
