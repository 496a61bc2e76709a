package vn.diaba.cadastre.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;

/**
 * Tells which sides have a proper partner: exactly one other parcel uses the side, both parcels are valid, and they lie
 * on opposite sides of it. All other sides are <em>open</em>. Confined to one thread.
 */
final class Partners {
    private static final int LARGE = 256;

    private final Shapes shapes;
    private final ParcelCursor cursor;
    private final Outlines outlines;
    private final Outline room;
    private final Map<Integer, Set<Long>> largeParcels = new HashMap<>();

    Partners(Fabric fabric, Outlines outlines, Shapes shapes) {
        this.shapes = shapes;
        cursor = fabric.cursor();
        this.outlines = outlines;
        room = outlines.room();
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
        return o.leftInside[side] ? !landsLeft(across, b, a) : !landsLeft(across, a, b);
    }

    /** Whether a parcel has a side between two corners with its land to the left of the way from one to the other. */
    private boolean landsLeft(int slot, int from, int to) {
        cursor.at(slot);
        if (shapes.isTurned(slot) || cursor.sides() > LARGE) {
            return largeParcels.computeIfAbsent(slot, this::directed).contains(mixed(from, to));
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

    private Set<Long> directed(int slot) {
        Outline mate = outlines.read(slot, room);
        Set<Long> sides = new HashSet<>(2 * mate.size);
        for (int i = 0; i < mate.size; i++) {
            int a = mate.corner[i];
            int b = mate.corner[mate.next[i]];
            sides.add(mate.leftInside[i] ? mixed(a, b) : mixed(b, a));
        }
        return sides;
    }

    /** Two slots as one number, different for different pairs, that a hash table spreads well. */
    static long mixed(int a, int b) {
        return ((long) a << 32 | b) * 0x9E37_79B9_7F4A_7C15L;
    }
}
