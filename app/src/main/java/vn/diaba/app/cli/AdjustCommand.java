package vn.diaba.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.AdjustBoundary;
import vn.diaba.cadastre.union.Terms;

/** {@code diaba adjust}: replaces the common boundary of neighbours by a line. */
@Command(name = "adjust")
final class AdjustCommand extends TermsCommand {
    @Parameters(index = "1..*", arity = "2..*", paramLabel = "PARCEL")
    private List<String> parcels = List.of();

    @Option(names = "--line", required = true, paramLabel = "\"e n, e n, …\"")
    private String line = "";

    @Override
    Terms.Identity usual() {
        return Terms.Identity.KEPT;
    }

    @Override
    EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception {
        List<ParcelId> found = new ArrayList<>();
        for (String parcel : parcels) {
            found.add(parcel(open, parcel));
        }
        return new AdjustBoundary(found, places(line), terms, ids);
    }
}
