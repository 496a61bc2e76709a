package vn.diaba.cadastre.linework;

/**
 * A number for each unordered pair of nodes. Numbers of neighbouring nodes are alike, so pairs are scattered by a
 * multiplication before they are looked up. Confined to one thread.
 */
final class PairMap {
    private long[] keys;
    private int[] values;
    private int size;

    /** A map that holds this many pairs without growing. */
    PairMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected)) * 4;
        keys = new long[capacity];
        values = new int[capacity];
    }

    /** Told each pair. */
    interface Visitor {
        /** A pair, the smaller node first. */
        void pair(int a, int b, int value);
    }

    /** The number of a pair, or what it is when it has none. */
    int get(int a, int b, int none) {
        int at = slot(key(a, b));
        return keys[at] == 0 ? none : values[at];
    }

    /** Gives a pair its number. */
    void put(int a, int b, int value) {
        long key = key(a, b);
        int at = slot(key);
        if (keys[at] == 0) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    /** Visits all pairs in no order. */
    void forEach(Visitor visitor) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != 0) {
                visitor.pair((int) (keys[at] >>> 32), (int) keys[at], values[at]);
            }
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    /** Never 0, as the two nodes differ. */
    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private int slot(long key) {
        int at = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 35) & keys.length - 1;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }
}
