package vn.diaba.cadastre.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;

/**
 * A parcel's sides and a line drawn across them, noded: every place where they meet is one node, and a node on a side
 * splits that side. A line that passes a corner or a side by no more than {@value #SNAP} grid steps (1 mm) meets it.
 * Confined to one thread.
 */
public final class CutGraph {
    /** Grid steps within which things meet. */
    public static final double SNAP = 10;

    /** Where each node is: grid east, grid north. */
    public final List<long[]> places = new ArrayList<>();
    /** The corner at each node; null where one would have to be made. */
    public final List<@Nullable CornerId> ids = new ArrayList<>();
    /** The parcel's sides, land on their left. */
    public final List<Side> sides = new ArrayList<>();
    /** What of the line runs inside the parcel, as pairs of nodes. */
    public final List<int[]> lineEdges = new ArrayList<>();

    private final Map<Place, Integer> byPlace = new HashMap<>();
    private final Fabric fabric;

    private record Place(long east, long north) {}

    /** A node at its share of the way along a side or segment. */
    public record At(double share, int node) {}

    /** A side of the parcel from node to node with the nodes that lie on it; land on its left. */
    public record Side(int from, int to, List<At> on) {
        /** The nodes along the side, both ends included, in order. */
        public List<Integer> nodes() {
            List<Integer> nodes = new ArrayList<>(List.of(from));
            on.stream().sorted(Comparator.comparingDouble(At::share)).forEach(at -> {
                if (!nodes.contains(at.node)) {
                    nodes.add(at.node);
                }
            });
            nodes.add(to);
            return nodes;
        }
    }

    /** A graph of the sides of a live parcel. */
    public CutGraph(Fabric fabric, Parcel parcel) {
        this.fabric = fabric;
        parcel.faces().forEach(face -> {
            addRing(face.shell(), true);
            face.holes().forEach(hole -> addRing(hole, false));
        });
    }

    private void addRing(Ring ring, boolean shell) {
        List<Integer> nodes = new ArrayList<>();
        for (CornerId id : ring.corners()) {
            Corner corner = fabric.corner(id);
            nodes.add(node(corner.position().gridEast(), corner.position().gridNorth(), id));
        }
        double area = 0;
        for (int i = 0; i < nodes.size(); i++) {
            long[] o = places.get(nodes.get(0));
            long[] a = places.get(nodes.get(i));
            long[] b = places.get(nodes.get((i + 1) % nodes.size()));
            area += (double) (a[0] - o[0]) * (b[1] - o[1]) - (double) (b[0] - o[0]) * (a[1] - o[1]);
        }
        boolean forward = area > 0 == shell;
        for (int i = 0; i < nodes.size(); i++) {
            int a = nodes.get(i);
            int b = nodes.get((i + 1) % nodes.size());
            if (a != b) {
                sides.add(forward ? new Side(a, b, new ArrayList<>()) : new Side(b, a, new ArrayList<>()));
            }
        }
    }

    private int node(long east, long north, @Nullable CornerId id) {
        Place place = new Place(east, north);
        Integer known = byPlace.get(place);
        if (known == null) {
            known = places.size();
            byPlace.put(place, known);
            places.add(new long[] {east, north});
            ids.add(id);
        }
        return known;
    }

    /** Whether a node lies on a side. */
    public boolean isOnRing(int node) {
        return sides.stream()
                .anyMatch(side ->
                        side.from == node || side.to == node || side.on.stream().anyMatch(at -> at.node == node));
    }

