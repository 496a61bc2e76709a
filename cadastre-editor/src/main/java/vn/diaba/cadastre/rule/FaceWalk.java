package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;

/**
 * Walks around the faces that noded linework cuts the plane into. Half-edge {@code 2e} runs along piece {@code e},
 * {@code 2e + 1} against it; a walk keeps its face on the left. Confined to one thread.
 */
final class FaceWalk {
    /**
     * A closed walk.
     *
     * @param points where it goes, first repeated at the end
     * @param area square metres, positive when the face lies within, negative when it lies around
     * @param isLow whether along all of it fewer lands lie on the left, in the face, than on the right
     * @param parcels slots of the parcels that gave the pieces
     */
    record Walk(Coordinate[] points, double area, boolean isLow, BitSet parcels) {}

    private final Linework.Piece[] pieces;
    private final Linework.Along[] along;
    private final int[] after;

    FaceWalk(Map<Linework.Piece, Linework.Along> linework) {
        pieces = linework.keySet().toArray(new Linework.Piece[0]);
        along = Arrays.stream(pieces).map(linework::get).toArray(Linework.Along[]::new);
        after = new int[2 * pieces.length];
        Map<Coordinate, IntStack> leaving = new HashMap<>();
        for (int e = 0; e < pieces.length; e++) {
            leaving.computeIfAbsent(pieces[e].from(), p -> new IntStack()).push(2 * e);
            leaving.computeIfAbsent(pieces[e].to(), p -> new IntStack()).push(2 * e + 1);
        }
        leaving.values().forEach(this::link);
    }

    /** At a node each arriving half-edge goes on by the leaving one next in clockwise order. */
    private void link(IntStack leaving) {
        int n = leaving.size();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = leaving.at(i);
        }
        if (n > 2) {
            Arrays.sort(order, (g, h) -> Double.compare(bearing(g), bearing(h)));
        }
        for (int i = 0; i < n; i++) {
            after[order[(i + 1) % n] ^ 1] = order[i];
        }
    }

    private double bearing(int halfEdge) {
        return Angle.angle(origin(halfEdge), origin(halfEdge ^ 1));
    }

    private Coordinate origin(int halfEdge) {
        Linework.Piece piece = pieces[halfEdge >> 1];
        return (halfEdge & 1) == 0 ? piece.from() : piece.to();
    }

    /** All closed walks. */
    List<Walk> walks() {
        List<Walk> walks = new ArrayList<>();
        BitSet done = new BitSet();
        for (int h = 0; h < after.length; h++) {
            if (!done.get(h)) {
                walks.add(walk(h, done));
            }
        }
        return walks;
    }

    private Walk walk(int start, BitSet done) {
        List<Coordinate> points = new ArrayList<>();
        BitSet parcels = new BitSet();
        boolean low = true;
        for (int h = start; !done.get(h); h = after[h]) {
            done.set(h);
            points.add(origin(h));
            Linework.Along piece = along[h >> 1];
            low &= (h & 1) == 0 ? piece.balance < 0 : piece.balance > 0;
            for (int i = 0; i < piece.parcels.size(); i++) {
                parcels.set(piece.parcels.at(i));
            }
        }
        points.add(points.get(0));
        Coordinate[] ring = points.toArray(new Coordinate[0]);
        return new Walk(ring, -Area.ofRingSigned(ring), low, parcels);
    }
}
