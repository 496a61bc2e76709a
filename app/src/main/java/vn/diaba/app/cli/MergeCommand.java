package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelFinder;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.MergeParcels;

/** {@code diaba merge}: makes neighbours one parcel. */
@Command(name = "merge")
final class MergeCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "2..*", paramLabel = "PARCEL")
    private List<String> parcels = List.of();

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<ParcelId> ids = new ArrayList<>();
        for (String parcel : parcels) {
            ids.add(ParcelFinder.one(open.fabric(), parcel).id());
        }
        MergeParcels command = new MergeParcels(ids, reason, LocalDate.now(run.clock()), IdBlock.fresh(run.clock()));
        return new EditAnswer(
                Edits.applied(open.session().execute(command, List.of()), open.fabric(), run.messages()),
                run.messages());
    }
}
