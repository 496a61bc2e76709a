package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Takes a strip of one width along chosen sides from all parcels it meets, as when a road is widened; one act, and
 * neighbours share the new corners. The strip is bounded by the parallel to the chosen sides. Where they end at a corner
 * at which the parcel goes on nearly straight, it ends square; else the parallel runs on to the parcel's next side. A parcel
 * behind that the strip reaches is cut too. Each piece of strip becomes a parcel of its own, or all go to one road parcel,
 * which keeps its number. A parcel that the strip takes whole is left as it is, or goes to the road. Immutable.
 *
 * @param sides along which; at least one, of one set
 * @param widthMetres above 0
 * @param road the parcel that gets the strip; null to make parcels of it
 * @param orphanSquareMetres pieces left over that are smaller are counted as orphans
 * @param legal where the legal areas of the parts come from
 * @param day the day the parcels end and the parts begin
 * @param ids fresh ids for the act
 */
public record TakeStrip(
        List<FrontSide> sides,
        double widthMetres,
        @Nullable ParcelId road,
        double orphanSquareMetres,
        LegalShare legal,
        LocalDate day,
        IdBlock ids)
        implements Division {
    /** Copies the list. */
    public TakeStrip {
        sides = List.copyOf(sides);
    }

    /**
     * {@inheritDoc} What is left of a parcel has share 1, strip has share 2. Remarks: {@code strip-takes-all} and {@code
     * strip-leaves-orphans} with the parcel's label and how many.
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
        List<ParcelGraph.Cut> cuts = plan.cut(graph);
        List<ParcelId> parents = new ArrayList<>();
        List<List<Subdivision.Part>> partsOf = new ArrayList<>();
        List<StripLoss> losses = new ArrayList<>();
        List<PlannedDivision.Remark> remarks = new ArrayList<>();
        for (ParcelGraph.Cut cut : cuts) {
            List<Subdivision.Part> parts = parts(graph, plan, cut);
            if (cut.parcel().equals(road) || parts.stream().noneMatch(part -> part.share() == 2)) {
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
            if (loss.orphans() > 0) {
                remarks.add(PlannedDivision.Remark.of("strip-leaves-orphans", parent.label(), loss.orphans()));
            }
            if (loss.piecesLeft() > 0 || road != null) {
                parents.add(parent.id());
                partsOf.add(parts);
            }
        }
        if (parents.isEmpty()) {
            throw new ImpossibleEditException("strip-meets-nothing", widthMetres);
        }
        Subdivision act = new Subdivision(fabric, graph, new Subdivision.Terms(legal, day, ids));
        Set<ParcelId> changed = new HashSet<>(parents);
        if (road != null) {
            changed.add(road);
        }
        act.splitSides(changed);
        for (int i = 0; i < parents.size(); i++) {
            act.divide(fabric.parcel(parents.get(i)), partsOf.get(i), road == null ? 0 : 2);
        }
        if (road != null) {
            act.enlarge(fabric.parcel(road));
        }
        return act.done("take-strip", losses, remarks);
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
        return new ParcelGraph(fabric, all);
    }

    /** What is left first, the largest first, then the strip. */
    private static List<Subdivision.Part> parts(ParcelGraph graph, StripPlan plan, ParcelGraph.Cut cut) {
        List<Subdivision.Part> parts = new ArrayList<>();
        for (Piece piece : cut.pieces()) {
            parts.add(new Subdivision.Part(piece, plan.isStrip(graph, cut.parcel(), piece) ? 2 : 1));
        }
        parts.sort(Comparator.<Subdivision.Part>comparingInt(part -> part.share())
                .thenComparingDouble(part -> -part.piece().squareMetres()));
        return parts;
    }

    private StripLoss loss(Fabric fabric, Parcel parent, List<Subdivision.Part> parts) {
        double lost = 0;
        double left = 0;
        int pieces = 0;
        int orphans = 0;
        for (Subdivision.Part part : parts) {
            double size = part.piece().squareMetres();
            if (part.share() == 2) {
                lost += size;
            } else {
                left += size;
                pieces++;
                orphans += size < orphanSquareMetres ? 1 : 0;
            }
        }
        return new StripLoss(
                parent.id(),
                parent.label(),
                fabric.areaOf(parent.id()),
                new Area(lost),
                new Area(left),
                pieces,
                orphans);
    }
}
