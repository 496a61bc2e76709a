package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.union.RemovePart;
import vn.diaba.cadastre.union.Terms;

/** {@code diaba remove-part}: takes a face from a parcel of several. */
@Command(name = "remove-part")
final class RemovePartCommand extends TermsCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Option(names = "--at", required = true, paramLabel = "\"e n\"")
    private String at = "";

    @Option(names = "--release")
    private boolean releases;

    @Override
    Terms.Identity usual() {
        return releases ? Terms.Identity.KEPT : Terms.Identity.RENEWED;
    }

    @Override
    EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception {
        return new RemovePart(parcel(open, parcel), ParcelFinder.place(at), !releases, terms, ids);
    }
}
