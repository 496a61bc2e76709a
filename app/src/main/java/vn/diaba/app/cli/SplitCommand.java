package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.division.CutDirection;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.Division;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.Shares;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** {@code diaba split}: cuts a parcel along a line or into parts of wanted sizes, or takes a strip from several. */
@Command(name = "split")
final class SplitCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PARCEL")
    private List<String> parcels = List.of();

    @Option(names = "--line", paramLabel = "\"e n, e n, …\"")
    private @Nullable String line;

    @Option(names = "--parts", paramLabel = "N")
    private @Nullable Integer parts;

    @Option(names = "--ratio", paramLabel = "2:1:1")
    private @Nullable String ratio;

    @Option(names = "--areas", paramLabel = "\"120; 85,5; rest\"")
    private @Nullable String areas;

    @Option(names = "--area", paramLabel = "M2")
    private @Nullable String area;

    @Mixin
    private StripFlags strip = new StripFlags();

    @Option(names = "--along", paramLabel = "K")
    private @Nullable Integer along;

    @Option(names = "--across", paramLabel = "K")
    private @Nullable Integer across;

    @Option(names = "--bearing", paramLabel = "DEGREES")
    private @Nullable String bearing;

    @Option(names = "--about", paramLabel = "K")
    private @Nullable Integer about;

    @Option(names = "--legal", paramLabel = "prorated|surveyed")
    private LegalOf legal = LegalOf.prorated;

    @Option(names = "--dry-run")
    private boolean dryRun;

    /** Where legal areas come from, as typed. */
    enum LegalOf {
        prorated,
        surveyed
    }

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Fabric land = open.fabric();
        LocalDate day = LocalDate.now(run.clock());
        Set<Parcel> found = new LinkedHashSet<>();
        for (String parcel : parcels) {
            found.add(ParcelFinder.one(land, parcel));
        }
        LegalShare share = legal == LegalOf.surveyed ? LegalShare.SURVEYED : LegalShare.PRORATED;
        checkOneWay();
        Division command = strip.isAsked()
                ? strip.command(land, List.copyOf(found), share, day, IdBlock.fresh(run.clock()))
                : ofOne(land, only(found), share, day, IdBlock.fresh(run.clock()));
        SplitReport report = command.preview(land);
        List<SplitLimits.Finding> limits = open.office().splitLimits().check(land, report, day);
        List<Integer> wholeWays = command instanceof DivideParcel divide
                        && report.remarks().stream().anyMatch(r -> r.code().equals("part-in-pieces"))
                ? divide.sidesGivingWholeParts(land)
                : List.of();
        EditOutcome.Applied applied = dryRun ? null : Edits.apply(run, open, command);
        return new SplitAnswer(report, limits, wholeWays, applied, run.messages());
    }

    private void checkOneWay() throws CommandFailure {
        int ways = 0;
        for (Object way : new @Nullable Object[] {strip.isAsked() ? strip : null, line, parts, ratio, areas, area}) {
            ways += way == null ? 0 : 1;
        }
        int directions = 0;
        for (Object way : new @Nullable Object[] {along, across, bearing, about}) {
            directions += way == null ? 0 : 1;
        }
        boolean turnable = line == null && !strip.isAsked();
        if (ways != 1) {
            throw CommandFailure.usage("usage-split-one-way");
        }
        if (directions > (turnable ? 1 : 0)) {
            throw CommandFailure.usage("usage-split-one-direction");
        }
    }

    private static Parcel only(Set<Parcel> found) throws CommandFailure {
        if (found.size() != 1) {
            throw CommandFailure.usage("usage-split-one-parcel", found.size());
        }
        return found.iterator().next();
    }

    private Division ofOne(Fabric land, Parcel parcel, LegalShare share, LocalDate day, IdBlock ids) throws Exception {
        if (line != null) {
            return new SplitParcel(parcel.id(), places(line), share, day, ids);
        }
        return new DivideParcel(parcel.id(), shares(), direction(land, parcel), share, day, ids);
    }

    private Shares shares() throws Exception {
        if (parts != null) {
            return new Shares.Equal(parts);
        }
        if (ratio != null) {
            return Shares.ratio(ratio);
        }
        return areas != null ? Shares.areas(areas) : Shares.cutOff(StripFlags.number("--area", area));
    }

    private CutDirection direction(Fabric land, Parcel parcel) throws CommandFailure {
        if (along != null) {
            return new CutDirection.AlongSide(along);
        }
        if (across != null) {
            return new CutDirection.AcrossSide(across);
        }
        if (about != null) {
            return new CutDirection.AboutCorner(about);
        }
        return bearing != null
                ? new CutDirection.AtBearing(new Bearing(StripFlags.number("--bearing", bearing)))
                : CutDirection.natural(land, parcel);
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
