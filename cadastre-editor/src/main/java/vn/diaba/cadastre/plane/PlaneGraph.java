package vn.diaba.cadastre.plane;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Straight lines in the plane that meet at nodes only. Sides of parcels are put in as they are; a line drawn later is
 * noded with everything that is there: where it passes a node or a side by no more than {@value #SNAP_STEPS} grid steps
 * (1.2 mm) it meets it, a side it meets or crosses is split there, and a stretch along something that is there becomes the
 * same stretch. Sides are never noded with each other, so faulty land stays as faulty as it was. Work is bounded by what
 * lies near the lines drawn. Places are whole 0.1 mm grid steps, east and north. Confined to one thread.
 *
 * <p>Line work without parcels: {@link #draw} every line, take {@link #stretches} as both-sided edges of a {@link
 * FaceFinder}, drop its {@link FaceFinder#bridges} and read its {@link FaceFinder#pieces}.
 */
public final class PlaneGraph {
    /**
     * Grid steps within which a drawn line meets what is there: the 1 mm within which a corner beside a side is a fault,
     * and what rounding to the grid may take from it.
     */
    public static final long SNAP_STEPS = 12;

    /** A place is drawn to what is there from a little farther, so that it is not attached later for a rounding's sake. */
    private static final long PLACE_STEPS = SNAP_STEPS + 2;

    private final Nodes nodes;
    private final Segments segments;
    private final SegmentSearch search;
    private final @Nullable Magnet magnet;
    private final IntList near = new IntList(32);
    private final IntList toDraw = new IntList(16);
    private final IntList drawn = new IntList(16);
    private final IntList tags = new IntList(16);

    /** Tells places that are there beside the graph: a new node on a side is put on one that is near. */
    @FunctionalInterface
    public interface Magnet {
        /** The place (east, north) to use instead of a new place; null when there is none near. */
        long @Nullable [] near(long gridEast, long gridNorth);
    }

    /** An empty graph. */
    public PlaneGraph() {
        this(64, null);
    }

    PlaneGraph(int expectedSides, @Nullable Magnet magnet) {
        nodes = new Nodes(expectedSides + 16);
        segments = new Segments(nodes, expectedSides + 16);
        search = new SegmentSearch(segments, expectedSides + 16);
        this.magnet = magnet;
    }

    /** How many nodes there are; they are numbered from 0. */
    public int nodes() {
        return nodes.size();
    }

    /** Grid steps east of a node. */
    public long east(int node) {
        return nodes.east(node);
    }

    /** Grid steps north of a node. */
    public long north(int node) {
        return nodes.north(node);
    }

    /** The node exactly at a place, a new one if there was none. */
    public int node(long gridEast, long gridNorth) {
        return nodes.at(gridEast, gridNorth);
    }

    /** Puts in a side between two nodes as it is, once however often it is put in. */
    public void side(int a, int b) {
        int known = segments.find(a, b);
        if (a != b && known < 0) {
            search.add(segments.at(a, b));
        }
    }

    /** The nodes along a side that was put in, both ends included, from the first told to the second. */
    public int[] along(int a, int b) {
        IntList chain = new IntList(8);
        chain.add(a);
        segments.chain(segments.find(a, b), a, chain);
        return chain.toArray();
    }

    /** Whether a side that was put in has nodes between its ends. */
    boolean isSplit(int a, int b) {
        return segments.isSplit(segments.find(a, b));
    }

    /** Whether a node lies beside the straight line between two others by more than rounding explains. */
    boolean isBeside(int a, int b, int node) {
        double e = nodes.east(b) - nodes.east(a);
        double n = nodes.north(b) - nodes.north(a);
        double off = (nodes.north(node) - nodes.north(a)) * e - (nodes.east(node) - nodes.east(a)) * n;
        return Math.abs(off) > 1.5 * Math.hypot(e, n);
    }

    /** The number of a stretch or side. */
    int segment(int a, int b) {
        return segments.find(a, b);
    }

    /**
     * The node a drawn place means: the nearest node within the snap, else a place on a side within it, else a new node
     * just there.
     */
    public int place(long gridEast, long gridNorth) {
        search.near(gridEast, gridNorth, 3 * PLACE_STEPS, near);
        int nearest = -1;
        double best = PLACE_STEPS;
        for (int i = 0; i < near.size; i++) {
            int s = near.items[i];
            for (int end = 0; end < 2; end++) {
                int node = end == 0 ? segments.from(s) : segments.to(s);
                double away = Math.hypot(nodes.east(node) - gridEast, nodes.north(node) - gridNorth);
                if (away < best || (away == best && nearest < 0)) {
                    best = away;
                    nearest = node;
                }
            }
        }
        if (nearest >= 0) {
            return nearest;
        }
        int side = -1;
        double sideShare = 0;
        for (int i = 0; i < near.size; i++) {
            int s = near.items[i];
            double share = share(s, gridEast, gridNorth);
            double away = Math.hypot(
                    nodes.east(segments.from(s)) + share * run(s) - gridEast,
                    nodes.north(segments.from(s)) + share * rise(s) - gridNorth);
            if (share > 0 && share < 1 && (away < best || (away == best && side < 0))) {
                best = away;
                side = s;
                sideShare = share;
            }
        }
        if (side < 0) {
            return nodes.at(gridEast, gridNorth);
        }
        double length = Math.hypot(run(side), rise(side));
        if (Math.min(sideShare, 1 - sideShare) * length <= PLACE_STEPS) {
            return sideShare < 0.5 ? segments.from(side) : segments.to(side);
        }
        int node = onSide(side, sideShare);
        if (segments.parts(segments.from(side), segments.to(side), node)) {
            segments.split(side, node);
        }
        return node;
    }

    /**
     * Draws a line between two nodes; no part of it if they are one.
     *
     * @param tag told again by {@link #stretches}, so that several lines can be told apart; a bit mask
     */
    public void draw(int a, int b, int tag) {
        toDraw.size = 0;
        push(a, b);
        while (toDraw.size > 0) {
            int to = toDraw.items[--toDraw.size];
            int from = toDraw.items[--toDraw.size];
            int known = from == to ? -1 : segments.find(from, to);
            if (known >= 0) {
                drawn.add(known);
                tags.add(tag);
            } else if (from != to && !isNoded(from, to)) {
                int fresh = segments.at(from, to);
                search.add(fresh);
                drawn.add(fresh);
                tags.add(tag);
            }
        }
    }

    /**
     * What was drawn, noded, each stretch once.
     *
     * @return triples: node, node, the tags of all lines that run there, or-ed
     */
    public int[] stretches() {
        IntList all = new IntList(3 * drawn.size);
        int[] index = new int[segments.size()];
        IntList chain = new IntList(8);
        for (int i = 0; i < drawn.size; i++) {
            int from = segments.from(drawn.items[i]);
            chain.size = 0;
            segments.chain(drawn.items[i], from, chain);
            for (int k = 0; k < chain.size; k++) {
                int to = chain.items[k];
                int s = segments.find(from, to);
                if (index[s] == 0) {
                    all.add(from);
                    all.add(to);
                    all.add(0);
                    index[s] = all.size;
                }
                all.items[index[s] - 1] |= tags.items[i];
                from = to;
            }
        }
        return all.toArray();
    }

    /** The nodes of what was drawn. */
    public BitSet drawnNodes() {
        BitSet set = new BitSet(nodes.size());
        int[] stretches = stretches();
        for (int i = 0; i < stretches.length; i += 3) {
            set.set(stretches[i]);
            set.set(stretches[i + 1]);
        }
        return set;
    }

    private void push(int a, int b) {
        toDraw.add(a);
        toDraw.add(b);
    }

    /** Breaks a stretch where it meets something, leaving the parts to be drawn; false when it meets nothing. */
    private boolean isNoded(int a, int b) {
        search.near(a, b, 2 * SNAP_STEPS, near);
        int passed = nearestPassed(a, b);
        if (passed >= 0) {
            push(passed, b);
            push(a, passed);
            return true;
        }
        for (int i = 0; i < near.size; i++) {
            if (attach(near.items[i], a) || attach(near.items[i], b)) {
                push(a, b);
                return true;
            }
        }
        for (int i = 0; i < near.size; i++) {
            int s = near.items[i];
            if (crosses(a, b, s) && isMet(a, b, s)) {
                return true;
            }
        }
        return false;
    }

    /** The first node that lies within the snap of a stretch, not of its ends; −1 when there is none. */
    private int nearestPassed(int a, int b) {
        double e = nodes.east(b) - nodes.east(a);
        double n = nodes.north(b) - nodes.north(a);
        double squared = e * e + n * n;
        int first = -1;
        double least = 1;
        for (int i = 0; i < near.size; i++) {
            for (int end = 0; end < 2; end++) {
                int node = end == 0 ? segments.from(near.items[i]) : segments.to(near.items[i]);
                double pe = nodes.east(node) - nodes.east(a);
                double pn = nodes.north(node) - nodes.north(a);
                double share = (pe * e + pn * n) / squared;
                if (share > 0
                        && share < least
                        && Math.hypot(pe - share * e, pn - share * n) <= SNAP_STEPS
                        && isApart(node, a)
                        && isApart(node, b)
                        && segments.parts(a, b, node)) {
                    least = share;
                    first = node;
                }
            }
        }
        return first;
    }

    private boolean isApart(int a, int b) {
        return segments.squared(a, b) > SNAP_STEPS * SNAP_STEPS;
    }

    /** Puts a stretch's end into a side it lies on, if it does. */
    private boolean attach(int s, int end) {
        int from = segments.from(s);
        int to = segments.to(s);
        if (from == end || to == end || !isApart(from, end) || !isApart(to, end)) {
            return false;
        }
        double share = share(s, nodes.east(end), nodes.north(end));
        double e = nodes.east(from) + share * run(s) - nodes.east(end);
        double n = nodes.north(from) + share * rise(s) - nodes.north(end);
        if (share <= 0 || share >= 1 || Math.hypot(e, n) > SNAP_STEPS || !segments.parts(from, to, end)) {
            return false;
        }
        segments.split(s, end);
        return true;
    }

    private boolean crosses(int a, int b, int s) {
        int c = segments.from(s);
        int d = segments.to(s);
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private int side(int a, int b, int p) {
        return Exact.cross(
                nodes.east(b) - nodes.east(a),
                nodes.north(b) - nodes.north(a),
                nodes.east(p) - nodes.east(a),
                nodes.north(p) - nodes.north(a));
    }

    /** Makes a stretch and a side that cross meet at a node: one near the crossing, else a new one. */
    private boolean isMet(int a, int b, int s) {
        int c = segments.from(s);
        int d = segments.to(s);
        double e = nodes.east(b) - nodes.east(a);
        double n = nodes.north(b) - nodes.north(a);
        double oe = nodes.east(a) - nodes.east(c);
        double on = nodes.north(a) - nodes.north(c);
        double share = (oe * n - on * e) / (run(s) * n - rise(s) * e);
        double xe = share * run(s);
        double xn = share * rise(s);
        int node = -1;
        double best = SNAP_STEPS;
        for (int end : new int[] {a, b, c, d}) {
            double away = Math.hypot(nodes.east(c) + xe - nodes.east(end), nodes.north(c) + xn - nodes.north(end));
            if (away < best) {
                best = away;
                node = end;
            }
        }
        if (node < 0) {
            node = onSide(s, share);
        }
        boolean splitsSide = segments.parts(c, d, node);
        boolean splitsLine = segments.parts(a, b, node);
        if (splitsSide) {
            segments.split(s, node);
        }
        if (splitsLine) {
            push(node, b);
            push(a, node);
        } else if (splitsSide) {
            push(a, b);
        }
        return splitsSide || splitsLine;
    }

    /**
     * A node at a share of the way along a side, or where the magnet draws it to; the corner of a sharp angle where it would
     * lie too near the angle's other side and the corner is not far.
     */
    private int onSide(int s, double share) {
        long east = nodes.east(segments.from(s)) + Math.round(share * run(s));
        long north = nodes.north(segments.from(s)) + Math.round(share * rise(s));
        for (int i = 0; i < near.size; i++) {
            int corner = near.items[i] == s ? -1 : commonEnd(near.items[i], s);
            if (corner >= 0
                    && Math.hypot(nodes.east(corner) - east, nodes.north(corner) - north) <= 10 * SNAP_STEPS
                    && away(near.items[i], east, north) <= SNAP_STEPS) {
                return corner;
            }
        }
        long[] there = magnet == null ? null : magnet.near(east, north);
        return there == null ? nodes.at(east, north) : nodes.at(there[0], there[1]);
    }

    private int commonEnd(int s, int t) {
        int from = segments.from(s);
        int to = segments.to(s);
        return from == segments.from(t) || from == segments.to(t)
                ? from
                : to == segments.from(t) || to == segments.to(t) ? to : -1;
    }

    /** How far a place is from a segment, in grid steps. */
    private double away(int s, long east, long north) {
        double share = Math.max(0, Math.min(1, share(s, east, north)));
        return Math.hypot(
                nodes.east(segments.from(s)) + share * run(s) - east,
                nodes.north(segments.from(s)) + share * rise(s) - north);
    }

    private double run(int s) {
        return nodes.east(segments.to(s)) - nodes.east(segments.from(s));
    }

    private double rise(int s) {
        return nodes.north(segments.to(s)) - nodes.north(segments.from(s));
    }

    private double share(int s, long east, long north) {
        double e = run(s);
        double n = rise(s);
        return ((east - nodes.east(segments.from(s))) * e + (north - nodes.north(segments.from(s))) * n)
                / (e * e + n * n);
    }
}
