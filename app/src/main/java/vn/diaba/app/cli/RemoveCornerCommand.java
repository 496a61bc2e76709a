package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.RemoveCorner;
import vn.diaba.cadastre.model.IdBlock;

/** {@code diaba remove-corner}: takes a corner out of a boundary, for all neighbours. */
@Command(name = "remove-corner")
final class RemoveCornerCommand extends WorkspaceCommand {
    @Option(names = "--at", required = true, paramLabel = "\"e n\"")
    private String at = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        RemoveCorner command = new RemoveCorner(
                Places.corner(open.fabric(), ParcelFinder.place(at)).id(), IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
