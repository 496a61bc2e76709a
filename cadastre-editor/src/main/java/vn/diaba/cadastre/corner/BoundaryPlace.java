package vn.diaba.cadastre.corner;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
        Search search = search(fabric, place, set, reachMetres);
        return Optional.ofNullable(search.corner != null ? search.corner : search.side);
    }

    /**
     * The nearest place on a side that does not end within reach: where a corner may be put in. It is the foot on that side,
     * or a corner of other parcels that lies within reach.
     *
     * @return none when there is no such side within reach; its corner is null
     */
    public static Optional<BoundaryPlace> onSide(Fabric fabric, EastNorth place, ParcelSet set, double reachMetres) {
        Search search = search(fabric, place, set, reachMetres);
        BoundaryPlace passing = search.passing;
        return passing == null || search.corner == null
                ? Optional.ofNullable(passing)
                : Optional.of(new BoundaryPlace(null, passing.side, search.corner.place));
    }

    /** The corners within reach, in the order of their ids. */
    public static List<CornerId> corners(Fabric fabric, EastNorth place, ParcelSet set, double reachMetres) {
        return List.copyOf(search(fabric, place, set, reachMetres).corners);
    }

    private static Search search(Fabric fabric, EastNorth place, ParcelSet set, double reachMetres) {
        ParcelCursor cursor = fabric.cursor();
        Search search = new Search(place, reachMetres);
        fabric.index().parcelsIn(Extent.of(place).grownBy(reachMetres), slot -> {
            if (cursor.at(slot) && cursor.set() == set) {
                for (int r = 0; r < cursor.rings(); r++) {
                    search.look(cursor, r);
                }
            }
        });
        return search;
    }

    /** The nearest found so far; equally near ones by their ids. Confined to one thread. */
    private static final class Search {
        private final EastNorth place;
        private final double reach;
        private final SortedSet<CornerId> corners = new TreeSet<>();
        private @Nullable BoundaryPlace corner;
        private @Nullable BoundaryPlace side;
        private @Nullable BoundaryPlace passing;

        Search(EastNorth place, double reach) {
            this.place = place;
            this.reach = reach;
        }

        void look(ParcelCursor cursor, int ring) {
            int n = cursor.size(ring);
            for (int i = 0; i < n; i++) {
                EastNorth from = cursor.position(ring, i);
                EastNorth to = cursor.position(ring, (i + 1) % n);
                if (PlaneMath.distanceToSegment(from, to, place) <= reach) {
                    CornerId start = cursor.cornerId(ring, i);
                    CornerId end = cursor.cornerId(ring, (i + 1) % n);
                    SideKey key = new SideKey(start, end);
                    EastNorth foot = PlaneMath.along(from, to, PlaneMath.footShare(from, to, place));
                    BoundaryPlace here = new BoundaryPlace(null, key, foot);
                    side = nearer(here, side);
                    boolean endsHere = takeCorner(new BoundaryPlace(start, key, from));
                    endsHere |= takeCorner(new BoundaryPlace(end, key, to));
                    passing = endsHere ? passing : nearer(here, passing);
                }
            }
        }

        private boolean takeCorner(BoundaryPlace found) {
            boolean isNear = found.place.distanceTo(place) <= reach;
            if (isNear) {
                corners.add(java.util.Objects.requireNonNull(found.corner));
                corner = nearer(found, corner);
            }
            return isNear;
        }

        private BoundaryPlace nearer(BoundaryPlace found, @Nullable BoundaryPlace best) {
            return best == null || order().compare(found, best) < 0 ? found : best;
        }

        private Comparator<BoundaryPlace> order() {
            return Comparator.<BoundaryPlace>comparingDouble(found -> found.place.distanceTo(place))
                    .thenComparing(BoundaryPlace::corner, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(found -> found.side.first())
                    .thenComparing(found -> found.side.second());
        }
    }
}
