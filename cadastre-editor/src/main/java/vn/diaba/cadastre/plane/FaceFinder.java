package vn.diaba.cadastre.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Finds the faces that directed sides with land on their left, and lines with land on both hands, bound: at each node a
 * walk goes on along the edge that comes first clockwise from where it came. Exact, on grid numbers. To unite parcels,
 * put in the sides of all, each pair of opposite ones left out. Confined to one thread, used once.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Doubly_connected_edge_list">Doubly connected edge list: next(e)</a>
 */
public final class FaceFinder {
    private static final int CROSSED = 1;
    private static final int ON = 2;
    private static final double SQUARE_METRE = EastNorth.STEPS_PER_METRE * EastNorth.STEPS_PER_METRE;

    private final PlaneGraph graph;
    private final IntList from = new IntList(32);
    private final IntList to = new IntList(32);
    private final int[] leaving;
    private final int[] arriving;
    private final IntList nextLeaving = new IntList(32);
    private final IntList nextArriving = new IntList(32);
    private final BitSet lines = new BitSet();
    private final BitSet taken = new BitSet();
    private int[] walkOf = new int[0];
    private int[] after = new int[0];

    /** A finder over a graph's nodes as they are now; it has no edges yet. */
    public FaceFinder(PlaneGraph graph) {
        this.graph = graph;
        leaving = new int[graph.nodes()];
        arriving = new int[graph.nodes()];
    }

    /** Adds a side with land on its left. */
    public void side(int a, int b) {
        from.add(a);
        to.add(b);
        nextLeaving.add(leaving[a]);
        nextArriving.add(arriving[b]);
        leaving[a] = from.size;
        arriving[b] = from.size;
    }

    /** Adds a line with land on both hands. */
    public void line(int a, int b) {
        lines.set(from.size);
        side(a, b);
        side(b, a);
    }

    /** Whether any edge begins or ends at a node. */
    public boolean isAt(int node) {
        return leaving[node] != 0 || arriving[node] != 0;
    }

    /** Whether the sides so far have land in the direction from a node on them to another. */
    public boolean isLandTowards(int node, int other) {
        int edge = nextClockwise(node, other, true);
        return edge >= 0 && from.items[edge] == node;
    }

    /**
     * The edge leaving a node, or also one arriving, that comes first clockwise from a direction; one in that very
     * direction comes last.
     */
    private int nextClockwise(int node, int other, boolean orArriving) {
        int best = -1;
        for (int e = leaving[node]; e != 0; e = nextLeaving.items[e - 1]) {
            if ((orArriving || !taken.get(e - 1)) && (best < 0 || isSooner(node, other, e - 1, best))) {
                best = e - 1;
            }
        }
        if (orArriving) {
            for (int e = arriving[node]; e != 0; e = nextArriving.items[e - 1]) {
                if (best < 0 || isSooner(node, other, e - 1, best)) {
                    best = e - 1;
                }
            }
        }
        return best;
    }

    /** Whether edge x at a node comes before edge y, turning clockwise from the direction to another node. */
    private boolean isSooner(int node, int other, int x, int y) {
        int ox = otherEnd(x, node);
        int oy = otherEnd(y, node);
        int toX = turn(node, ox, other);
        int toY = turn(node, oy, other);
        boolean xBefore = toX < 0;
        boolean yBefore = toY < 0;
        if (xBefore != yBefore) {
            return xBefore;
        }
        return turn(node, ox, oy) > 0;
    }

    private int turn(int node, int a, int b) {
        return Exact.turn(
                graph.east(a) - graph.east(node),
                graph.north(a) - graph.north(node),
                graph.east(b) - graph.east(node),
                graph.north(b) - graph.north(node));
    }

    private int otherEnd(int edge, int node) {
        return from.items[edge] == node ? to.items[edge] : from.items[edge];
    }