    /** Nodes the line with the sides and with itself; {@link #lineEdges} then holds what runs inside the parcel. */
    public void draw(List<EastNorth> line) {
        int[] vertices = new int[line.size()];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = vertex(line.get(i));
        }
        List<List<At>> segments = new ArrayList<>();
        for (int i = 0; i + 1 < vertices.length; i++) {
            segments.add(meetings(vertices[i], vertices[i + 1]));
        }
        for (int i = 0; i + 1 < vertices.length; i++) {
            for (int j = i + 2; j + 1 < vertices.length; j++) {
                crossSegments(vertices, segments, i, j);
            }
        }
        for (List<At> segment : segments) {
            segment.sort(Comparator.comparingDouble(At::share));
            for (int i = 0; i + 1 < segment.size(); i++) {
                addEdge(segment.get(i).node, segment.get(i + 1).node);
            }
        }
    }

    private void addEdge(int a, int b) {
        boolean known = a == b
                || lineEdges.stream().anyMatch(e -> joins(e[0], e[1], a, b))
                || sides.stream().anyMatch(side -> isPartOf(side, a, b));
        if (!known && runsInside(a, b)) {
            lineEdges.add(new int[] {a, b});
        }
    }

    private static boolean joins(int from, int to, int a, int b) {
        return (from == a && to == b) || (from == b && to == a);
    }

    private static boolean isPartOf(Side side, int a, int b) {
        if (side.on.isEmpty()) {
            return joins(side.from, side.to, a, b);
        }
        List<Integer> nodes = side.nodes();
        for (int i = 0; i + 1 < nodes.size(); i++) {
            if (joins(nodes.get(i), nodes.get(i + 1), a, b)) {
                return true;
            }
        }
        return false;
    }

    private boolean runsInside(int a, int b) {
        long[] p = places.get(a);
        long[] q = places.get(b);
        RayCrossingCounter counter = new RayCrossingCounter(new Coordinate((p[0] + q[0]) / 2.0, (p[1] + q[1]) / 2.0));
        for (Side side : sides) {
            long[] from = places.get(side.from);
            long[] to = places.get(side.to);
            counter.countSegment(new Coordinate(from[0], from[1]), new Coordinate(to[0], to[1]));
        }
        return counter.getLocation() == Location.INTERIOR;
    }

    /** The node of a drawn vertex: a corner it lies at, a place on a side, or a place of its own. */
    private int vertex(EastNorth place) {
        long[] p = {place.gridEast(), place.gridNorth()};
        int nearest = -1;
        double best = SNAP;
        for (Side side : sides) {
            double away = distance(places.get(side.from), p);
            if (away <= best) {
                best = away;
                nearest = side.from;
            }
        }
        if (nearest >= 0) {
            return nearest;
        }
        for (Side side : sides) {
            double share = share(side.from, side.to, p);
            if (share > 0 && share < 1 && distance(between(side.from, side.to, share), p) <= SNAP) {
                return onSide(side, share);
            }
        }
        return node(p[0], p[1], null);
    }

    private int onSide(Side side, double share) {
        long[] p = between(side.from, side.to, share);
        int node = node(p[0], p[1], null);
        if (ids.get(node) == null) {
            EastNorth place = EastNorth.ofGrid(p[0], p[1]);
            ids.set(
                    node,
                    fabric.index().nearestCorner(place, 0.00004).map(Corner::id).orElse(null));
        }
        side.on.add(new At(share, node));
        return node;
    }

    /** Where a segment of the line meets corners and sides, its own ends included. */
    private List<At> meetings(int from, int to) {
        List<At> found = new ArrayList<>(List.of(new At(0, from), new At(1, to)));
        if (from == to) {
            return found;
        }
        for (Side side : sides) {
            long[] corner = places.get(side.from);
            double share = share(from, to, corner);
            if (share > 0 && share < 1 && distance(between(from, to, share), corner) <= SNAP) {
                found.add(new At(share, side.from));
            }
        }
        for (Side side : sides) {
            double[] shares = crossing(from, to, side.from, side.to);
            if (shares != null) {
                long[] x = between(side.from, side.to, shares[1]);
                boolean atEnd = distance(x, places.get(from)) <= SNAP || distance(x, places.get(to)) <= SNAP;
                if (distance(x, places.get(side.from)) <= SNAP) {
                    found.add(new At(shares[0], side.from));
                } else if (distance(x, places.get(side.to)) <= SNAP) {
                    found.add(new At(shares[0], side.to));
                } else if (!(atEnd && endsOn(side, from, to, x))) {
                    found.add(new At(shares[0], onSide(side, shares[1])));
                }
            }
        }
        return found;
    }

    private boolean endsOn(Side side, int from, int to, long[] x) {
        int end = distance(x, places.get(from)) <= distance(x, places.get(to)) ? from : to;
        return side.on.stream().anyMatch(at -> at.node == end);
    }

    private void crossSegments(int[] vertices, List<List<At>> segments, int i, int j) {
        double[] shares = crossing(vertices[i], vertices[i + 1], vertices[j], vertices[j + 1]);
        if (shares != null) {
            long[] x = between(vertices[j], vertices[j + 1], shares[1]);
            int node = node(x[0], x[1], null);
            segments.get(i).add(new At(shares[0], node));
            segments.get(j).add(new At(shares[1], node));
        }
    }

    /** Where two segments cross inside both, as shares of the way along each; null when they do not. */
    private double @Nullable [] crossing(int a, int b, int c, int d) {
        double ae = places.get(b)[0] - places.get(a)[0];
        double an = places.get(b)[1] - places.get(a)[1];
        double ce = places.get(d)[0] - places.get(c)[0];
        double cn = places.get(d)[1] - places.get(c)[1];
        double oe = places.get(c)[0] - places.get(a)[0];
        double on = places.get(c)[1] - places.get(a)[1];
        double cross = ae * cn - an * ce;
        if (cross == 0) {
            return null;
        }
        double alongFirst = (oe * cn - on * ce) / cross;
        double alongSecond = (oe * an - on * ae) / cross;
        boolean inside = alongFirst > 0 && alongFirst < 1 && alongSecond > 0 && alongSecond < 1;
        return inside ? new double[] {alongFirst, alongSecond} : null;
    }

    private double share(int from, int to, long[] p) {
        double e = places.get(to)[0] - places.get(from)[0];
        double n = places.get(to)[1] - places.get(from)[1];
        double pe = p[0] - places.get(from)[0];
        double pn = p[1] - places.get(from)[1];
        return (pe * e + pn * n) / (e * e + n * n);
    }

    private long[] between(int from, int to, double share) {
        long[] a = places.get(from);
        long[] b = places.get(to);
        return new long[] {a[0] + Math.round(share * (b[0] - a[0])), a[1] + Math.round(share * (b[1] - a[1]))};
    }

    private static double distance(long[] a, long[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
