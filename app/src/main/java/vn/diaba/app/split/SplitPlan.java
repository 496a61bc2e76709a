package vn.diaba.app.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.Division;
import vn.diaba.cadastre.division.PlannedDivision;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What a division would come to, planned on a snapshot and measured. Immutable.
 *
 * @param division the command that would be submitted
 * @param before the land as it is
 * @param after the land as it would be; the land as it is when the division has no meaning
 * @param report the parts, measured; nothing in it when the division has no meaning
 * @param limits how the parts stand to the office's table
 * @param pieces each part on the map
 * @param cuts lines between parts that follow each other
 * @param neighbours what happens to parcels that get a corner
 * @param refusal why the division has no meaning; null when it has
 */
public record SplitPlan(
        Division division,
        Fabric before,
        Fabric after,
        SplitReport report,
        List<SplitLimits.Finding> limits,
        List<Piece> pieces,
        List<CutLine> cuts,
        Neighbours neighbours,
        @Nullable Refusal refusal) {
    private static final SplitReport NOTHING = new SplitReport(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A part on the map.
     *
     * @param parcel its id in the land after
     * @param share which of the wanted parts it belongs to, from 1; 0 when parts are not counted
     * @param label its number alone
     * @param squareMetres its area
     * @param place a place inside for its label
     */
    public record Piece(ParcelId parcel, int share, String label, double squareMetres, EastNorth place) {}

    /**
     * The longest side between two wanted parts that follow each other.
     *
     * @param part the number of the first of them
     */
    public record CutLine(int part, EastNorth from, EastNorth to) {
        /** Its middle. */
        public EastNorth middle() {
            return new EastNorth((from.east() + to.east()) / 2, (from.north() + to.north()) / 2);
        }
    }

    /**
     * Parcels that stay and get a corner on a side they share.
     *
     * @param count how many
     * @param largestChange the greatest change of area of one, square metres
     */
    public record Neighbours(int count, double largestChange) {}

    /** Copies the lists. */
    public SplitPlan {
        limits = List.copyOf(limits);
        pieces = List.copyOf(pieces);
        cuts = List.copyOf(cuts);
    }

    /** Plans and measures a division. */
    public static SplitPlan of(Fabric fabric, Division division, SplitLimits table, LocalDate day) {
        try {
            PlannedDivision planned = division.divide(fabric);
            Fabric after = fabric.apply(planned.changes());
            SplitReport report = SplitReport.of(fabric, after, planned);
            return new SplitPlan(
                    division,
                    fabric,
                    after,
                    report,
                    table.check(fabric, report, day),
                    pieces(after, report),
                    CutLines.of(after, report),
                    neighbours(fabric, after, planned),
                    null);
        } catch (ImpossibleEditException e) {
            Refusal why = new Refusal(e.code(), e.arguments());
            return new SplitPlan(
                    division, fabric, fabric, NOTHING, List.of(), List.of(), List.of(), new Neighbours(0, 0), why);
        }
    }

    /** Why the division has no meaning. */
    public Optional<Refusal> findRefusal() {
        return Optional.ofNullable(refusal);
    }

    private static List<Piece> pieces(Fabric after, SplitReport report) {
        List<Piece> pieces = new ArrayList<>();
        for (SplitReport.Part part : report.parts()) {
            Geometry shape = after.shapeOf(part.parcel());
            Coordinate inside = shape.getInteriorPoint().getCoordinate();
            if (inside != null) {
                pieces.add(new Piece(
                        part.parcel(),
                        part.share(),
                        part.number().number(),
                        part.area().squareMetres(),
                        new EastNorth(inside.x, inside.y)));
            }
        }
        return pieces;
    }

    private static Neighbours neighbours(Fabric before, Fabric after, PlannedDivision planned) {
        Set<ParcelId> takers = new HashSet<>();
        planned.gifts().forEach(gift -> takers.add(gift.to()));
        int count = 0;
        double largest = 0;
        for (Change change : planned.changes().changes()) {
            if (change instanceof Change.ParcelChange parcel
                    && isLive(parcel.before())
                    && isLive(parcel.after())
                    && !takers.contains(parcel.id())) {
                count++;
                double more = after.areaOf(parcel.id()).squareMetres()
                        - before.areaOf(parcel.id()).squareMetres();
                largest = Math.max(largest, Math.abs(more));
            }
        }
        return new Neighbours(count, largest);
    }

    private static boolean isLive(@Nullable Parcel parcel) {
        return parcel != null && parcel.isLive();
    }
}
