package vn.diaba.cadastre.rule;

import java.util.Arrays;

/** Sides without a proper partner, parcel by parcel in the order they were added. Confined to one thread. */
final class OpenSides {
    private int[] slots = new int[16];
    private int[] ends = new int[16];
    private int[] sides = new int[64];
    private int count;
    private int size;

    /** Adds a parcel's open sides that a look sees, and tells whether there are any. */
    boolean add(Outline o, Partners partners, Look look) {
        int before = size;
        for (int i = 0; i < o.size; i++) {
            if (look.seesSide(o, i) && partners.isOpen(o, i)) {
                if (size == sides.length) {
                    sides = Arrays.copyOf(sides, 2 * size);
                }
                sides[size++] = i;
            }
        }
        if (size > before) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            slots[count] = o.slot();
            ends[count++] = size;
        }
        return size > before;
    }

    /** Parcels with open sides. */
    int parcels() {
        return count;
    }

    /** The slot of the n-th of them. */
    int slot(int n) {
        return slots[n];
    }

    /** Indices of its open sides, ascending. */
    int[] sides(int n) {
        return Arrays.copyOfRange(sides, n == 0 ? 0 : ends[n - 1], ends[n]);
    }
}
