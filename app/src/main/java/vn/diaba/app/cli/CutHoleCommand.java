package vn.diaba.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.union.CutHole;
import vn.diaba.cadastre.union.Terms;

/** {@code diaba cut-hole}: cuts a ring out of a parcel. */
@Command(name = "cut-hole")
final class CutHoleCommand extends TermsCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Option(names = "--ring", required = true, paramLabel = "\"e n, e n, …\"")
    private String ring = "";

    @Option(names = "--open")
    private boolean isOpen;

    @Override
    Terms.Identity usual() {
        return isOpen ? Terms.Identity.KEPT : Terms.Identity.RENEWED;
    }

    @Override
    EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception {
        return new CutHole(parcel(open, parcel), places(ring), !isOpen, terms, ids);
    }
}
