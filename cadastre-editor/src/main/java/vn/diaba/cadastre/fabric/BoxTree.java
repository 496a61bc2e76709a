package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import vn.diaba.cadastre.measure.Extent;

/**
 * A packed tree of parcel extents in Hilbert order, built once. Borders are kept as floats about an origin and rounded
 * outwards, so a query may report an extent that just misses, never miss one that meets. Immutable.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Hilbert_R-tree">Packed Hilbert R-tree (Kamel, Faloutsos 1993)</a>
 */
final class BoxTree {
    static final BoxTree EMPTY = new BoxTree(new int[0], new float[0], 0, 0);
    private static final int NODE = 16;

    private final int[] slots;
    private final float[] boxes;
    private final int[] levelEnd;
    private final double originEast;
    private final double originNorth;

    /**
     * Builds the tree.
     *
     * @param slots the slots to index
     * @param boxes west, south, east, north for each, about the origin
     */
    BoxTree(int[] slots, float[] boxes, double originEast, double originNorth) {
        this.originEast = originEast;
        this.originNorth = originNorth;
        int n = slots.length;
        this.slots = new int[n];
        int total = n;
        int levels = 1;
        for (int m = n; m > 1; levels++) {
            m = (m + NODE - 1) / NODE;
            total += m;
        }
        this.boxes = new float[4 * total];
        this.levelEnd = new int[levels];
        sortInto(slots, boxes);
        levelEnd[0] = n;
        int from = 0;
        for (int level = 1; level < levels; level++) {
            int to = levelEnd[level - 1];
            int at = to;
            for (int i = from; i < to; i += NODE) {
                join(i, Math.min(i + NODE, to), at++);
            }
            from = to;
            levelEnd[level] = at;
        }
    }

    BoxTree(ArrayIn in) throws IOException {
        slots = in.ints();
        boxes = in.floats();
        levelEnd = in.ints();
        originEast = Double.longBitsToDouble(in.longNumber());
        originNorth = Double.longBitsToDouble(in.longNumber());
    }

    void write(ArrayOut out) throws IOException {
        out.ints(slots);
        out.floats(boxes);
        out.ints(levelEnd);
        out.longNumber(Double.doubleToRawLongBits(originEast));
        out.longNumber(Double.doubleToRawLongBits(originNorth));
    }

    private void sortInto(int[] from, float[] fromBoxes) {
        float minE = Float.POSITIVE_INFINITY;
        float minN = Float.POSITIVE_INFINITY;
        float maxE = Float.NEGATIVE_INFINITY;
        float maxN = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < from.length; i++) {
            minE = Math.min(minE, fromBoxes[4 * i]);
            minN = Math.min(minN, fromBoxes[4 * i + 1]);
            maxE = Math.max(maxE, fromBoxes[4 * i + 2]);
            maxN = Math.max(maxN, fromBoxes[4 * i + 3]);
        }
        double scale = 65535 / Math.max(1e-6, Math.max((double) maxE - minE, (double) maxN - minN));
        long[] order = new long[from.length];
        for (int i = 0; i < from.length; i++) {
            int e = (int) (((double) fromBoxes[4 * i] + fromBoxes[4 * i + 2]) / 2 * scale - minE * scale);
            int n = (int) (((double) fromBoxes[4 * i + 1] + fromBoxes[4 * i + 3]) / 2 * scale - minN * scale);
            order[i] = Hilbert.position(e, n) << 32 | i;
        }
        Arrays.sort(order);
        for (int k = 0; k < order.length; k++) {
            int i = (int) order[k];
            slots[k] = from[i];
            System.arraycopy(fromBoxes, 4 * i, boxes, 4 * k, 4);
        }
    }

    private void join(int from, int to, int at) {
        float west = Float.POSITIVE_INFINITY;
        float south = Float.POSITIVE_INFINITY;
        float east = Float.NEGATIVE_INFINITY;
        float north = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            west = Math.min(west, boxes[4 * i]);
            south = Math.min(south, boxes[4 * i + 1]);
            east = Math.max(east, boxes[4 * i + 2]);
            north = Math.max(north, boxes[4 * i + 3]);
        }
        boxes[4 * at] = west;
        boxes[4 * at + 1] = south;
        boxes[4 * at + 2] = east;
        boxes[4 * at + 3] = north;
    }

    static float down(double value) {
        return Math.nextDown((float) value);
    }

    static float up(double value) {
        return Math.nextUp((float) value);
    }

    double originEast() {
        return originEast;
    }

    double originNorth() {
        return originNorth;
    }

    int size() {
        return slots.length;
    }

    /** Calls back with each slot whose box meets the extent, in no order. */
    void query(Extent extent, IntConsumer found) {
        if (slots.length == 0) {
            return;
        }
        float[] window = {
            down(extent.west() - originEast),
            down(extent.south() - originNorth),
            up(extent.east() - originEast),
            up(extent.north() - originNorth)
        };
        int top = levelEnd.length - 1;
        int start = top == 0 ? 0 : levelEnd[top - 1];
        query(top, start, levelEnd[top], window, found);
    }

    private void query(int level, int from, int to, float[] w, IntConsumer found) {
        for (int i = from; i < to; i++) {
            if (boxes[4 * i] <= w[2]
                    && w[0] <= boxes[4 * i + 2]
                    && boxes[4 * i + 1] <= w[3]
                    && w[1] <= boxes[4 * i + 3]) {
                if (level == 0) {
                    found.accept(slots[i]);
                } else {
                    int below = level == 1 ? 0 : levelEnd[level - 2];
                    int start = below + (i - levelEnd[level - 1]) * NODE;
                    query(level - 1, start, Math.min(start + NODE, levelEnd[level - 1]), w, found);
                }
            }
        }
    }
}
