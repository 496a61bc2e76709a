package vn.diaba.app.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelFinder;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;

/** {@code diaba move-corner}: moves a shared corner; every parcel that shares it follows. */
@Command(name = "move-corner")
final class MoveCornerCommand extends WorkspaceCommand {
    /** A corner is meant when it lies this near the place given: people read coordinates to the centimetre. */
    private static final double REACH_METRES = 0.05;

    private static final double NEARBY_METRES = 100;

    @Option(names = "--from", required = true, paramLabel = "\"e n\"")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "\"e n\"")
    private String to = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        EastNorth place = ParcelFinder.place(from);
        EastNorth target = ParcelFinder.place(to);
        Corner corner =
                open.fabric().index().nearestCorner(place, REACH_METRES).orElseThrow(() -> notThere(open, place));
        MoveCorner command = new MoveCorner(corner.id(), target, IdBlock.fresh(run.clock()));
        return new EditAnswer(
                Edits.applied(open.session().execute(command, List.of()), open.fabric(), run.messages()),
                run.messages());
    }

    private static CommandFailure notThere(OpenWorkspace open, EastNorth place) {
        Optional<Corner> nearest = open.fabric().index().nearestCorner(place, NEARBY_METRES);
        return nearest.isPresent()
                ? new CommandFailure("corner-not-there", place, nearest.get().position())
                : new CommandFailure("corner-nowhere-near", place);
    }
}
