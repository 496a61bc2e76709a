package vn.diaba.exchange.drawing;

import java.util.Arrays;

/** A growing array of slots. Confined to one visit. */
final class SlotList {
    private int[] slots = new int[1024];
    private int size;

    void add(int slot) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
        }
        slots[size++] = slot;
    }

    int[] toArray() {
        return Arrays.copyOf(slots, size);
    }
}
