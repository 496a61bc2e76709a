package vn.diaba.app.cli;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.sheet.SheetGrid;
import vn.diaba.cadastre.sheet.SheetIndex;
import vn.diaba.cadastre.sheet.SheetName;
import vn.diaba.cadastre.sheet.SheetScale;

/** {@code diaba sheets}: which map sheets the land lies on; the sheets at a place; the ground of a named sheet. */
@Command(name = "sheets")
final class SheetsCommand extends WorkspaceCommand {
    private static final String NAME = "diaba sheets";
    /** The middle of the country, to find the sheet that carries a name when there is no land yet. */
    private static final EastNorth COUNTRY = new EastNorth(500_000, 1_700_000);

    @Option(names = "--scale", paramLabel = "N")
    private int scale;

    @Option(names = "--origin", paramLabel = "\"e n\"")
    private @Nullable String origin;

    @Option(names = "--at", paramLabel = "\"e n\"")
    private @Nullable String at;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private LandSet set = LandSet.surveyed;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        SheetGrid grid = grid();
        if (name != null) {
            return new SheetNamesAnswer(List.of(named(open, grid, name)));
        }
        if (at != null) {
            return new SheetNamesAnswer(at(grid, ParcelFinder.place(at)));
        }
        SheetIndex index = SheetIndex.of(open.fabric(), set.set(), grid, scale(open), run.progress());
        return new SheetIndexAnswer(index, new ParcelNames(open.fabric()));
    }

    private SheetGrid grid() throws Exception {
        if (origin == null) {
            return SheetGrid.STANDARD;
        }
        EastNorth corner = ParcelFinder.place(origin);
        int east = (int) Math.round(corner.east() / 1000);
        int north = (int) Math.round(corner.north() / 1000);
        if (east * 1000.0 != corner.east() || north * 1000.0 != corner.north()) {
            throw CommandFailure.usage("usage-value-wrong", origin, "--origin", NAME);
        }
        return new SheetGrid(east, north);
    }

    private SheetScale scale(OpenWorkspace open) throws CommandFailure {
        int stated = open.store().spec().scale();
        int wanted = scale != 0 ? scale : SheetScale.of(stated).isPresent() ? stated : 500;
        return SheetScale.of(wanted)
                .orElseThrow(() -> CommandFailure.usage("usage-value-wrong", scale, "--scale", NAME));
    }

    private List<SheetNamesAnswer.Named> at(SheetGrid grid, EastNorth place) {
        TreeMap<SheetScale, SheetNamesAnswer.Named> sheets = new TreeMap<>();
        for (SheetScale each : SheetScale.values()) {
            if (scale == 0 || scale == each.denominator()) {
                sheets.put(each, new SheetNamesAnswer.Named(grid.name(each, place), grid.extent(each, place)));
            }
        }
        return List.copyOf(sheets.values());
    }

    private static SheetNamesAnswer.Named named(OpenWorkspace open, SheetGrid grid, String text) throws CommandFailure {
        SheetName parsed = SheetName.parse(text).orElseThrow(() -> new CommandFailure("sheet-name-wrong", text));
        EastNorth near = open.fabric().index().extent().map(Extent::centre).orElse(COUNTRY);
        return new SheetNamesAnswer.Named(
                parsed,
                grid.find(parsed, near).orElseThrow(() -> new CommandFailure("sheet-off-grid", parsed.toString())));
    }
}
