package vn.diaba.cadastre.fabric;

import java.util.Arrays;

/** A growing array of longs. Confined to one thread. */
final class LongList {
    long[] items;
    int size;

    LongList(int capacity) {
        items = new long[Math.max(8, capacity)];
    }

    void add(long value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1));
        }
        items[size++] = value;
    }

    long[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
