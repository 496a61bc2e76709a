package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.union.AnnexLand;
import vn.diaba.cadastre.union.Terms;

/** {@code diaba annex}: gives a part of a parcel to its neighbour. */
@Command(name = "annex")
final class AnnexCommand extends TermsCommand {
    @Parameters(index = "1", paramLabel = "FROM")
    private String from = "";

    @Parameters(index = "2", paramLabel = "TO")
    private String to = "";

    @Option(names = "--line", paramLabel = "\"e n, e n, …\"")
    private String line = "";

    @Option(names = "--at", paramLabel = "\"e n\"")
    private String at = "";

    @Override
    Terms.Identity usual() {
        return Terms.Identity.RENEWED;
    }

    @Override
    EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception {
        AnnexLand.Part part = new AnnexLand.Part(places(line), at.isBlank() ? null : ParcelFinder.place(at));
        return new AnnexLand(parcel(open, from), parcel(open, to), part, terms, ids);
    }
}
