package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * {@code diaba move-corner}: moves a shared corner; every parcel that shares it follows. A place where another corner lies
 * means that corner: the two become one.
 */
@Command(name = "move-corner")
final class MoveCornerCommand extends WorkspaceCommand {
    @Option(names = "--from", required = true, paramLabel = "\"e n\"")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "\"e n\"")
    private String to = "";

    @Option(names = "--attach")
    private boolean attach;

    @Mixin
    private ResurveyFlags told = new ResurveyFlags();

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        CornerId corner = Places.corner(open.fabric(), ParcelFinder.place(from)).id();
        EastNorth place = ParcelFinder.place(to);
        Corner target = attach ? Places.corner(open.fabric(), place) : null;
        MoveCorner command = new MoveCorner(
                corner,
                target == null ? place : target.position(),
                told.told(run, "diaba move-corner"),
                IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
