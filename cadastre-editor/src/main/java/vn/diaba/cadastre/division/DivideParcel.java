package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Divides a parcel into parts of wanted sizes by straight cuts: equal parts, a ratio, a list of areas, one area cut off.
 * Each cut is found by a bracketing search to less than 0.001 m²; then all are drawn and the parcel is cut as by {@link
 * SplitParcel}. After the grid a part meets its size within 0.001 m² + 0.1 mm × length of the sides touched. A cut that
 * would pass within 1 mm of a corner goes through it and is turned by the trifle that keeps the area. A part of concave
 * land may come in several pieces; each becomes a parcel, and a remark says so. Immutable.
 *
 * @param parcel which parcel
 * @param shares how large the parts are to be
 * @param direction how the cuts run
 * @param legal where the legal areas of the parts come from
 * @param day the day the parcel ends and the parts begin
 * @param ids fresh ids for the act
 */
public record DivideParcel(
        ParcelId parcel, Shares shares, CutDirection direction, LegalShare legal, LocalDate day, IdBlock ids)
        implements Division {
    /**
     * {@inheritDoc} Remarks: {@code part-in-pieces} with the part's number and how many pieces it has; {@code
     * area-not-met} with part, wanted and given square metres, where a corner in the way left no choice.
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     outline-crosses-itself}, what {@link Shares#squareMetres} and {@link CutDirection#sweep} say; {@code
     *     part-without-land} with the parcel's label and the part that would be too narrow to be
     */
    @Override
    public PlannedDivision divide(Fabric fabric) throws ImpossibleEditException {
        Parcel parent = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        LandOutline land = NumberedSides.outline(fabric, parent);
        double whole = land.area();
        List<Double> wanted = shares.squareMetres(parent.label(), whole);
        Sweep sweep = direction.sweep(fabric, parent);
        ParcelGraph graph = new ParcelGraph(fabric, List.of(parcel));
        double[] places = new double[wanted.size() - 1];
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += wanted.get(i);
            places[i] = sweep.place(land, sum);
            graph.draw(sweep.cut(places[i], sum));
        }
        graph.draw(sweep.opening());
        ParcelGraph.Cut cut = graph.cut().get(0);
        Subdivision.checkWhole(fabric, graph, cut);
        List<Subdivision.Part> parts = new ArrayList<>();
        for (Piece piece : cut.pieces()) {
            parts.add(new Subdivision.Part(piece, shareOf(sweep, places, land.like(graph.graph(), piece))));
        }
        parts.sort(Comparator.<Subdivision.Part>comparingInt(part -> part.share())
                .thenComparingDouble(part -> -part.piece().squareMetres()));
        List<PlannedDivision.Remark> remarks = remarks(fabric, parent, wanted, parts);
        Subdivision act = new Subdivision(fabric, graph, new Subdivision.Terms(legal, day, ids));
        act.splitSides(Set.of(parcel));
        act.divide(parent, parts);
        return act.done("divide-parcel", remarks);
    }

    /** The part between whose cuts most of a piece lies. */
    private static int shareOf(Sweep sweep, double[] places, LandOutline piece) {
        int best = 0;
        double most = -1;
        double before = 0;
        for (int i = 0; i <= places.length; i++) {
            double behind = i == places.length ? piece.area() : sweep.behind(piece, places[i]);
            if (behind - before > most) {
                most = behind - before;
                best = i;
            }
            before = behind;
        }
        return best + 1;
    }

    private List<PlannedDivision.Remark> remarks(
            Fabric fabric, Parcel parent, List<Double> wanted, List<Subdivision.Part> parts)
            throws ImpossibleEditException {
        double[] given = new double[wanted.size()];
        int[] pieces = new int[given.length];
        for (Subdivision.Part part : parts) {
            given[part.share() - 1] += part.piece().squareMetres();
            pieces[part.share() - 1]++;
        }
        double tolerance = 0.001 + 1e-4 * Frontage.perimeter(fabric, parcel);
        List<PlannedDivision.Remark> remarks = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            if (pieces[i] == 0) {
                throw new ImpossibleEditException("part-without-land", parent.label(), i + 1, wanted.get(i));
            }
            if (pieces[i] > 1) {
                remarks.add(PlannedDivision.Remark.of("part-in-pieces", i + 1, pieces[i]));
            }
            if (Math.abs(given[i] - wanted.get(i)) > tolerance) {
                remarks.add(PlannedDivision.Remark.of("area-not-met", i + 1, wanted.get(i), given[i]));
            }
        }
        return remarks;
    }

    /**
     * The sides, counted from 1, parallel to which the same division gives each part in one piece. Empty when there is
     * none; only the first 64 sides are tried.
     */
    public List<Integer> sidesGivingWholeParts(Fabric fabric) {
        List<Integer> sides = new ArrayList<>();
        for (int side = 1; side <= 64; side++) {
            try {
                PlannedDivision planned = new DivideParcel(
                                parcel, shares, new CutDirection.AlongSide(side), legal, day, ids)
                        .divide(fabric);
                if (planned.remarks().stream().noneMatch(remark -> remark.code().equals("part-in-pieces"))) {
                    sides.add(side);
                }
            } catch (ImpossibleEditException notThisWay) {
                if (notThisWay.code().equals("side-not-there")) {
                    break;
                }
            }
        }
        return sides;
    }
}
