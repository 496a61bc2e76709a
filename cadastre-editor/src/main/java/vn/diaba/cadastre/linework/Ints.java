package vn.diaba.cadastre.linework;

import java.util.Arrays;

/** A growing list of numbers. Confined to one thread. */
final class Ints {
    int[] items = new int[64];
    int size;

    void addAll(Ints other) {
        for (int i = 0; i < other.size; i++) {
            add(other.items[i]);
        }
    }

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }
}
