package vn.diaba.cadastre.rule;

import java.util.Arrays;

/** A growing array of ints. Confined to one thread. */
final class IntStack {
    private int[] items = new int[16];
    private int size;

    void push(int value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = value;
    }

    int size() {
        return size;
    }

    int at(int i) {
        return items[i];
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
