package vn.diaba.cadastre.plane;

import java.util.Arrays;

/**
 * Finds the segments near a place. Looks at all of them while they are few or hardly anybody asks, and else builds a grid
 * of buckets; a segment that was split is found by its parts. Confined to one thread.
 */
final class SegmentSearch {
    private static final int SCANS = 32;
    private static final int FEW = 64;
    private static final int MANY_CELLS = 4096;

    private final Segments segments;
    private final IntList roots;
    private final IntList wide = new IntList(8);
    private final IntList stack = new IntList(16);
    private int scans;
    private long cell;
    private int[] buckets = new int[0];
    private final IntList entrySegment = new IntList(8);
    private final IntList entryNext = new IntList(8);
    private long[] box = new long[4];

    SegmentSearch(Segments segments, int expected) {
        this.segments = segments;
        roots = new IntList(expected);
    }

    /** Makes a segment findable; its parts, when it is split later, are found too. */
    void add(int segment) {
        roots.add(segment);
        if (cell > 0) {
            register(segment);
        }
    }

    /** Collects the segments, not split, whose boxes meet the box around two places; some perhaps twice. */
    void near(int a, int b, long margin, IntList found) {
        Nodes nodes = segments.nodes;
        box[0] = Math.min(nodes.east(a), nodes.east(b)) - margin;
        box[1] = Math.min(nodes.north(a), nodes.north(b)) - margin;
        box[2] = Math.max(nodes.east(a), nodes.east(b)) + margin;
        box[3] = Math.max(nodes.north(a), nodes.north(b)) + margin;
        search(found);
    }

    /** Collects the segments, not split, whose boxes meet a square about a place; some perhaps twice. */
    void near(long east, long north, long margin, IntList found) {
        box[0] = east - margin;
        box[1] = north - margin;
        box[2] = east + margin;
        box[3] = north + margin;
        search(found);
    }

    private void search(IntList found) {
        found.size = 0;
        if (cell == 0 && roots.size > FEW && ++scans > SCANS) {
            build();
        }
        if (cell == 0 || cells(box) > MANY_CELLS) {
            for (int i = 0; i < roots.size; i++) {
                descend(roots.items[i], found);
            }
            return;
        }
        for (int i = 0; i < wide.size; i++) {
            descend(wide.items[i], found);
        }
        for (long x = Math.floorDiv(box[0], cell); x <= Math.floorDiv(box[2], cell); x++) {
            for (long y = Math.floorDiv(box[1], cell); y <= Math.floorDiv(box[3], cell); y++) {
                for (int e = buckets[bucket(x, y)]; e != 0; e = entryNext.items[e - 1]) {
                    descend(entrySegment.items[e - 1], found);
                }
            }
        }
    }

    private void descend(int root, IntList found) {
        if (!meetsBox(root)) {
            return;
        }
        if (!segments.isSplit(root)) {
            found.add(root);
            return;
        }
        stack.size = 0;
        stack.add(root);
        while (stack.size > 0) {
            int segment = stack.items[--stack.size];
            if (meetsBox(segment)) {
                if (segments.isSplit(segment)) {
                    int middle = segments.middle(segment);
                    stack.add(segments.find(segments.from(segment), middle));
                    stack.add(segments.find(middle, segments.to(segment)));
                } else {
                    found.add(segment);
                }
            }
        }
    }

    /** Whether a segment's box meets the window, the parts of one split at a node a little beside it included. */
    private boolean meetsBox(int segment) {
        Nodes nodes = segments.nodes;
        long slack = segments.isSplit(segment) ? 2 * PlaneGraph.SNAP_STEPS : 0;
        int a = segments.from(segment);
        int b = segments.to(segment);
        return Math.max(nodes.east(a), nodes.east(b)) + slack >= box[0]
                && Math.min(nodes.east(a), nodes.east(b)) - slack <= box[2]
                && Math.max(nodes.north(a), nodes.north(b)) + slack >= box[1]
                && Math.min(nodes.north(a), nodes.north(b)) - slack <= box[3];
    }

    private void build() {
        Nodes nodes = segments.nodes;
        double sum = 0;
        for (int i = 0; i < roots.size; i++) {
            int s = roots.items[i];
            sum += Math.sqrt(segments.squared(segments.from(s), segments.to(s)));
        }
        cell = Math.max(1000, (long) (1.5 * sum / roots.size));
        buckets = new int[Integer.highestOneBit(roots.size * 4)];
        if (nodes.size() > 0) {
            for (int i = 0; i < roots.size; i++) {
                register(roots.items[i]);
            }
        }
    }

    /** Enters a segment in the cells its line passes, row by row, a snap's width to each side. */
    private void register(int segment) {
        Nodes nodes = segments.nodes;
        int a = segments.from(segment);
        int b = segments.to(segment);
        if (nodes.north(a) > nodes.north(b)) {
            int higher = a;
            a = b;
            b = higher;
        }
        long margin = 2 * PlaneGraph.SNAP_STEPS;
        long[] around = {
            Math.min(nodes.east(a), nodes.east(b)) - margin,
            nodes.north(a) - margin,
            Math.max(nodes.east(a), nodes.east(b)) + margin,
            nodes.north(b) + margin
        };
        if (cells(around) > MANY_CELLS) {
            wide.add(segment);
            return;
        }
        double height = nodes.north(b) - nodes.north(a);
        double slope = height == 0 ? 0 : (nodes.east(b) - nodes.east(a)) / height;
        for (long y = Math.floorDiv(around[1], cell); y <= Math.floorDiv(around[3], cell); y++) {
            long west = around[0];
            long east = around[2];
            if (height > 0) {
                double low = Math.max(0, y * cell - margin - nodes.north(a)) * slope;
                double high = Math.min(height, (y + 1) * cell + margin - nodes.north(a)) * slope;
                west = Math.max(west, nodes.east(a) + (long) Math.min(low, high) - 2 * margin);
                east = Math.min(east, nodes.east(a) + (long) Math.max(low, high) + 2 * margin);
            }
            for (long x = Math.floorDiv(west, cell); x <= Math.floorDiv(east, cell); x++) {
                int bucket = bucket(x, y);
                entrySegment.add(segment);
                entryNext.add(buckets[bucket]);
                buckets[bucket] = entrySegment.size;
            }
        }
        if (entrySegment.size > 4 * buckets.length) {
            rehash();
        }
    }

    private void rehash() {
        buckets = new int[buckets.length * 4];
        Arrays.fill(buckets, 0);
        entrySegment.size = 0;
        entryNext.size = 0;
        wide.size = 0;
        for (int i = 0; i < roots.size; i++) {
            register(roots.items[i]);
        }
    }

    private double cells(long[] b) {
        return ((b[2] - b[0]) / (double) cell + 1) * ((b[3] - b[1]) / (double) cell + 1);
    }

    private int bucket(long x, long y) {
        long hash = (x * 0x9E37_79B9_7F4A_7C15L ^ y) * 0xC2B2_AE3D_27D4_EB4FL;
        return (int) (hash >>> 35) & buckets.length - 1;
    }
}
