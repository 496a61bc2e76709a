package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.progress.Progress;

/**
 * Closes what was nearly drawn together. The nearest pairs come first; a point moves once, by the tolerance at most, and
 * a point another was put on stays where it is. A line gets a node where a point was put on it. Confined to one thread.
 */
final class Cleaning {
    private static final int ROUNDS = 4;
    private static final byte FREE = 0;
    private static final byte ANCHOR = 1;
    private static final byte MOVED = 2;

    private final double tolerance;
    private final double search;
    private final int points;
    final long[] east;
    final long[] north;
    /** Segments now: two points and the bits of the level, all of one line's parts keeping its record. */
    Ints from;

    Ints to;
    Ints bits;
    Ints records;
    /** How far the nearest thing is that was left apart; 0 when nothing is near. Metres. */
    final double[] nearMetres;

    final List<Double> moved = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    private final int[] target;
    private final byte[] state;
    private final int[] degree;
    private int[] heads = new int[0];
    private int[] ways = new int[0];
    private int[] attachHead = new int[0];
    private final Ints attachNext = new Ints();
    private final Ints attached = new Ints();

    Cleaning(Linework drawn, LineworkOptions options) {
        tolerance = options.toleranceMetres() * EastNorth.STEPS_PER_METRE;
        search = options.searchMetres() * EastNorth.STEPS_PER_METRE;
        points = drawn.points.nodes();
        east = new long[points];
        north = new long[points];
        target = new int[points];
        for (int i = 0; i < points; i++) {
            east[i] = drawn.points.east(i);
            north[i] = drawn.points.north(i);
            target[i] = i;
        }
        state = new byte[points];
        degree = new int[points];
        nearMetres = new double[points];
        from = drawn.from;
        to = drawn.to;
        bits = drawn.bits;
        records = drawn.records;
    }

    /** Runs until nothing more can be closed. */
    void run(Progress progress) {
        for (int round = 0; round < ROUNDS; round++) {
            progress.done(round, ROUNDS);
            if (!round(progress)) {
                return;
            }
            settle();
        }
        round(progress);
        settle();
    }

    /** How far each point that something is near to is from it, of those that are left. */
    List<Double> leftMetres() {
        List<Double> left = new ArrayList<>();
        for (int v = 0; v < points; v++) {
            if (target[v] == v && nearMetres[v] > 0 && heads[v] < heads[v + 1]) {
                left.add(nearMetres[v]);
            }
        }
        return left;
    }

    /** What a search about a point finds nearest. */
    private static final class Near {
        int point = -1;
        double toPoint;
        int segment = -1;
        double toSegment;
    }

    private boolean round(Progress progress) {
        link();
        HPRtree tree = new HPRtree();
        for (int s = 0; s < from.size; s++) {
            tree.insert(box(from.items[s], to.items[s], 0), s);
        }
        tree.build();
        List<long[]> events = new ArrayList<>();
        for (int v = 0; v < points; v++) {
            if (heads[v] == heads[v + 1]) {
                continue;
            }
            if ((v & 0xFFF) == 0) {
                progress.checkCancelled();
            }
            Near near = near(tree, v);
            nearMetres[v] = 0;
            boolean pointNear = near.point >= 0 && near.toPoint <= tolerance;
            if (pointNear || (near.segment >= 0 && near.toSegment <= tolerance)) {
                double away = pointNear ? near.toPoint : near.toSegment;
                events.add(new long[] {(long) (away * 1000), v, pointNear ? near.point : -1 - near.segment});
                nearMetres[v] = away / EastNorth.STEPS_PER_METRE;
            } else if (near.point >= 0 || near.segment >= 0) {
                double away = Math.min(
                        near.point >= 0 ? near.toPoint : Double.MAX_VALUE,
                        near.segment >= 0 ? near.toSegment : Double.MAX_VALUE);
                nearMetres[v] = away / EastNorth.STEPS_PER_METRE;
            }
        }
        events.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        attachHead = new int[from.size];
        attachNext.size = 0;
        attached.size = 0;
        boolean changed = false;
        for (long[] event : events) {
            int v = (int) event[1];
            changed |= event[2] >= 0 ? join(v, (int) event[2]) : attach(v, (int) (-1 - event[2]));
        }
        return changed;
    }

    /** For each point the points it is connected with. */
    private void link() {
        heads = new int[points + 1];
        for (int s = 0; s < from.size; s++) {
            heads[from.items[s] + 1]++;
            heads[to.items[s] + 1]++;
        }
        for (int i = 0; i < points; i++) {
            degree[i] = heads[i + 1];
            heads[i + 1] += heads[i];
        }
        ways = new int[2 * from.size];
        int[] at = Arrays.copyOf(heads, points);
        for (int s = 0; s < from.size; s++) {
            ways[at[from.items[s]]++] = to.items[s];
            ways[at[to.items[s]]++] = from.items[s];
        }
    }

