package vn.diaba.app.vertex;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.InOneAct;
import vn.diaba.cadastre.corner.InsertCorner;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Where a corner that is dragged would come down: on a corner of other parcels, which it then becomes; on a survey point,
 * whose measurement it takes over; on a position of another map object; on a side of other parcels, which it then parts; or
 * where it is held. Immutable.
 *
 * @param kind what it caught
 * @param place where it comes down
 * @param side the side it caught; null for other kinds
 * @param point the survey point it caught; null for other kinds
 */
public record Landing(
        Kind kind,
        EastNorth place,
        @Nullable SideKey side,
        @Nullable SurveyPoint point) {
    /** What a corner can come down on. */
    public enum Kind {
        /** A corner of parcels that do not have the dragged one. */
        CORNER,
        /** A point that was surveyed. */
        POINT,
        /** A position of a map object. */
        OBJECT,
        /** A side of parcels that do not have the dragged corner. */
        SIDE,
        /** Nothing. */
        FREE
    }

    /**
     * Catches the nearest corner within reach, else the nearest survey point or object, else the nearest side. Corners and
     * sides of the dragged corner's own parcels are not caught: a ring does not come twice to one place.
     *
     * @param held where the corner is held
     */
    public static Landing of(Fabric fabric, Corner corner, EastNorth held, double reachMetres) {
        Search search = new Search(fabric, corner, held, reachMetres);
        return search.best();
    }

    /** Comes down where it is held, whatever is there. */
    public static Landing free(EastNorth held) {
        return new Landing(Kind.FREE, held, null, null);
    }

    /** What moving the corner there comes to. */
    public EditPlan plan(Fabric fabric, Corner corner, IdBlock ids) {
        Resurvey told = point == null ? Resurvey.NOTHING : new Resurvey(point.observation(), null);
        EditCommand move = new MoveCorner(corner.id(), place, told, ids);
        EditCommand command = move;
        if (side != null) {
            // Beyond all ids the move itself may take.
            EditCommand insert =
                    new InsertCorner(side, place, Resurvey.NOTHING, new IdBlock(ids.high(), ids.low() + 8));
            List<EditCommand> parts = corner.position().equals(place) ? List.of(insert) : List.of(move, insert);
            command = new InOneAct("attach-corner", parts);
        }
        return EditPlan.of(fabric, command, List.of(new Shift(corner.id(), corner.position(), place)));
    }

    /** Confined to one thread, used once. */
    private static final class Search {
        private final Fabric fabric;
        private final EastNorth held;
        private final double reach;
        private final Set<ParcelId> own;
        private double cornerAway;
        private double sideAway;
        private @Nullable EastNorth onCorner;
        private @Nullable EastNorth onSide;
        private @Nullable SideKey side;

        Search(Fabric fabric, Corner corner, EastNorth held, double reach) {
            this.fabric = fabric;
            this.held = held;
            this.reach = reach;
            own = new HashSet<>(fabric.parcelsAt(corner.id()));
            cornerAway = reach;
            sideAway = reach;
        }

        Landing best() {
            ParcelCursor cursor = fabric.cursor();
            var set =
                    own.isEmpty() ? null : fabric.parcel(own.iterator().next()).set();
            fabric.index().parcelsIn(Extent.of(held).grownBy(reach), slot -> {
                if (cursor.at(slot) && !own.contains(cursor.id()) && (set == null || cursor.set() == set)) {
                    for (int r = 0; r < cursor.rings(); r++) {
                        look(cursor, r);
                    }
                }
            });
            if (onCorner != null) {
                return new Landing(Kind.CORNER, onCorner, null, null);
            }
            Landing object = object();
            if (object != null) {
                return object;
            }
            return onSide == null ? free(held) : new Landing(Kind.SIDE, onSide, side, null);
        }

        private void look(ParcelCursor cursor, int ring) {
            int n = cursor.size(ring);
            for (int i = 0; i < n; i++) {
                EastNorth a = cursor.position(ring, i);
                EastNorth b = cursor.position(ring, (i + 1) % n);
                if (a.distanceTo(held) <= cornerAway && isFree(cursor, ring, i)) {
                    cornerAway = a.distanceTo(held);
                    onCorner = a;
                }
                double away = PlaneMath.distanceToSegment(a, b, held);
                if (away < sideAway && isFree(cursor, ring, i, (i + 1) % n)) {
                    sideAway = away;
                    onSide = PlaneMath.along(a, b, PlaneMath.footShare(a, b, held));
                    side = new SideKey(cursor.cornerId(ring, i), cursor.cornerId(ring, (i + 1) % n));
                }
            }
        }

        /** Whether none of the dragged corner's parcels has the corner. */
        private boolean isFree(ParcelCursor cursor, int ring, int i) {
            for (ParcelId user : fabric.parcelsAt(cursor.cornerId(ring, i))) {
                if (own.contains(user)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether none of the dragged corner's parcels has the side. */
        private boolean isFree(ParcelCursor cursor, int ring, int from, int to) {
            Set<ParcelId> both = new HashSet<>(fabric.parcelsAt(cursor.cornerId(ring, from)));
            both.retainAll(fabric.parcelsAt(cursor.cornerId(ring, to)));
            both.retainAll(own);
            return both.isEmpty();
        }

        private @Nullable Landing object() {
            PlacedRecord[] nearest = new PlacedRecord[1];
            double[] away = {reach};
            fabric.index().objectsIn(Extent.of(held).grownBy(reach), placed -> {
                double here = placed.shape().nearestPosition(held).distanceTo(held);
                if (here < away[0] || here == away[0] && placed instanceof SurveyPoint) {
                    away[0] = here;
                    nearest[0] = placed;
                }
            });
            if (nearest[0] == null) {
                return null;
            }
            EastNorth place = nearest[0].shape().nearestPosition(held);
            return nearest[0] instanceof SurveyPoint point
                    ? new Landing(Kind.POINT, place, null, point)
                    : new Landing(Kind.OBJECT, place, null, null);
        }
    }
}
