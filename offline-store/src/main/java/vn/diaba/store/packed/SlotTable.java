package vn.diaba.store.packed;

import java.util.Arrays;

/**
 * Finds the slot of an id among many. Ids that come one after the other with slots one after the other, as those of an
 * import do, are kept as one run; the others by open addressing over plain arrays. Confined to one thread.
 */
public final class SlotTable implements RingBytes.Slots {
    /** A shorter run is kept as single ids. */
    private static final int SHORT = 16;

    private long[] highs = new long[1 << 8];
    private long[] lows = new long[1 << 8];
    private int[] slots = new int[1 << 8];
    private int size;

    /** Runs by their first ids in order; no two have an id in common. */
    private Run[] runs = new Run[16];

    private int runCount;
    private Run open = new Run(0, 0, 0, 0);
    private Run last = open;

    /** Ids of one upper half, one after the other, and their slots. Confined to one thread. */
    private static final class Run {
        private final long high;
        private final long low;
        private final int slot;
        private int length;

        Run(long high, long low, int slot, int length) {
            this.high = high;
            this.low = low;
            this.slot = slot;
            this.length = length;
        }

        boolean has(long idHigh, long idLow) {
            return idHigh == high && idLow >= low && idLow - low >= 0 && idLow - low < length;
        }

        boolean isBefore(long idHigh, long idLow) {
            return high < idHigh || (high == idHigh && low <= idLow);
        }
    }

    /** Starts empty. */
    public SlotTable() {
        Arrays.fill(slots, -1);
    }

    /** Puts an id's slot, 0 or more; an id already there gets the new slot. */
    public void put(long high, long low, int slot) {
        if (isSingle(high, low)) {
            slots[place(high, low)] = slot;
        } else if (open.length > 0
                && high == open.high
                && low == open.low + open.length
                && low > open.low
                && slot == open.slot + open.length
                && find(high, low) == null) {
            open.length++;
        } else {
            close();
            if (!isSingle(high, low) && find(high, low) == null) {
                open = new Run(high, low, slot, 1);
            } else {
                single(high, low, slot);
            }
        }
    }

    private boolean isSingle(long high, long low) {
        return size > 0 && slots[place(high, low)] >= 0;
    }

    /** Ends the open run. */
    private void close() {
        Run done = open;
        open = new Run(0, 0, 0, 0);
        if (done.length < SHORT) {
            for (int i = 0; i < done.length; i++) {
                single(done.high, done.low + i, done.slot + i);
            }
            return;
        }
        if (runCount == runs.length) {
            runs = Arrays.copyOf(runs, runCount * 2);
        }
        int at = before(done.high, done.low) + 1;
        System.arraycopy(runs, at, runs, at + 1, runCount - at);
        runs[at] = done;
        runCount++;
    }

    private void single(long high, long low, int slot) {
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
        int single = size == 0 ? -1 : slots[place(high, low)];
        if (single >= 0) {
            return single;
        }
        Run run = last.has(high, low) ? last : open.has(high, low) ? open : find(high, low);
        if (run == null) {
            return -1;
        }
        last = run;
        return run.slot + (int) (low - run.low);
    }

    /** The closed run an id is in. */
    private @org.jspecify.annotations.Nullable Run find(long high, long low) {
        int at = before(high, low);
        return at >= 0 && runs[at].has(high, low) ? runs[at] : null;
    }

    /** The last closed run that starts at or before an id, −1 if none does. */
    private int before(long high, long low) {
        int from = 0;
        int to = runCount;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (runs[middle].isBefore(high, low)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
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
