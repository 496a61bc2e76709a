package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelFinder;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** {@code diaba split}: cuts a parcel along a line. */
@Command(name = "split")
final class SplitCommand extends WorkspaceCommand {
    @Parameters(index = "1", paramLabel = "PARCEL")
    private String parcel = "";

    @Option(names = "--line", required = true, paramLabel = "\"e n, e n, …\"")
    private String line = "";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Parcel found = ParcelFinder.one(open.fabric(), parcel);
        SplitParcel command =
                new SplitParcel(found.id(), places(line), LocalDate.now(run.clock()), IdBlock.fresh(run.clock()));
        return new EditAnswer(
                Edits.applied(open.session().execute(command, List.of()), open.fabric(), run.messages()),
                run.messages());
    }

    /** Positions with commas or semicolons between them. */
    private static List<EastNorth> places(String text) throws WorkspaceException {
        List<EastNorth> places = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            places.add(ParcelFinder.place(part));
        }
        return places;
    }
}
