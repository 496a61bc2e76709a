package vn.diaba.store.codec;

import java.util.Arrays;

/** Finds the slot of an id among many: open addressing over plain arrays. Confined to one thread. */
public final class SlotTable implements RingBytes.Slots {
    private long[] highs = new long[1 << 12];
    private long[] lows = new long[1 << 12];
    private int[] slots = new int[1 << 12];
    private int size;

    /** Starts empty. */
    public SlotTable() {
        Arrays.fill(slots, -1);
    }

    /** Puts an id's slot, 0 or more; an id already there keeps its place and gets the new slot. */
    public void put(long high, long low, int slot) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int i = place(high, low);
        size += slots[i] < 0 ? 1 : 0;
        highs[i] = high;
        lows[i] = low;
        slots[i] = slot;
    }

    @Override
    public int slot(long high, long low) {
        return slots[place(high, low)];
    }

    private int place(long high, long low) {
        long h = low * 0x9E37_79B9_7F4A_7C15L ^ high * 0xC2B2_AE3D_27D4_EB4FL;
        h ^= h >>> 32;
        int i = (int) h & slots.length - 1;
        while (slots[i] >= 0 && (lows[i] != low || highs[i] != high)) {
            i = i + 1 & slots.length - 1;
        }
        return i;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        int[] oldSlots = slots;
        highs = new long[oldSlots.length * 2];
        lows = new long[oldSlots.length * 2];
        slots = new int[oldSlots.length * 2];
        Arrays.fill(slots, -1);
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] >= 0) {
                int at = place(oldHighs[i], oldLows[i]);
                highs[at] = oldHighs[i];
                lows[at] = oldLows[i];
                slots[at] = oldSlots[i];
            }
        }
    }
}
