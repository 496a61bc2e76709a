package vn.diaba.cadastre.rule;

import java.util.function.IntConsumer;

/** The sides of an outline with many of them, in strips from south to north. Immutable once made. */
final class SideBuckets {
    private static final int SIDES_A_STRIP = 4;
    private static final int MOST_STRIPS = 1 << 14;

    private final double south;
    private final double stripsPerMetre;
    private final int strips;
    private final int[] start;
    private final int[] sides;

    SideBuckets(Outline o) {
        south = o.south;
        strips = Math.max(1, Math.min(MOST_STRIPS, o.size / SIDES_A_STRIP));
        stripsPerMetre = strips / Math.max(1e-9, o.north - o.south);
        start = new int[strips + 1];
        for (int i = 0; i < o.size; i++) {
            for (int s = lowest(o, i); s <= highest(o, i); s++) {
                start[s + 1]++;
            }
        }
        for (int s = 0; s < strips; s++) {
            start[s + 1] += start[s];
        }
        sides = new int[start[strips]];
        int[] at = start.clone();
        for (int i = 0; i < o.size; i++) {
            for (int s = lowest(o, i); s <= highest(o, i); s++) {
                sides[at[s]++] = i;
            }
        }
    }

    private int lowest(Outline o, int side) {
        return strip(Math.min(o.y(side), o.y(o.next[side])));
    }

    private int highest(Outline o, int side) {
        return strip(Math.max(o.y(side), o.y(o.next[side])));
    }

    private int strip(double y) {
        return Math.max(0, Math.min(strips - 1, (int) ((y - south) * stripsPerMetre)));
    }

    /** Calls back with the sides that may come between two northings; one that crosses several strips more than once. */
    void between(double low, double high, IntConsumer found) {
        int last = start[strip(high) + 1];
        for (int i = start[strip(low)]; i < last; i++) {
            found.accept(sides[i]);
        }
    }
}
