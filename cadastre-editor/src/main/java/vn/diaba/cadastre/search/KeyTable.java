package vn.diaba.cadastre.search;

import java.util.Arrays;
import java.util.BitSet;

/** Finds slots by keys that few parcels share: eight bytes each, half of them a hash of the key. Immutable. */
final class KeyTable {
    private final long[] sorted;

    private KeyTable(long[] sorted) {
        this.sorted = sorted;
    }

    private static long half(int kind, String key) {
        long hash = kind;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        return hash & 0xFFFF_FFFF_0000_0000L;
    }

    /** Adds the slots of a key of a kind, and perhaps some others. */
    void addTo(BitSet slots, int kind, String key) {
        long half = half(kind, key);
        int at = Arrays.binarySearch(sorted, half);
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && (sorted[i] ^ half) >>> 32 == 0; i++) {
            slots.set((int) sorted[i]);
        }
    }

    /** Takes keys with slots. Confined to one thread, used once. */
    static final class Builder {
        private long[] all = new long[1024];
        private int size;

        void add(int kind, String key, int slot) {
            if (key.isEmpty()) {
                return;
            }
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = half(kind, key) | slot;
        }

        KeyTable done() {
            long[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return new KeyTable(sorted);
        }
    }
}
