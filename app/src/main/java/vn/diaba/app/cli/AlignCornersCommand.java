package vn.diaba.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.AlignCorners;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/** {@code diaba align-corners}: moves corners onto the straight line through two others. */
@Command(name = "align-corners")
final class AlignCornersCommand extends WorkspaceCommand {
    @Option(names = "--at", required = true, paramLabel = "\"e n, e n, …\"")
    private String at = "";

    @Option(names = "--line", required = true, paramLabel = "\"e n, e n\"")
    private String line = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<CornerId> ends = Places.corners(open.fabric(), Places.two(line));
        AlignCorners command = new AlignCorners(
                Places.corners(open.fabric(), Places.of(at)), ends.get(0), ends.get(1), IdBlock.fresh(run.clock()));
        List<Shift> shifts = command.shifts(open.fabric());
        return new ShiftAnswer(Edits.apply(run, open, command), shifts, run.messages());
    }
}
