package vn.diaba.app.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.BoundaryPlace;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.corner.WeldCorners;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/** {@code diaba weld-corners}: makes all corners near some places one; the better surveyed or older stays. */
@Command(name = "weld-corners")
final class WeldCornersCommand extends WorkspaceCommand {
    private static final double FARTHEST_METRES = 10;

    @Option(names = "--at", required = true, paramLabel = "\"e n, e n, …\"")
    private String at = "";

    @Option(names = "--within", paramLabel = "METRES")
    private double within = Places.REACH_METRES;

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private LandSet set = LandSet.surveyed;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        if (!(within >= 0 && within <= FARTHEST_METRES)) {
            throw CommandFailure.usage("usage-value-wrong", within, "--within", "diaba weld-corners");
        }
        Set<CornerId> corners = new LinkedHashSet<>();
        for (EastNorth place : Places.of(at)) {
            List<CornerId> near = BoundaryPlace.corners(open.fabric(), place, set.set(), within);
            corners.addAll(
                    near.isEmpty() ? List.of(Places.corner(open.fabric(), place).id()) : near);
        }
        WeldCorners command = new WeldCorners(List.copyOf(corners), IdBlock.fresh(run.clock()));
        List<Shift> shifts = command.shifts(open.fabric());
        return new ShiftAnswer(Edits.apply(run, open, command), shifts, run.messages());
    }
}
