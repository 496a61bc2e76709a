package vn.diaba.cadastre.corner;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideKey;

/**
 * A place on the boundaries of a set: a corner, or a point of a side. Immutable.
 *
 * @param corner the corner; null on a side
 * @param side the nearest side; one of the corner's at a corner
 * @param place the corner's position, or the foot on the side
 */
public record BoundaryPlace(@Nullable CornerId corner, SideKey side, EastNorth place) {
    /**
     * The nearest place on a boundary. A corner within reach is taken before any side.
     *
     * @param reachMetres how far away it may be
     * @return none when there is no boundary within reach
     */
    public static Optional<BoundaryPlace> near(Fabric fabric, EastNorth place, ParcelSet set, double reachMetres) {
        ParcelCursor cursor = fabric.cursor();
        Search search = new Search(place, reachMetres);
        fabric.index().parcelsIn(Extent.of(place).grownBy(reachMetres), slot -> {
            if (cursor.at(slot) && cursor.set() == set) {
                for (int r = 0; r < cursor.rings(); r++) {
                    search.look(cursor, r);
                }
            }
        });
        return Optional.ofNullable(search.corner != null ? search.corner : search.side);
    }

    /** The nearest found so far; equally near ones by their ids. */
    private static final class Search {
        private final EastNorth place;
        private double toCorner;
        private double toSide;
        private @Nullable BoundaryPlace corner;
        private @Nullable BoundaryPlace side;

        Search(EastNorth place, double reach) {
            this.place = place;
            toCorner = reach;
            toSide = reach;
        }

        void look(ParcelCursor cursor, int ring) {
            int n = cursor.size(ring);
            for (int i = 0; i < n; i++) {
                EastNorth from = cursor.position(ring, i);
                EastNorth to = cursor.position(ring, (i + 1) % n);
                double toLine = PlaneMath.distanceToSegment(from, to, place);
                if (toLine <= Math.max(toSide, toCorner)) {
                    CornerId id = cursor.cornerId(ring, i);
                    CornerId end = cursor.cornerId(ring, (i + 1) % n);
                    SideKey key = new SideKey(id, end);
                    takeSide(toLine, key, PlaneMath.along(from, to, PlaneMath.footShare(from, to, place)));
                    takeCorner(from.distanceTo(place), id, key, from);
                    takeCorner(to.distanceTo(place), end, key, to);
                }
            }
        }

        private void takeSide(double away, SideKey key, EastNorth foot) {
            if (away < toSide || (away == toSide && (side == null || compare(key, side.side) < 0))) {
                toSide = away;
                side = new BoundaryPlace(null, key, foot);
            }
        }

        private void takeCorner(double away, CornerId id, SideKey key, EastNorth there) {
            boolean isFirst = corner == null || corner.corner == null;
            if (away < toCorner
                    || (away == toCorner
                            && (isFirst || compare(id, key, java.util.Objects.requireNonNull(corner)) < 0))) {
                toCorner = away;
                corner = new BoundaryPlace(id, key, there);
            }
        }

        private static int compare(CornerId id, SideKey key, BoundaryPlace other) {
            int byCorner = id.compareTo(java.util.Objects.requireNonNull(other.corner));
            return byCorner != 0 ? byCorner : compare(key, other.side);
        }

        private static int compare(SideKey a, SideKey b) {
            int byFirst = a.first().compareTo(b.first());
            return byFirst != 0 ? byFirst : a.second().compareTo(b.second());
        }
    }
}
