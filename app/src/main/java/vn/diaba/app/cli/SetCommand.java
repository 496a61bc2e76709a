package vn.diaba.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** {@code diaba set}: sets attributes of a parcel. */
@Command(name = "set")
final class SetCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=VALUE")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Parcel found = ParcelFinder.one(open.fabric(), parcel);
        EditAttributes command = new EditAttributes(found.id(), values, IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