    private void walk() {
        int n = from.size;
        if (after.length == n && n > 0) {
            return;
        }
        after = new int[n];
        for (int e = 0; e < n; e++) {
            int node = to.items[e];
            int only = leaving[node] - 1;
            int next = only >= 0 && nextLeaving.items[only] == 0 ? only : nextClockwise(node, from.items[e], false);
            if (next < 0) {
                throw new IllegalArgumentException("a side leads to a node without a way on");
            }
            taken.set(next);
            after[e] = next;
        }
        walkOf = new int[n];
        Arrays.fill(walkOf, -1);
        int walks = 0;
        for (int start = 0; start < n; start++) {
            if (walkOf[start] < 0) {
                for (int e = start; walkOf[e] < 0; e = after[e]) {
                    walkOf[e] = walks;
                }
                walks++;
            }
        }
    }

    /**
     * The lines that part nothing: both hands of them are one face. Ends that hang loose, and lines that only lead from one
     * ring to another, are such.
     *
     * @return pairs of nodes
     */
    public int[] bridges() {
        walk();
        IntList found = new IntList(8);
        for (int e = lines.nextSetBit(0); e >= 0; e = lines.nextSetBit(e + 1)) {
            if (walkOf[e] == walkOf[e + 1]) {
                found.add(from.items[e]);
                found.add(to.items[e]);
            }
        }
        return found.toArray();
    }

    /** The faces, in no order; what has no extent is left out. A ring names no node twice. */
    public List<Piece> pieces() {
        walk();
        List<Cycle> shells = new ArrayList<>();
        List<Cycle> holes = new ArrayList<>();
        BitSet done = new BitSet();
        int[] placeOf = new int[graph.nodes()];
        IntList path = new IntList(32);
        for (int start = 0; start < after.length; start++) {
            int shellsBefore = shells.size();
            int holesBefore = holes.size();
            path.size = 0;
            for (int e = start; !done.get(e); e = after[e]) {
                done.set(e);
                int node = from.items[e];
                if (placeOf[node] != 0) {
                    add(Arrays.copyOfRange(path.items, placeOf[node] - 1, path.size), shells, holes);
                    for (int k = placeOf[node]; k < path.size; k++) {
                        placeOf[path.items[k]] = 0;
                    }
                    path.size = placeOf[node];
                } else {
                    path.add(node);
                    placeOf[node] = path.size;
                }
            }
            if (path.size > 0) {
                for (int k = 0; k < path.size; k++) {
                    placeOf[path.items[k]] = 0;
                }
                add(path.toArray(), shells, holes);
                if (shells.size() == shellsBefore + 1) {
                    for (int h = holesBefore; h < holes.size(); h++) {
                        holes.get(h).home = shells.get(shellsBefore);
                    }
                }
            }
        }
        return fill(shells, holes);
    }

    private void add(int[] nodes, List<Cycle> shells, List<Cycle> holes) {
        Cycle cycle = new Cycle(nodes, twiceArea(nodes));
        if (cycle.twiceArea != 0) {
            (cycle.twiceArea > 0 ? shells : holes).add(cycle);
        }
    }

    private static final class Cycle {
        final int[] nodes;
        final double twiceArea;

        @Nullable
        Cycle home;

        final List<int[]> holes = new ArrayList<>();
        double land;

        Cycle(int[] nodes, double twiceArea) {
            this.nodes = nodes;
            this.twiceArea = twiceArea;
            land = twiceArea;
        }
    }

    private List<Piece> fill(List<Cycle> shells, List<Cycle> holes) {
        shells.sort((a, b) -> Double.compare(a.twiceArea, b.twiceArea));
        HPRtree boxes = new HPRtree();
        for (int s = 0; s < shells.size() && !holes.isEmpty(); s++) {
            boxes.insert(box(shells.get(s).nodes), s);
        }
        for (Cycle hole : holes) {
            Cycle home = hole.home;
            int[] near = home == null ? around(boxes, hole.nodes[0]) : new int[0];
            for (int i = 0; home == null && i < near.length; i++) {
                Cycle shell = shells.get(near[i]);
                if (shell.twiceArea > -hole.twiceArea && contains(shell.nodes, hole.nodes)) {
                    home = shell;
                }
            }
            if (home != null) {
                home.holes.add(hole.nodes);
                home.land += hole.twiceArea;
            }
        }
        List<Piece> pieces = new ArrayList<>(shells.size());
        for (Cycle shell : shells) {
            pieces.add(new Piece(shell.nodes, shell.holes, shell.land / 2 / SQUARE_METRE));
        }
        return pieces;
    }

