package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * Draws a stretch of boundary anew, for all parcels along it at once. The stroke begins and ends on a boundary; the
 * shortest way along boundaries between its ends is what it replaces.
 *
 * <p>A corner of that stretch whose place lies on the stroke stays. Where one other side ends on the stretch, its corner
 * goes along that side's line to the stroke, so that the neighbours behind the stretch follow; where several end, the
 * stroke must pass through their corner. Immutable.
 *
 * @param stroke at least two positions; the first and last within {@link #REACH_METRES} of a boundary
 * @param set whose boundaries
 * @param via a place on the stretch meant, when it is not the shortest; null for the shortest
 * @param ids fresh ids for the act
 */
public record ReshapeBoundary(
        List<EastNorth> stroke, ParcelSet set, @Nullable EastNorth via, IdBlock ids) implements EditCommand {
    /** How near a boundary the ends of the stroke must be, in metres: people read coordinates to the centimetre. */
    public static final double REACH_METRES = 0.05;

    /** Copies the stroke. */
    public ReshapeBoundary {
        stroke = List.copyOf(stroke);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code line-too-short}, {@code end-off-boundary} with the place of an end, {@code
     *     no-boundary-between} with both ends, {@code side-ends-there} with the place of a corner that cannot follow, {@code
     *     reshape-tangled} with the place where corners would come in another order, {@code corners-of-one-ring}, {@code
     *     ring-too-small}, {@code parcel-frozen}, {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<EastNorth> line = new ArrayList<>();
        for (EastNorth place : stroke) {
            if (line.isEmpty() || !line.get(line.size() - 1).equals(place)) {
                line.add(place);
            }
        }
        if (line.size() < 2) {
            throw new ImpossibleEditException("line-too-short", line.size());
        }
        Ends ends = new Ends(fabric);
        CornerId from = ends.attach(line.get(0));
        CornerId to = ends.attach(line.get(line.size() - 1));
        line.set(0, ends.land.corner(from).position());
        line.set(line.size() - 1, ends.land.corner(to).position());
        List<CornerId> way = way(ends.land, from, to);
        if (way.size() < 2) {
            throw new ImpossibleEditException("no-boundary-between", line.get(0), line.get(line.size() - 1));
        }
        ChangeSet redrawn = ChangeSet.planned(
                ids.uuid(0),
                "reshape-boundary",
                new Redraw(ends.land, set, way, line).changes(new IdBlock(ids.high(), ids.low() + 3)));
        ChangeSet act = ends.act.then(redrawn);
        if (act.changes().isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return act;
    }

    private List<CornerId> way(Fabric land, CornerId from, CornerId to) throws ImpossibleEditException {
        BoundaryWay boundaries = new BoundaryWay(land);
        if (from.equals(to)) {
            return List.of();
        }
        if (via == null) {
            return boundaries.shortest(from, to);
        }
        BoundaryPlace through = BoundaryPlace.near(land, via, set, REACH_METRES)
                .orElseThrow(() -> new ImpossibleEditException("end-off-boundary", via));
        return boundaries.shortest(from, to, through.side());
    }

    /** Makes corners of the stroke's ends. Confined to one thread. */
    private final class Ends {
        private Fabric land;
        private ChangeSet act = ChangeSet.planned(ids.uuid(0), "reshape-boundary", List.of());
        private int made;

        Ends(Fabric land) {
            this.land = land;
        }

        CornerId attach(EastNorth place) throws ImpossibleEditException {
            BoundaryPlace end = BoundaryPlace.near(land, place, set, REACH_METRES)
                    .orElseThrow(() -> new ImpossibleEditException("end-off-boundary", place));
            if (end.corner() != null) {
                return end.corner();
            }
            IdBlock fresh = new IdBlock(ids.high(), ids.low() + made++);
            ChangeSet insert = new InsertCorner(end.side(), end.place(), Resurvey.NOTHING, fresh).plan(land);
            act = act.then(insert);
            land = land.apply(insert);
            return BoundaryPlace.near(land, end.place(), set, 0).orElseThrow().corner();
        }
    }
}
