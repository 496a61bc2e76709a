package vn.diaba.cadastre.fabric;

import java.util.Arrays;

/**
 * Finds, for many sides at once, the sides between the same two corners: they lie together under the lower of the two, and
 * few others do. Confined to one thread; all sides are added before one is asked for.
 */
final class SideGroups {
    private final long[] keys;
    private final int[] owners;
    private int size;
    private int corners;
    /** For each corner where the sides of which it is the lower one end in {@link #order}; made when first asked for. */
    private int[] ends = IntList.NONE;

    private int[] order = IntList.NONE;

    /** Makes room for a known number of sides. */
    SideGroups(int sides) {
        keys = new long[sides];
        owners = new int[sides];
    }

    /** Adds the side between two corner slots, whatever the direction, of a parcel; sides count from 0 in this order. */
    void add(int from, int to, int owner) {
        int lower = Math.min(from, to);
        corners = Math.max(corners, lower + 1);
        keys[size] = (long) lower << 32 | Math.max(from, to);
        owners[size++] = owner;
    }

    private void sort() {
        int[] next = new int[corners + 1];
        for (int side = 0; side < size; side++) {
            next[(int) (keys[side] >>> 32) + 1]++;
        }
        for (int corner = 1; corner <= corners; corner++) {
            next[corner] += next[corner - 1];
        }
        order = new int[size];
        for (int side = 0; side < size; side++) {
            order[next[(int) (keys[side] >>> 32)]++] = side;
        }
        ends = Arrays.copyOf(next, corners);
    }

    /** Who owns the one other side between the same corners, or {@link ParcelCursor#NOBODY}, {@link ParcelCursor#MANY}. */
    int across(int side) {
        if (order.length == 0) {
            sort();
        }
        long key = keys[side];
        int lower = (int) (key >>> 32);
        int found = ParcelCursor.NOBODY;
        for (int i = lower == 0 ? 0 : ends[lower - 1]; i < ends[lower]; i++) {
            int other = order[i];
            if (other != side && keys[other] == key) {
                if (found != ParcelCursor.NOBODY) {
                    return ParcelCursor.MANY;
                }
                found = owners[other];
            }
        }
        return found;
    }
}
