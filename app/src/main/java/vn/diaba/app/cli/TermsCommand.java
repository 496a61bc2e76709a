package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.Terms;

/** A command by which land passes between parcels: on what terms is told alike by all. */
abstract class TermsCommand extends WorkspaceCommand {
    /** Whether parcels keep their numbers, as typed. */
    enum Numbers {
        keep(Terms.Identity.KEPT),
        renew(Terms.Identity.RENEWED);

        private final Terms.Identity identity;

        Numbers(Terms.Identity identity) {
            this.identity = identity;
        }
    }

    @Option(names = "--numbers", paramLabel = "keep|renew")
    private @Nullable Numbers numbers;

    @Option(names = "--legal", paramLabel = "papers|survey")
    private LegalBasis legal = LegalBasis.papers;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Override
    final Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Terms terms = new Terms(
                numbers == null ? usual() : numbers.identity, legal.legal(), reason, LocalDate.now(run.clock()));
        EditCommand command = command(open, terms, IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }

    /** What becomes of the parcels if it is not told. */
    abstract Terms.Identity usual();

    /** The edit asked for. */
    abstract EditCommand command(OpenWorkspace open, Terms terms, IdBlock ids) throws Exception;

    /** The parcel a person means. */
    static ParcelId parcel(OpenWorkspace open, String text) throws WorkspaceException {
        return ParcelFinder.one(open.fabric(), text).id();
    }

    /** Positions with commas or semicolons between them; none for blank text. */
    static List<EastNorth> places(String text) throws WorkspaceException {
        List<EastNorth> places = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split("[,;]")) {
            places.add(ParcelFinder.place(part));
        }
        return places;
    }
}
