package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.DissolveRoad;
import vn.diaba.cadastre.union.MergeChoice;

/** {@code diaba dissolve}: makes one parcel of a road in pieces. */
@Command(name = "dissolve")
final class DissolveCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--legal", paramLabel = "papers|survey")
    private LegalBasis legal = LegalBasis.papers;

    @Option(names = "--drop-straight")
    private boolean dropStraight;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        ParcelId found = ParcelFinder.one(open.fabric(), parcel).id();
        LocalDate today = LocalDate.now(run.clock());
        MergeChoice choice = new MergeChoice(Map.of(), Map.of(), legal.legal(), dropStraight);
        DissolveRoad command = new DissolveRoad(found, choice, reason, today, IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
