package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A side along which a strip is taken from the parcel's own land. Immutable.
 *
 * @param parcel whose side
 * @param side its number, from 1 through all rings of the parcel
 */
public record FrontSide(ParcelId parcel, int side) {
    /** The sides of live parcels that another parcel lies across, such as the road. */
    public static List<FrontSide> facing(Fabric fabric, Collection<ParcelId> parcels, ParcelId across) {
        int road = fabric.slotOf(across);
        return where(fabric, parcels, (cursor, ring, i) -> cursor.across(ring, i) == road);
    }

    /** The sides of live parcels that are on a road: a road limit, or beside traffic land. */
    public static List<FrontSide> onRoads(Fabric fabric, Collection<ParcelId> parcels) {
        return where(fabric, parcels, (cursor, ring, i) -> Frontage.isRoad(fabric, cursor, ring, i));
    }

    /** The sides of live parcels that nobody lies across. */
    public static List<FrontSide> open(Fabric fabric, Collection<ParcelId> parcels) {
        return where(fabric, parcels, (cursor, ring, i) -> cursor.across(ring, i) == ParcelCursor.NOBODY);
    }

    /**
     * The front a side is part of: the sides of these live parcels that lie beside the same parcel, or beside nobody, as it
     * does, and follow it from corner to corner without a bend of more than 45 degrees. The side itself is always among them.
     */
    public static List<FrontSide> front(Fabric fabric, Collection<ParcelId> parcels, FrontSide from) {
        return FrontFollower.follow(fabric, parcels, from);
    }

    private interface Choice {
        boolean takes(ParcelCursor cursor, int ring, int i);
    }

    private static List<FrontSide> where(Fabric fabric, Collection<ParcelId> parcels, Choice choice) {
        List<FrontSide> sides = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        for (ParcelId id : parcels) {
            int number = 0;
            int slot = fabric.slotOf(id);
            for (int r = 0; slot >= 0 && cursor.at(slot) && r < cursor.rings(); r++) {
                for (int i = 0; i < cursor.size(r); i++) {
                    number++;
                    if (choice.takes(cursor, r, i)) {
                        sides.add(new FrontSide(id, number));
                    }
                }
            }
        }
        return sides;
    }
}
