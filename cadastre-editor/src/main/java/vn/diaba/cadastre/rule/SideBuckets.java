package vn.diaba.cadastre.rule;

import java.util.function.IntConsumer;
import vn.diaba.cadastre.measure.Extent;

/**
 * The sides of an outline with many of them, in strips across the longer way of its extent, none so narrow that most sides
 * lie in several. Immutable once made.
 */
final class SideBuckets {
    private static final int SIDES_A_STRIP = 4;
    private static final int MOST_STRIPS = 1 << 14;

    private final boolean alongNorth;
    private final double origin;
    private final double stripsPerMetre;
    private final int strips;
    private final int[] start;
    private final int[] sides;

    SideBuckets(Outline o) {
        alongNorth = o.north - o.south > o.east - o.west;
        origin = alongNorth ? o.south : o.west;
        double length = Math.max(1e-9, alongNorth ? o.north - o.south : o.east - o.west);
        double reach = 0;
        for (int i = 0; i < o.size; i++) {
            reach += Math.abs(o.xy[axis(i)] - o.xy[axis(o.next[i])]);
        }
        double least = reach / o.size;
        int most = (int) Math.min(MOST_STRIPS, length / Math.max(1e-9, least));
        strips = Math.max(1, Math.min(most, o.size / SIDES_A_STRIP));
        stripsPerMetre = strips / length;
        start = new int[strips + 1];
        for (int i = 0; i < o.size; i++) {
            int high = highest(o, i);
            for (int s = lowest(o, i); s <= high; s++) {
                start[s + 1]++;
            }
        }
        for (int s = 0; s < strips; s++) {
            start[s + 1] += start[s];
        }
        sides = new int[start[strips]];
        int[] at = start.clone();
        for (int i = 0; i < o.size; i++) {
            int high = highest(o, i);
            for (int s = lowest(o, i); s <= high; s++) {
                sides[at[s]++] = i;
            }
        }
    }

    private int axis(int corner) {
        return 2 * corner + (alongNorth ? 1 : 0);
    }

    private int lowest(Outline o, int side) {
        return strip(Math.min(o.xy[axis(side)], o.xy[axis(o.next[side])]));
    }

    private int highest(Outline o, int side) {
        return strip(Math.max(o.xy[axis(side)], o.xy[axis(o.next[side])]));
    }

    private int strip(double at) {
        return Math.max(0, Math.min(strips - 1, (int) ((at - origin) * stripsPerMetre)));
    }

    /** Whether the strips follow each other northwards; else eastwards. */
    boolean alongNorth() {
        return alongNorth;
    }

    /** Calls back with the sides that may come into a box; one that crosses several strips more than once. */
    void in(Extent box, IntConsumer found) {
        in(alongNorth ? box.south() : box.west(), alongNorth ? box.north() : box.east(), found);
    }

    /** Calls back with the sides that may come to a place on the way of the strips, each once. */
    void at(double place, IntConsumer found) {
        in(place, place, found);
    }

    private void in(double low, double high, IntConsumer found) {
        int last = start[strip(high) + 1];
        for (int i = start[strip(low)]; i < last; i++) {
            found.accept(sides[i]);
        }
    }
}
