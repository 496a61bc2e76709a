package vn.diaba.cadastre.rule;

import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.Soundness;

/**
 * Tells which sides have a proper partner: exactly one other parcel uses the side, both parcels are valid, and they lie
 * on opposite sides of it. All other sides are <em>open</em>. Confined to one thread.
 */
final class Partners {
    private static final int LARGE = 256;

    private final Shapes shapes;
    private final Soundness noted;
    private final ParcelCursor cursor;
    private final Outlines outlines;
    private final Outline room;

    Partners(Fabric fabric, Outlines outlines, Shapes shapes) {
        this.shapes = shapes;
        noted = fabric.soundness();
        cursor = fabric.cursor();
        this.outlines = outlines;
        room = outlines.room();
    }

    /** Whether all sides of a parcel are known to have a proper partner, from what was noted by earlier looks. */
    boolean isClosed(int slot) {
        if (!noted.isPartnered(slot) || !noted.isSound(slot)) {
            return false;
        }
        cursor.at(slot);
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                if (!noted.isSound(cursor.across(r, i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Notes that a parcel has no open side, where that follows from the order of corners and is bound to stay. */
    void noteClosed(Outline o) {
        boolean sound = noted.isSound(o.slot());
        for (int i = 0; sound && i < o.size; i++) {
            sound = noted.isSound(o.across[i]);
        }
        if (sound) {
            noted.notePartnered(o.slot());
        }
    }

    /** Whether a side of a parcel has no proper partner. */
    boolean isOpen(Outline o, int side) {
        int across = o.across[side];
        if (across < 0 || across == o.slot()) {
            return true;
        }
        if (!shapes.isValid(o.slot()) || !shapes.isValid(across)) {
            return true;
        }
        int a = o.corner[side];
        int b = o.corner[o.next[side]];
        return o.leftInside[side] ? !landsLeft(across, b, a, o, side) : !landsLeft(across, a, b, o, side);
    }

    /** Whether a parcel has a side between two corners with its land to the left of the way from one to the other. */
    private boolean landsLeft(int slot, int from, int to, Outline o, int side) {
        cursor.at(slot);
        if (shapes.isTurned(slot) || cursor.sides() > LARGE) {
            Outline mate = outlines.read(slot, room);
            boolean[] found = {false};
            mate.sidesIn(o.extentOf(side), i -> {
                int first = mate.corner[mate.leftInside[i] ? i : mate.next[i]];
                int second = mate.corner[mate.leftInside[i] ? mate.next[i] : i];
                found[0] |= first == from && second == to;
            });
            return found[0];
        }
        for (int r = 0; r < cursor.rings(); r++) {
            int n = cursor.size(r);
            int before = cursor.corner(r, n - 1);
            for (int i = 0; i < n; i++) {
                int corner = cursor.corner(r, i);
                if (corner == to && before == from) {
                    return true;
                }
                before = corner;
            }
        }
        return false;
    }

    /** Two slots as one number, different for different pairs, that a hash table spreads well. */
    static long mixed(int a, int b) {
        return ((long) a << 32 | b) * 0x9E37_79B9_7F4A_7C15L;
    }
}
