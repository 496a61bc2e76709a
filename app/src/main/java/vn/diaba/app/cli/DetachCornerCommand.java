package vn.diaba.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** {@code diaba detach-corner}: gives one parcel a corner of its own in the place of a shared one; a reason is required. */
@Command(name = "detach-corner")
final class DetachCornerCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Option(names = "--at", required = true, paramLabel = "\"e n\"")
    private String at = "";

    @Option(names = "--to", paramLabel = "\"e n\"")
    private @Nullable String to;

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    private String reason = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Parcel leaving = ParcelFinder.one(open.fabric(), parcel);
        CornerId corner = Places.corner(open.fabric(), leaving.id(), ParcelFinder.place(at))
                .id();
        DetachCorner command = new DetachCorner(
                corner, leaving.id(), to == null ? null : ParcelFinder.place(to), reason, IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
