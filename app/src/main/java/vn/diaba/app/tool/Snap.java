package vn.diaba.app.tool;

import java.util.Optional;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.Corner;

/**
 * Where a pointer means to be: on a corner, on a map object, on a side, or where it is. Immutable.
 *
 * @param kind what it caught
 * @param place the position meant
 */
public record Snap(Kind kind, EastNorth place) {
    /** What a pointer can catch. */
    public enum Kind {
        /** A corner; the parcels get this very corner. */
        CORNER,
        /** A position of a map object or a survey point. */
        OBJECT,
        /** A side, at the foot of the perpendicular. */
        SIDE,
        /** Nothing. */
        FREE
    }

    /** Catches the nearest corner within reach, else the nearest position of a map object or survey point, else the nearest
     * side, else nothing. */
    public static Snap at(Fabric fabric, EastNorth pointer, double reachMetres) {
        Optional<Corner> corner = fabric.index().nearestCorner(pointer, reachMetres);
        if (corner.isPresent()) {
            return new Snap(Kind.CORNER, corner.get().position());
        }
        Optional<EastNorth> object = fabric.index().nearestObjectPosition(pointer, reachMetres);
        if (object.isPresent()) {
            return new Snap(Kind.OBJECT, object.get());
        }
        EastNorth[] best = {pointer};
        double[] bestAway = {reachMetres};
        ParcelCursor cursor = fabric.cursor();
        fabric.index().parcelsIn(Extent.of(pointer).grownBy(reachMetres), slot -> {
            if (cursor.at(slot)) {
                nearestSide(cursor, pointer, best, bestAway);
            }
        });
        return bestAway[0] < reachMetres ? new Snap(Kind.SIDE, best[0]) : new Snap(Kind.FREE, pointer);
    }

    private static void nearestSide(ParcelCursor cursor, EastNorth pointer, EastNorth[] best, double[] bestAway) {
        for (int ring = 0; ring < cursor.rings(); ring++) {
            int n = cursor.size(ring);
            for (int i = 0; i < n; i++) {
                EastNorth a = cursor.position(ring, i);
                EastNorth b = cursor.position(ring, (i + 1) % n);
                double away = PlaneMath.distanceToSegment(a, b, pointer);
                if (away < bestAway[0]) {
                    bestAway[0] = away;
                    best[0] = PlaneMath.along(a, b, PlaneMath.footShare(a, b, pointer));
                }
            }
        }
    }
}