    private Envelope box(int[] ring) {
        Envelope box = new Envelope();
        for (int node : ring) {
            box.expandToInclude(graph.east(node), graph.north(node));
        }
        return box;
    }

    /** The shells whose boxes hold a node, smallest first. */
    private int[] around(HPRtree boxes, int node) {
        IntList found = new IntList(8);
        boxes.query(
                new Envelope(new Coordinate(graph.east(node), graph.north(node))), item -> found.add((Integer) item));
        int[] near = found.toArray();
        Arrays.sort(near);
        return near;
    }

    private double twiceArea(int[] ring) {
        long e0 = graph.east(ring[0]);
        long n0 = graph.north(ring[0]);
        double sum = 0;
        for (int i = 1; i + 1 < ring.length; i++) {
            double e1 = graph.east(ring[i]) - e0;
            double n1 = graph.north(ring[i]) - n0;
            double e2 = graph.east(ring[i + 1]) - e0;
            double n2 = graph.north(ring[i + 1]) - n0;
            sum += e1 * n2 - e2 * n1;
        }
        return sum;
    }

    /** Whether a hole lies in a ring: by its first node, else the first middle of a side, that is not on the ring. */
    private boolean contains(int[] shell, int[] hole) {
        for (int node : hole) {
            int where = locate(shell, 2 * graph.east(node), 2 * graph.north(node));
            if (where != 0) {
                return where > 0;
            }
        }
        for (int i = 0; i < hole.length; i++) {
            int a = hole[i];
            int b = hole[i + 1 == hole.length ? 0 : i + 1];
            int where = locate(shell, graph.east(a) + graph.east(b), graph.north(a) + graph.north(b));
            if (where != 0) {
                return where > 0;
            }
        }
        return false;
    }

    /** Where a place, in half grid steps, lies: 1 inside a ring, 0 on it, −1 outside. */
    private int locate(int[] ring, long east, long north) {
        boolean inside = false;
        for (int i = 0; i < ring.length; i++) {
            int crossing = crossing(ring[i], ring[i + 1 == ring.length ? 0 : i + 1], east, north);
            if (crossing == ON) {
                return 0;
            }
            inside ^= crossing == CROSSED;
        }
        return inside ? 1 : -1;
    }

    /** Whether a ray east from a place in half grid steps crosses a side, or the place is on it. */
    private int crossing(int a, int b, long east, long north) {
        long ae = 2 * graph.east(a) - east;
        long an = 2 * graph.north(a) - north;
        long be = 2 * graph.east(b) - east;
        long bn = 2 * graph.north(b) - north;
        if (an > 0 == bn > 0 && an != 0 && bn != 0) {
            return 0;
        }
        int cross = Exact.cross(ae, an, be, bn);
        if (cross == 0) {
            boolean between = Math.min(ae, be) <= 0 && Math.max(ae, be) >= 0 && Math.min(an, bn) <= 0;
            return between ? ON : 0;
        }
        return an > 0 != bn > 0 && cross > 0 == bn > an ? CROSSED : 0;
    }

    /** Whether the middle between two nodes lies on land, by all sides so far that are no lines. */
    boolean isLandBetween(int a, int b) {
        long east = graph.east(a) + graph.east(b);
        long north = graph.north(a) + graph.north(b);
        boolean inside = false;
        for (int e = 0; e < from.size; e++) {
            if (lines.get(e)) {
                e++;
            } else {
                inside ^= crossing(from.items[e], to.items[e], east, north) == CROSSED;
            }
        }
        return inside;
    }
}
