package vn.diaba.cadastre.fabric;

/** Finds, for many sides at once, the sides between the same two corners. Confined to one thread. */
final class SideGroups {
    private final int[] heads;
    private final int mask;
    private final long[] keys;
    private final int[] owners;
    private final int[] next;
    private int size;

    /** Makes room for a known number of sides. */
    SideGroups(int sides) {
        int length = 16;
        while (length < sides * 1.5) {
            length *= 2;
        }
        heads = new int[length];
        mask = length - 1;
        keys = new long[sides];
        owners = new int[sides];
        next = new int[sides];
    }

    /** Adds the side between two corner slots, whatever the direction, of a parcel; sides count from 0 in this order. */
    void add(int from, int to, int owner) {
        long key = (long) Math.min(from, to) << 32 | Math.max(from, to);
        int side = size++;
        keys[side] = key;
        owners[side] = owner;
        int at = slot(key);
        next[side] = heads[at];
        heads[at] = side + 1;
    }

    private int slot(long key) {
        long hash = key * 0x9E37_79B9_7F4A_7C15L;
        int at = (int) (hash >>> 33) & mask;
        while (heads[at] != 0 && keys[heads[at] - 1] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** Who owns the one other side between the same corners, or {@link ParcelCursor#NOBODY}, {@link ParcelCursor#MANY}. */
    int across(int side) {
        int head = heads[slot(keys[side])] - 1;
        int second = next[head] - 1;
        if (second < 0) {
            return ParcelCursor.NOBODY;
        }
        if (next[second] != 0) {
            return ParcelCursor.MANY;
        }
        return owners[head == side ? second : head];
    }
}
