package vn.diaba.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.CutDirection;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.Shares;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.division.StripLoss;
import vn.diaba.cadastre.division.TakeStrip;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.traverse.Network;
import vn.diaba.cadastre.traverse.NetworkAdjustment;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.Observation;
import vn.diaba.cadastre.traverse.TraverseException;

/**
 * Tuesday in the field: heirs get three equal parts, a road is widened past a row of parcels, and a survey names the
 * distance that was read wrong.
 */
final class FieldWork {
    private static final int HEIRS = 3;
    private static final double WIDTH_METRES = 1.5;
    private static final double ROW_METRES = 90;
    private static final double ORPHAN_SQUARE_METRES = 20;
    private static final double BLUNDER_METRES = 0.31;
    private static final double SIGMA_METRES = 0.005;
    private static final double SIGMA_SECONDS = 5;

    private final DemoSetting demo;
    private final OpenWorkspace open;
    private final Set<ParcelId> busy;

    /** Field work on land of which some parcels have faults or a part in the story. */
    FieldWork(DemoSetting demo, OpenWorkspace open, Set<ParcelId> faulty) {
        this.demo = demo;
        this.open = open;
        busy = new HashSet<>(faulty);
    }

    private LocalDate today() {
        return LocalDate.now(open.setting().clock());
    }

    private IdBlock ids() {
        return IdBlock.fresh(open.setting().clock());
    }

    void heirs() throws DemoException, JournalException {
        demo.teller().chapter("demo-heirs");
        Fabric land = open.fabric();
        for (Parcel parcel : free(land)) {
            DivideParcel division = new DivideParcel(
                    parcel.id(),
                    new Shares.Equal(HEIRS),
                    CutDirection.natural(land, parcel),
                    LegalShare.PRORATED,
                    today(),
                    ids());
            long start = System.nanoTime();
            SplitReport report = preview(land, division);
            if (report == null || !isWorthTelling(report)) {
                continue;
            }
            EditOutcome outcome = open.session().execute(division, List.of());
            if (!(outcome instanceof EditOutcome.Applied)) {
                continue;
            }
            SplitReport.Parent parent = report.parents().get(0);
            demo.teller().sayTimed(start, "demo-heirs-parts", parent.label(), parent.area(), HEIRS);
            for (SplitReport.Part part : report.parts()) {
                demo.teller()
                        .say(
                                "demo-heirs-part",
                                part.number().label(),
                                part.area(),
                                part.surveyed(),
                                part.frontage() == null ? "—" : part.frontage(),
                                part.depth() == null ? "—" : part.depth());
            }
            return;
        }
        throw new DemoException("sample-not-as-expected", "heirs");
    }

    private static boolean isWorthTelling(SplitReport report) {
        return report.remarks().isEmpty()
                && report.parts().size() == HEIRS
                && report.parts().stream().allMatch(part -> part.frontage() != null && part.depth() != null);
    }

    private static @Nullable SplitReport preview(Fabric land, DivideParcel division) {
        try {
            return division.preview(land);
        } catch (ImpossibleEditException notHere) {
            return null;
        }
    }

    void widening() throws DemoException, JournalException {
        demo.teller().chapter("demo-widening");
        Fabric land = open.fabric();
        for (Parcel road : roads(land)) {
            List<FrontSide> sides = FrontSide.facing(land, row(land, road), road.id());
            if (sides.size() < HEIRS) {
                continue;
            }
            TakeStrip strip = new TakeStrip(
                    sides, WIDTH_METRES, road.id(), ORPHAN_SQUARE_METRES, LegalShare.PRORATED, today(), ids());
            long start = System.nanoTime();
            List<StripLoss> losses = losses(land, strip);
            if (losses.size() < HEIRS || !(open.session().execute(strip, List.of()) instanceof EditOutcome.Applied)) {
                continue;
            }
            demo.teller()
                    .sayTimed(
                            start,
                            "demo-widened",
                            WIDTH_METRES,
                            losses.size(),
                            losses.stream()
                                    .mapToDouble(loss -> loss.lost().squareMetres())
                                    .sum());
            for (StripLoss loss : losses.subList(0, HEIRS)) {
                demo.teller().say("demo-lost", loss.label(), loss.before(), loss.lost(), loss.left());
            }
            DemoLand.applied(open.session().undo());
            demo.teller().say("demo-widening-undone", losses.size());
            return;
        }
        throw new DemoException("sample-not-as-expected", "road");
    }

    private static List<StripLoss> losses(Fabric land, TakeStrip strip) {
        try {
            return strip.preview(land).losses();
        } catch (ImpossibleEditException notHere) {
            return List.of();
        }
    }

