package vn.diaba.app.split;

import java.util.Collection;
import java.util.Optional;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A side or corner of a parcel that the pointer is on. Immutable.
 *
 * @param kind which of the two
 * @param parcel whose
 * @param number from 1 through all rings of the parcel; side K runs from corner K to the next
 * @param from the corner, or where the side begins
 * @param to the corner, or where the side ends
 */
public record Pick(Kind kind, ParcelId parcel, int number, EastNorth from, EastNorth to) {
    /** What can be picked. */
    public enum Kind {
        /** A corner. */
        CORNER,
        /** A side. */
        SIDE
    }

    /** The nearest corner of some live parcels within reach. */
    public static Optional<Pick> corner(
            Fabric fabric, Collection<ParcelId> parcels, EastNorth pointer, double reachMetres) {
        return nearest(fabric, parcels, Kind.CORNER, pointer, reachMetres);
    }

    /** The nearest side of some live parcels within reach; of two on one line that of the parcel the pointer is in. */
    public static Optional<Pick> side(
            Fabric fabric, Collection<ParcelId> parcels, EastNorth pointer, double reachMetres) {
        return nearest(fabric, parcels, Kind.SIDE, pointer, reachMetres);
    }

    private static Optional<Pick> nearest(
            Fabric fabric, Collection<ParcelId> parcels, Kind kind, EastNorth pointer, double reachMetres) {
        Pick best = null;
        double least = reachMetres;
        Collection<ParcelId> inside = fabric.index().parcelsAt(pointer);
        ParcelCursor cursor = fabric.cursor();
        for (ParcelId id : parcels) {
            int slot = fabric.slotOf(id);
            // A hair of preference decides between the two parcels of one side.
            double preference = inside.contains(id) ? 1e-6 : 0;
            int number = 0;
            for (int r = 0; slot >= 0 && cursor.at(slot) && r < cursor.rings(); r++) {
                for (int i = 0; i < cursor.size(r); i++) {
                    number++;
                    EastNorth a = cursor.position(r, i);
                    EastNorth b = kind == Kind.CORNER ? a : cursor.position(r, (i + 1) % cursor.size(r));
                    double away =
                            kind == Kind.CORNER ? a.distanceTo(pointer) : PlaneMath.distanceToSegment(a, b, pointer);
                    if (away - preference < least) {
                        least = away - preference;
                        best = new Pick(kind, id, number, a, b);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
