package vn.diaba.app.cli;

import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.RetireParcel;

/** {@code diaba retire}: ends a parcel without a successor. */
@Command(name = "retire")
final class RetireCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    private String reason = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        ParcelId found = ParcelFinder.one(open.fabric(), parcel).id();
        LocalDate today = LocalDate.now(run.clock());
        RetireParcel command = new RetireParcel(found, reason, today, IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
