package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Takes a strip of one width along chosen sides from all parcels it meets, as when a road is widened; one act, and
 * neighbours share the new corners. The strip is bounded by the parallel to the chosen sides. Where they end at a corner
 * at which the parcel goes on nearly straight, it ends square; else the parallel runs on to the parcel's next side. A parcel
 * behind that the strip reaches is cut too, one beside that has a corner where the sides end is not. Each piece of strip becomes a parcel of its own, or all go to one road parcel,
 * which keeps its number. A parcel that the strip takes whole is left as it is, or goes to the road. The new line between
 * strip and land is drawn on the layer of the chosen sides, as a road limit where these have none. Immutable.
 *
 * @param sides along which; at least one, of one set
 * @param widthMetres above 0
 * @param road the parcel that gets the strip; null to make parcels of it
 * @param orphans what becomes of pieces left over that are too small
 * @param legal where the legal areas of the parts come from
 * @param day the day the parcels end and the parts begin
 * @param ids fresh ids for the act
 */
public record TakeStrip(
        List<FrontSide> sides,
        double widthMetres,
        @Nullable ParcelId road,
        Orphans orphans,
        LegalShare legal,
        LocalDate day,
        IdBlock ids)
        implements Division {
    /** The share of strip among the parts. */
    static final int STRIP = 2;

    /**
     * What becomes of pieces left over that are too small to be parcels.
     *
     * @param smallerThanSquareMetres pieces below are orphans
     * @param toNeighbour whether each goes to the parcel beside it with the longest common boundary, in its new shape, that
     *     is neither a road nor frozen nor an orphan itself; else they become parcels and are counted
     */
    public record Orphans(double smallerThanSquareMetres, boolean toNeighbour) {}

    private record Divided(Parcel parent, List<Subdivision.Part> parts) {}

    /** Copies the list. */
    public TakeStrip {
        sides = List.copyOf(sides);
    }

    /** A strip that keeps orphans, only counted. */
    public TakeStrip(
            List<FrontSide> sides,
            double widthMetres,
            @Nullable ParcelId road,
            double orphanSquareMetres,
            LegalShare legal,
            LocalDate day,
            IdBlock ids) {
        this(sides, widthMetres, road, new Orphans(orphanSquareMetres, false), legal, day, ids);
    }

    /**
     * {@inheritDoc} What is left of a parcel has share 1, strip has share 2. Remarks: {@code strip-takes-all} with the
     * parcel's label; {@code strip-leaves-orphans} with the label and how many are kept; {@code orphan-to-neighbour} with
     * the label, square metres, and who gets it; {@code orphan-without-neighbour} with label and square metres of one that
     * is kept because nobody can take it.
     *
     * @throws ImpossibleEditException {@code strip-without-sides}, {@code strip-width-not-valid}, {@code
     *     parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code side-not-there}, {@code sets-differ},
     *     {@code outline-crosses-itself}, {@code outline-unclear}, {@code strip-meets-nothing}
     */
    @Override
    public PlannedDivision divide(Fabric fabric) throws ImpossibleEditException {
        checkAsked(fabric);
        StripPlan plan = follow(fabric);
        ParcelGraph graph = graph(fabric, plan);
        List<Divided> divided = new ArrayList<>();
        List<StripLoss> losses = new ArrayList<>();
        List<PlannedDivision.Remark> remarks = new ArrayList<>();
        for (ParcelGraph.Cut cut : plan.cut(graph)) {
            List<Subdivision.Part> parts = parts(graph, plan, cut);
            if (cut.parcel().equals(road) || parts.stream().noneMatch(part -> part.share() == STRIP)) {
                continue;
            }
            Parcel parent = fabric.parcel(cut.parcel());
            Guards.refuseFrozen(fabric, List.of(parent.id()));
            Subdivision.checkWhole(fabric, graph, cut);
            StripLoss loss = loss(fabric, parent, parts);
            losses.add(loss);
            if (loss.piecesLeft() == 0) {
                remarks.add(PlannedDivision.Remark.of("strip-takes-all", parent.label()));
            }
            if (loss.orphans() > 0 && !orphans.toNeighbour()) {
                remarks.add(PlannedDivision.Remark.of("strip-leaves-orphans", parent.label(), loss.orphans()));
            }
            if (loss.piecesLeft() > 0 || road != null) {
                divided.add(new Divided(parent, parts));
            }
        }
        if (divided.isEmpty()) {
            throw new ImpossibleEditException("strip-meets-nothing", widthMetres);
        }
        Map<Piece, GivenPieces.Taker> takers = takers(fabric, graph, divided, remarks);
        return act(fabric, graph, divided, takers).done("take-strip", losses, remarks);
    }

    private Subdivision act(
            Fabric fabric, ParcelGraph graph, List<Divided> divided, Map<Piece, GivenPieces.Taker> takers)
            throws ImpossibleEditException {
        Subdivision act = new Subdivision(fabric, graph, new Subdivision.Terms(legal, day, ids));
        Set<ParcelId> changed = new HashSet<>();
        divided.forEach(one -> changed.add(one.parent.id()));
        takers.values().forEach(taker -> changed.add(taker.parcel()));
        act.splitSides(changed);
        int lineKind = StripLine.kind(fabric, sides, road);
        if (lineKind != StripLine.PLAIN) {
            divided.forEach(one -> act.drawLine(StripLine.sides(one.parts), lineKind));
        }
        divided.forEach(one -> act.give(one.parent, one.parts, takers));
        for (Divided one : divided) {
            act.divide(one.parent, one.parts);
        }
        act.enlargeTakers();
        return act;
    }

    /** Who gets which piece: strip the road, an orphan the one beside it. */
    private Map<Piece, GivenPieces.Taker> takers(
            Fabric fabric, ParcelGraph graph, List<Divided> divided, List<PlannedDivision.Remark> remarks) {
        Map<Piece, GivenPieces.Taker> takers = new LinkedHashMap<>();
        if (road != null) {
            GivenPieces.Taker strip = new GivenPieces.Taker(road, null);
            divided.forEach(one -> one.parts.stream()
                    .filter(part -> part.share() == STRIP)
                    .forEach(part -> takers.put(part.piece(), strip)));
        }
        if (!orphans.toNeighbour()) {
            return takers;
        }
        OrphanTakers beside = beside(fabric, graph, divided);
        for (Divided one : divided) {
            for (Subdivision.Part part : one.parts) {
                if (isOrphan(part)) {
                    double size = part.piece().squareMetres();
                    GivenPieces.Taker taker = beside.find(part.piece());
                    if (taker == null) {
                        remarks.add(PlannedDivision.Remark.of("orphan-without-neighbour", one.parent.label(), size));
                    } else {
                        takers.put(part.piece(), taker);
                        String gets = fabric.parcel(taker.parcel()).label();
                        remarks.add(PlannedDivision.Remark.of("orphan-to-neighbour", one.parent.label(), size, gets));
                    }
                }
            }
        }
        return takers;
    }

    private OrphanTakers beside(Fabric fabric, ParcelGraph graph, List<Divided> divided) {
        OrphanTakers beside = new OrphanTakers(graph);
        Set<ParcelId> ending = new HashSet<>();
        for (Divided one : divided) {
            ending.add(one.parent.id());
            one.parts.stream()
                    .filter(part -> part.share() != STRIP && !isOrphan(part))
                    .forEach(part -> beside.add(
                            new GivenPieces.Taker(one.parent.id(), part.piece()), GivenPieces.rings(part.piece())));
        }
        for (ParcelId id : graph.parcels()) {
            boolean canTake = !ending.contains(id)
                    && !id.equals(road)
                    && fabric.parcel(id).facts().state() != ParcelState.FROZEN
                    && !Frontage.isTraffic(fabric, id);
            if (canTake) {
                beside.add(new GivenPieces.Taker(id, null), graph.outlines(id));
            }
        }
        return beside;
    }

    private boolean isOrphan(Subdivision.Part part) {
        return part.share() != STRIP && part.piece().squareMetres() < orphans.smallerThanSquareMetres();
    }

    private StripPlan follow(Fabric fabric) throws ImpossibleEditException {
        StripPlan plan = new StripPlan(fabric, widthMetres);
        for (FrontSide side : sides) {
            plan.add(Guards.live(fabric, side.parcel()), side.side());
        }
        plan.follow(road == null ? Set.of() : Set.of(road));
        return plan;
    }

    private void checkAsked(Fabric fabric) throws ImpossibleEditException {
        if (sides.isEmpty()) {
            throw new ImpossibleEditException("strip-without-sides");
        }
        if (!(widthMetres >= 0.01 && widthMetres <= 10_000)) {
            throw new ImpossibleEditException("strip-width-not-valid", widthMetres);
        }
        Parcel first = Guards.live(fabric, sides.get(0).parcel());
        Set<ParcelId> all = new LinkedHashSet<>();
        sides.forEach(side -> all.add(side.parcel()));
        if (road != null) {
            all.add(road);
            Guards.live(fabric, road);
            Guards.refuseFrozen(fabric, List.of(road));
        }
        for (ParcelId id : all) {
            Parcel parcel = Guards.live(fabric, id);
            if (parcel.set() != first.set()) {
                throw new ImpossibleEditException("sets-differ", first.label(), parcel.label());
            }
        }
    }

    private ParcelGraph graph(Fabric fabric, StripPlan plan) {
        Set<ParcelId> all = new LinkedHashSet<>(plan.parcels());
        if (road != null) {
            all.add(road);
        }
        if (orphans.toNeighbour()) {
            plan.parcels().forEach(id -> addBeside(fabric, id, all));
        }
        return new ParcelGraph(fabric, all);
    }

    private static void addBeside(Fabric fabric, ParcelId id, Set<ParcelId> all) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(id));
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                if (cursor.across(r, i) >= 0) {
                    all.add(fabric.parcelAt(cursor.across(r, i)).id());
                }
            }
        }
    }

    /** What is left first, the largest first, then the strip. */
    private static List<Subdivision.Part> parts(ParcelGraph graph, StripPlan plan, ParcelGraph.Cut cut) {
        List<Subdivision.Part> parts = new ArrayList<>();
        for (Piece piece : cut.pieces()) {
            parts.add(new Subdivision.Part(piece, plan.isStrip(graph, cut.parcel(), piece) ? STRIP : 1));
        }
        parts.sort(Comparator.<Subdivision.Part>comparingInt(part -> part.share())
                .thenComparingDouble(part -> -part.piece().squareMetres()));
        return parts;
    }

    private StripLoss loss(Fabric fabric, Parcel parent, List<Subdivision.Part> parts) {
        double lost = 0;
        double left = 0;
        int pieces = 0;
        int small = 0;
        for (Subdivision.Part part : parts) {
            double size = part.piece().squareMetres();
            if (part.share() == STRIP) {
                lost += size;
            } else {
                left += size;
                pieces++;
                small += isOrphan(part) ? 1 : 0;
            }
        }
        return new StripLoss(
                parent.id(), parent.label(), fabric.areaOf(parent.id()), new Area(lost), new Area(left), pieces, small);
    }
}
