package vn.diaba.cadastre.fabric;

import java.io.IOException;

/**
 * Finds the slot of an id: a persistent open-addressing hash table that holds slots only; the ids themselves are read
 * from the table it indexes. Immutable once {@link Editor#done} has been called.
 */
final class SlotIndex {
    static final SlotIndex EMPTY = new SlotIndex(new int[][] {new int[Editor.SEGMENT]}, 0);
    private static final int REMOVED = -1;

    private final int[][] segments;
    private final int used;

    private SlotIndex(int[][] segments, int used) {
        this.segments = segments;
        this.used = used;
    }

    SlotIndex(ArrayIn in) throws IOException {
        used = in.number();
        segments = new int[in.length()][];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = in.ints();
        }
    }

    void write(ArrayOut out) throws IOException {
        out.number(used);
        out.number(segments.length);
        for (int[] segment : segments) {
            out.ints(segment);
        }
    }

    /** Reads the id at a slot. */
    interface Ids {
        long high(int slot);

        long low(int slot);
    }

    /** The slot of an id, or −1. */
    int find(long high, long low, Ids ids) {
        long hash = hash(high, low);
        return find(segments[segmentOf(hash, segments.length)], hash, high, low, ids);
    }

    private static int find(int[] segment, long hash, long high, long low, Ids ids) {
        for (int i = (int) hash & Editor.SEGMENT - 1; segment[i] != 0; i = i + 1 & Editor.SEGMENT - 1) {
            int slot = segment[i] - 1;
            if (segment[i] != REMOVED && ids.low(slot) == low && ids.high(slot) == high) {
                return slot;
            }
        }
        return -1;
    }

    private static long hash(long high, long low) {
        long h = low * 0x9E37_79B9_7F4A_7C15L ^ high * 0xC2B2_AE3D_27D4_EB4FL;
        h ^= h >>> 29;
        h *= 0xBF58_476D_1CE4_E5B9L;
        return h ^ h >>> 32;
    }

    private static int segmentOf(long hash, int count) {
        return (int) ((hash >>> 32) * count >>> 32);
    }

    Editor edit() {
        return new Editor(this);
    }

    /** Sized for a known number of ids. */
    static Editor editorFor(int ids) {
        int count = (int) ((long) ids * 10 / (Editor.SEGMENT * 6)) + 1;
        return new Editor(new SlotIndex(new int[count][], 0));
    }

    /** Collects changes for a new index; confined to one thread. */
    static final class Editor {
        private static final int SEGMENT = 1024;

        private int[][] segments;
        private boolean[] owned;
        private int used;

        private Editor(SlotIndex from) {
            segments = from.segments.clone();
            owned = new boolean[segments.length];
            used = from.used;
        }

        /** The slot of an id, or −1. */
        int find(long high, long low, Ids ids) {
            long hash = hash(high, low);
            int[] segment = segments[segmentOf(hash, segments.length)];
            return segment == null ? -1 : SlotIndex.find(segment, hash, high, low, ids);
        }

        void put(int slot, Ids ids) {
            if ((used + 1L) * 10 > (long) segments.length * SEGMENT * 7) {
                grow(ids);
            }
            long hash = hash(ids.high(slot), ids.low(slot));
            int[] segment = own(segmentOf(hash, segments.length));
            int i = (int) hash & SEGMENT - 1;
            for (int steps = 0; segment[i] > 0; i = i + 1 & SEGMENT - 1) {
                if (++steps == SEGMENT - 1) {
                    grow(ids);
                    put(slot, ids);
                    return;
                }
            }
            if (segment[i] == 0) {
                used++;
            }
            segment[i] = slot + 1;
        }

        void remove(int slot, long high, long low) {
            long hash = hash(high, low);
            int[] segment = own(segmentOf(hash, segments.length));
            for (int i = (int) hash & SEGMENT - 1; segment[i] != 0; i = i + 1 & SEGMENT - 1) {
                if (segment[i] == slot + 1) {
                    segment[i] = REMOVED;
                    return;
                }
            }
            throw new IllegalArgumentException("slot " + slot + " is not in the index");
        }

        SlotIndex done() {
            for (int i = 0; i < segments.length; i++) {
                own(i, false);
            }
            return new SlotIndex(segments, used);
        }

        private int[] own(int at) {
            return own(at, true);
        }

        private int[] own(int at, boolean forWriting) {
            if (segments[at] == null) {
                segments[at] = new int[SEGMENT];
                owned[at] = true;
            } else if (forWriting && !owned[at]) {
                segments[at] = segments[at].clone();
                owned[at] = true;
            }
            return segments[at];
        }

        private void grow(Ids ids) {
            int[][] old = segments;
            segments = new int[old.length * 2][];
            owned = new boolean[segments.length];
            used = 0;
            for (int[] segment : old) {
                if (segment != null) {
                    for (int entry : segment) {
                        if (entry > 0) {
                            put(entry - 1, ids);
                        }
                    }
                }
            }
        }
    }
}