    private boolean isLinked(int a, int b) {
        for (int i = heads[a]; i < heads[a + 1]; i++) {
            if (ways[i] == b) {
                return true;
            }
        }
        return false;
    }

    private Envelope box(int a, int b, double margin) {
        Envelope box = new Envelope(east[a], east[b], north[a], north[b]);
        box.expandBy(margin);
        return box;
    }

    private Near near(HPRtree tree, int v) {
        Near near = new Near();
        tree.query(box(v, v, search), item -> look(near, v, (Integer) item));
        return near;
    }

    private void look(Near near, int v, int s) {
        int a = from.items[s];
        int b = to.items[s];
        if (a == v || b == v) {
            return;
        }
        for (int end : new int[] {a, b}) {
            double away = Math.hypot(east[end] - east[v], north[end] - north[v]);
            if (away <= search && (near.point < 0 || away < near.toPoint) && !isLinked(v, end)) {
                near.point = end;
                near.toPoint = away;
            }
        }
        double share = share(v, a, b);
        if (share > 0 && share < 1) {
            double away = away(v, a, b, share);
            if (away <= search && (near.segment < 0 || away < near.toSegment)) {
                near.segment = s;
                near.toSegment = away;
            }
        }
    }

    private double share(int v, int a, int b) {
        double e = east[b] - east[a];
        double n = north[b] - north[a];
        return ((east[v] - east[a]) * e + (north[v] - north[a]) * n) / (e * e + n * n);
    }

    private double away(int v, int a, int b, double share) {
        return Math.hypot(
                east[a] + share * (east[b] - east[a]) - east[v], north[a] + share * (north[b] - north[a]) - north[v]);
    }

    private int root(int point) {
        int root = point;
        while (target[root] != root) {
            root = target[root];
        }
        return root;
    }

    /** Makes two points one: the free one with fewer lines goes to the other. */
    private boolean join(int v, int w) {
        int one = root(v);
        int other = root(w);
        if (one == other || isLinked(one, other)) {
            return false;
        }
        boolean oneGoes = degree[one] != degree[other] ? degree[one] < degree[other] : one > other;
        int goes = state[one] == FREE && (oneGoes || state[other] != FREE) ? one : other;
        int stays = goes == one ? other : one;
        double away = Math.hypot(east[goes] - east[stays], north[goes] - north[stays]);
        if (state[goes] != FREE || away > tolerance) {
            return false;
        }
        move(goes, east[stays], north[stays]);
        target[goes] = stays;
        state[stays] = state[stays] == FREE ? ANCHOR : state[stays];
        return true;
    }

    /** Puts a point on a line, and the line through the point. */
    private boolean attach(int point, int s) {
        int v = root(point);
        int a = root(from.items[s]);
        int b = root(to.items[s]);
        if (v == a || v == b || a == b) {
            return false;
        }
        double share = share(v, a, b);
        double away = away(v, a, b, share);
        if (!(share > 0 && share < 1) || away > tolerance) {
            return false;
        }
        long footEast = east[a] + Math.round(share * (east[b] - east[a]));
        long footNorth = north[a] + Math.round(share * (north[b] - north[a]));
        if (state[v] == FREE && away > 1 && Math.hypot(footEast - east[v], footNorth - north[v]) <= tolerance) {
            move(v, footEast, footNorth);
        }
        state[v] = state[v] == FREE ? ANCHOR : state[v];
        attachNext.add(attachHead[s]);
        attached.add(v);
        attachHead[s] = attached.size;
        return true;
    }

    private void move(int v, long toEast, long toNorth) {
        double metres = Math.hypot(toEast - east[v], toNorth - north[v]) / EastNorth.STEPS_PER_METRE;
        if (metres > 0) {
            moved.add(metres);
            findings.add(new Finding("line-point-moved", 0, EastNorth.ofGrid(east[v], north[v]), List.of(metres)));
        }
        east[v] = toEast;
        north[v] = toNorth;
        state[v] = MOVED;
    }

    /** Makes the parts of lines that got nodes lines of their own, between points as they are now. */
    private void settle() {
        Ints newFrom = new Ints();
        Ints newTo = new Ints();
        Ints newBits = new Ints();
        Ints newRecords = new Ints();
        for (int s = 0; s < from.size; s++) {
            int a = root(from.items[s]);
            int b = root(to.items[s]);
            List<Integer> on = new ArrayList<>(0);
            for (int i = attachHead[s]; i != 0; i = attachNext.items[i - 1]) {
                on.add(root(attached.items[i - 1]));
            }
            on.sort((x, y) -> Double.compare(share(x, a, b), share(y, a, b)));
            on.add(b);
            int before = a;
            for (int next : on) {
                if (next != before) {
                    newFrom.add(before);
                    newTo.add(next);
                    newBits.add(bits.items[s]);
                    newRecords.add(records.items[s]);
                    before = next;
                }
            }
        }
        from = newFrom;
        to = newTo;
        bits = newBits;
        records = newRecords;
    }
}
