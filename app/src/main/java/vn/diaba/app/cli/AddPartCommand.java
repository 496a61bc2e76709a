package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.union.AddPart;
import vn.diaba.cadastre.union.Terms;

/** {@code diaba add-part}: makes a face of one parcel a face of another. */
@Command(name = "add-part")
final class AddPartCommand extends TermsCommand {
    @Parameters(index = "1", paramLabel = "TO")
    private String to = "";

    @Parameters(index = "2", paramLabel = "FROM")
    private String from = "";

    @Option(names = "--at", required = true, paramLabel = "\"e n\"")
    private String at = "";

    @Override
    Terms.Identity usual() {
        return Terms.Identity.KEPT;
    }

    @Override
    EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception {
        return new AddPart(parcel(open, to), parcel(open, from), ParcelFinder.place(at), terms, ids);
    }
}
