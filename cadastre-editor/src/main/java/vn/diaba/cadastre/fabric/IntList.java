package vn.diaba.cadastre.fabric;

import java.util.Arrays;

/** A growing array of ints. Confined to one thread. */
final class IntList {
    static final int[] NONE = {};

    int[] items;
    int size;

    IntList(int capacity) {
        items = new int[Math.max(8, capacity)];
    }

    void add(int value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1));
        }
        items[size++] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
