package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.union.FillHole;
import vn.diaba.cadastre.union.Terms;

/** {@code diaba fill-hole}: fills ground that no parcel has. */
@Command(name = "fill-hole")
final class FillHoleCommand extends TermsCommand {
    @Option(names = "--at", required = true, paramLabel = "\"e n\"")
    private String at = "";

    @Option(names = "--to", paramLabel = "PARCEL")
    private String to = "";

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private String set = "surveyed";

    @Override
    Terms.Identity usual() {
        return Terms.Identity.KEPT;
    }

    @Override
    EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception {
        ParcelSet coverage =
                switch (set) {
                    case "surveyed" -> ParcelSet.SURVEYED;
                    case "legal" -> ParcelSet.LEGAL;
                    default -> throw CommandFailure.usage("usage-unknown-argument", set, "diaba fill-hole");
                };
        return new FillHole(ParcelFinder.place(at), to.isBlank() ? null : parcel(open, to), coverage, terms, ids);
    }
}
