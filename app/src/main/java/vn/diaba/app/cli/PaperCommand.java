package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.HolderFinder;
import vn.diaba.app.find.PaperFinder;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.office.Office;
import vn.diaba.app.office.PaperType;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.paper.AddPaper;
import vn.diaba.cadastre.paper.EditPaper;
import vn.diaba.cadastre.paper.RemovePaper;
import vn.diaba.cadastre.record.Paper;

/** {@code diaba paper}: lists, registers, alters and removes legal papers, and tells which types there are. */
@Command(name = "paper")
final class PaperCommand extends WorkspaceCommand {
    private static final String NAME = "diaba paper";

    @Parameters(index = "1", paramLabel = "list|types|add|set|remove")
    private String action = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "PAPER")
    private @Nullable String named;

    @Option(names = "--parcel", paramLabel = "PARCEL")
    private @Nullable String parcel;

    @Option(names = "--type", paramLabel = "T")
    private @Nullable String type;

    @Option(names = "--number", paramLabel = "N")
    private @Nullable String number;

    @Option(names = "--book", paramLabel = "N")
    private @Nullable String book;

    @Option(names = "--issued", paramLabel = "DATE")
    private @Nullable String issued;

    @Option(names = "--issuer", paramLabel = "TEXT")
    private @Nullable String issuer;

    @Option(names = "--parcels", arity = "0..*", paramLabel = "PARCEL")
    private @Nullable List<String> parcels;

    @Option(names = "--holders", arity = "0..*", paramLabel = "NAME|ID")
    private @Nullable List<String> holders;

    @Option(names = "--remark", paramLabel = "TEXT")
    private @Nullable String remark;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Fabric land = open.fabric();
        IdBlock ids = IdBlock.fresh(run.clock());
        switch (action) {
            case "types":
                return new PaperAnswer.Types(open.office().paperTypes(), LocalDate.now(run.clock()));
            case "list":
                List<Paper> papers = parcel == null
                        ? land.papers()
                        : land.papersOf(ParcelFinder.one(land, parcel).id());
                return new PaperAnswer.Listed(PaperText.of(land, open.office(), run.messages()), papers);
            case "add":
                Paper fresh = Paper.of(ids.uuid(1), Given.required(type, "--type", NAME), "");
                return done(run, open, new AddPaper(with(fresh, open), ids), fresh.id());
            case "set":
                Paper before = chosen(land);
                return done(run, open, new EditPaper(with(before, open), ids), before.id());
            case "remove":
                UUID gone = chosen(land).id();
                return done(run, open, new RemovePaper(gone, ids), gone);
            default:
                throw CommandFailure.usage("usage-unknown-argument", action, NAME);
        }
    }

    private Paper chosen(Fabric land) throws Exception {
        return PaperFinder.one(land, Given.required(named, "PAPER", NAME));
    }

    /** A paper with what the options say; the rest stays. */
    private Paper with(Paper paper, OpenWorkspace open) throws Exception {
        Fabric land = open.fabric();
        List<UUID> naming = new ArrayList<>(holders == null ? paper.holders() : List.of());
        for (String one : holders == null ? List.<String>of() : holders) {
            naming.add(HolderFinder.one(land, one).id());
        }
        return paper.cited(
                        type == null ? paper.type() : listed(open.office(), type), Given.text(number, paper.number()))
                .issuedBy(
                        Given.text(issuer, paper.issuer()),
                        Given.day(issued, paper.issued(), "--issued", NAME),
                        Given.text(book, paper.bookNumber()))
                .about(Given.parcels(land, parcels, paper.parcels()))
                .naming(naming)
                .remarked(Given.text(remark, paper.remark()));
    }

    private static String listed(Office office, String wanted) throws CommandFailure {
        return office.paperType(wanted)
                .map(PaperType::code)
                .orElseThrow(() -> new CommandFailure(
                        "paper-type-unknown",
                        wanted,
                        office.paperTypes().stream().map(PaperType::code).collect(Collectors.joining(", "))));
    }

    private static Answer done(CommandRun run, OpenWorkspace open, EditCommand command, UUID paper) throws Exception {
        Fabric before = open.fabric();
        ChangeSet act = Edits.apply(run, open, command).changes();
        Fabric shown = open.fabric().findRecord(paper).isPresent() ? open.fabric() : before;
        Paper now = (Paper) shown.findRecord(paper).orElseThrow();
        return new PaperAnswer.Done(PaperText.of(shown, open.office(), run.messages()), act, now);
    }
}
