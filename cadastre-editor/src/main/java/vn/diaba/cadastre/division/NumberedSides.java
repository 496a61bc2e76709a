package vn.diaba.cadastre.division;

import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.Parcel;

/** Finds sides and corners of a parcel by their number, from 1 through all rings. Stateless. */
final class NumberedSides {
    private NumberedSides() {}

    static LandOutline outline(Fabric fabric, Parcel parcel) {
        return LandOutline.of(at(fabric, parcel));
    }

    private static ParcelCursor at(Fabric fabric, Parcel parcel) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(parcel.id()));
        return cursor;
    }

    /** Ring and place in it of a side or corner; empty when there is none. */
    static int[] locate(ParcelCursor cursor, int number) {
        int left = number - 1;
        for (int r = 0; left >= 0 && r < cursor.rings(); r++) {
            if (left < cursor.size(r)) {
                return new int[] {r, left};
            }
            left -= cursor.size(r);
        }
        return new int[0];
    }

    /** The unit direction of a side, with the land on its left. */
    static double[] direction(Fabric fabric, Parcel parcel, int side) throws ImpossibleEditException {
        ParcelCursor cursor = at(fabric, parcel);
        int[] where = locate(cursor, side);
        if (where.length == 0) {
            throw new ImpossibleEditException("side-not-there", parcel.label(), side, cursor.sides());
        }
        int next = (where[1] + 1) % cursor.size(where[0]);
        double e = cursor.east(where[0], next) - cursor.east(where[0], where[1]);
        double n = cursor.north(where[0], next) - cursor.north(where[0], where[1]);
        double length = Math.hypot(e, n);
        if (length == 0) {
            throw new ImpossibleEditException("side-not-there", parcel.label(), side, cursor.sides());
        }
        double hand = isForward(cursor, where[0]) ? 1 : -1;
        return new double[] {hand * e / length, hand * n / length};
    }

    static boolean isForward(ParcelCursor cursor, int ring) {
        return cursor.signedArea(ring) > 0 == cursor.isShell(ring);
    }

    static TurningSweep turning(Fabric fabric, Parcel parcel, int corner) throws ImpossibleEditException {
        ParcelCursor cursor = at(fabric, parcel);
        int[] where = locate(cursor, corner);
        if (where.length == 0) {
            throw new ImpossibleEditException("corner-not-of-parcel", parcel.label(), corner, cursor.sides());
        }
        int r = where[0];
        int step = isForward(cursor, r) ? 1 : -1;
        int next = Math.floorMod(where[1] + step, cursor.size(r));
        LandOutline land = LandOutline.of(cursor);
        double east = cursor.east(r, where[1]) - land.originEast;
        double north = cursor.north(r, where[1]) - land.originNorth;
        double from = Math.atan2(
                cursor.north(r, next) - cursor.north(r, where[1]), cursor.east(r, next) - cursor.east(r, where[1]));
        return TurningSweep.of(land, east, north, from);
    }

    static int longest(Fabric fabric, Parcel parcel) {
        ParcelCursor cursor = at(fabric, parcel);
        int best = 1;
        double length = -1;
        int number = 0;
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                number++;
                double one = cursor.position(r, i).distanceTo(cursor.position(r, (i + 1) % cursor.size(r)));
                if (one > length) {
                    length = one;
                    best = number;
                }
            }
        }
        return best;
    }
}