    /** Free parcels on a road about one place of it. */
    private List<ParcelId> row(Fabric land, Parcel road) {
        EastNorth here = land.corner(road.faces().get(0).shell().at(0)).position();
        Extent around = Extent.of(here).grownBy(ROW_METRES);
        Set<ParcelId> free = new LinkedHashSet<>();
        free(land).forEach(parcel -> free.add(parcel.id()));
        List<ParcelId> row = new ArrayList<>();
        ParcelCursor cursor = land.cursor();
        land.index().parcelsIn(around, slot -> {
            if (cursor.at(slot) && free.contains(cursor.id())) {
                row.add(cursor.id());
            }
        });
        row.sort(null);
        return row;
    }

    private static List<Parcel> roads(Fabric land) {
        return live(land, parcel -> isRoad(parcel));
    }

    private static boolean isRoad(Parcel parcel) {
        return parcel.facts().landUses().stream().anyMatch(use -> use.code().equals("DGT"));
    }

    private List<Parcel> free(Fabric land) {
        return live(
                land,
                parcel -> !isRoad(parcel)
                        && parcel.facts().state() == ParcelState.NORMAL
                        && !busy.contains(parcel.id())
                        && !isOfTheWeek(parcel));
    }

    private static boolean isOfTheWeek(Parcel parcel) {
        var week = ShippedSample.week();
        Set<String> keys = new HashSet<>(week.contested().sourceIds());
        keys.addAll(List.of(week.split().sourceId(), week.split().neighbour()));
        keys.addAll(List.of(week.merge().sourceId(), week.merge().neighbour()));
        keys.addAll(List.of(week.correction().sourceId(), week.frozen(), week.exact()));
        return keys.contains(parcel.facts().sourceId());
    }

    private static List<Parcel> live(Fabric land, java.util.function.Predicate<Parcel> wanted) {
        List<Parcel> found = new ArrayList<>();
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                Parcel parcel = land.parcelAt(slot);
                if (wanted.test(parcel)) {
                    found.add(parcel);
                }
            }
        }
        return found;
    }

    /** Re-shoots the corners of a parcel from two points beside it; one distance is written down wrong. */
    void survey() throws DemoException, TraverseException {
        demo.teller().chapter("demo-survey");
        Fabric land = open.fabric();
        Parcel parcel = free(land).get(0);
        List<CornerId> corners = parcel.faces().get(0).shell().corners();
        EastNorth first = land.corner(corners.get(0)).position();
        List<EastNorth> places = new ArrayList<>(List.of(
                new EastNorth(first.east() - 30, first.north() - 25),
                new EastNorth(first.east() + 40, first.north() - 20)));
        List<Network.Point> points = new ArrayList<>(
                List.of(Network.Point.held("DC1", places.get(0)), Network.Point.held("DC2", places.get(1))));
        int count = Math.min(6, corners.size());
        for (int i = 0; i < count; i++) {
            places.add(land.corner(corners.get(i)).position());
            points.add(Network.Point.unknown(Integer.toString(i + 1)));
        }
        List<Observation> seen = new ArrayList<>();
        for (int i = 2; i < points.size(); i++) {
            for (int station = 0; station < 2; station++) {
                shoot(points, places, station, i, seen);
            }
            if (i > 2) {
                shoot(points, places, i - 1, i, seen);
            }
        }
        Observation wrong = seen.get(0);
        seen.set(0, Observation.distance(wrong.at(), wrong.to(), wrong.value() + BLUNDER_METRES, SIGMA_METRES));
        long start = System.nanoTime();
        NetworkResult result = NetworkAdjustment.adjust(new Network(points, seen));
        demo.teller()
                .sayTimed(
                        start,
                        "demo-adjusted",
                        count,
                        seen.size(),
                        result.weighted().sigma0());
        if (result.suspicions().isEmpty()) {
            throw new DemoException("sample-not-as-expected", "blunder");
        }
        var named = result.suspicions().get(0);
        demo.teller().say("demo-named", demo.messages().sentence(named.code(), named.arguments()));
        seen.remove(0);
        NetworkResult again = NetworkAdjustment.adjust(new Network(points, seen));
        double off = 0;
        for (int i = 2; i < points.size(); i++) {
            off = Math.max(off, again.points().get(i).position().distanceTo(places.get(i)));
        }
        demo.teller().say("demo-adjusted-again", off);
    }

    private static void shoot(
            List<Network.Point> points, List<EastNorth> places, int from, int to, List<Observation> into) {
        EastNorth a = places.get(from);
        EastNorth b = places.get(to);
        String at = points.get(from).name();
        String target = points.get(to).name();
        into.add(Observation.distance(at, target, a.distanceTo(b), SIGMA_METRES));
        into.add(Observation.bearing(at, target, Bearing.of(a, b).degrees(), SIGMA_SECONDS));
    }
}
