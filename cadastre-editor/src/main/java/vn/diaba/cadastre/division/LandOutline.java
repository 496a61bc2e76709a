package vn.diaba.cadastre.division;

import java.util.Arrays;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/**
 * The rings of a parcel or piece about a near origin, shells counter-clockwise and holes clockwise, so that signed areas
 * add up. Clipping by a half-plane leaves degenerate sides along its edge, which bound no area. Immutable.
 */
final class LandOutline {
    final double originEast;
    final double originNorth;
    private final double[][] rings;

    private LandOutline(double originEast, double originNorth, double[][] rings) {
        this.originEast = originEast;
        this.originNorth = originNorth;
        this.rings = rings;
    }

    /** The parcel a cursor is at. */
    static LandOutline of(ParcelCursor cursor) {
        double[][] rings = new double[cursor.rings()][];
        double e0 = cursor.east(0, 0);
        double n0 = cursor.north(0, 0);
        for (int r = 0; r < rings.length; r++) {
            int n = cursor.size(r);
            rings[r] = new double[2 * n];
            boolean forward = cursor.signedArea(r) > 0 == cursor.isShell(r);
            for (int i = 0; i < n; i++) {
                int at = forward ? i : n - 1 - i;
                rings[r][2 * at] = cursor.east(r, i) - e0;
                rings[r][2 * at + 1] = cursor.north(r, i) - n0;
            }
        }
        return new LandOutline(e0, n0, rings);
    }

    /** A piece of a graph, about the same origin as this. */
    LandOutline like(PlaneGraph graph, Piece piece) {
        double[][] all = new double[1 + piece.holes().size()][];
        all[0] = ring(graph, piece.shell());
        for (int h = 1; h < all.length; h++) {
            all[h] = ring(graph, piece.holes().get(h - 1));
        }
        return new LandOutline(originEast, originNorth, all);
    }

    private double[] ring(PlaneGraph graph, int[] nodes) {
        double[] ring = new double[2 * nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            ring[2 * i] = EastNorth.toMetres(graph.east(nodes[i])) - originEast;
            ring[2 * i + 1] = EastNorth.toMetres(graph.north(nodes[i])) - originNorth;
        }
        return ring;
    }

    /** Square metres. */
    double area() {
        double sum = 0;
        for (double[] ring : rings) {
            sum += ring.length < 6 ? 0 : PlaneMath.signedArea(ring, 0, ring.length / 2);
        }
        return sum;
    }

    /** What lies to the left of a directed line through a place about the origin. */
    LandOutline leftOf(double east, double north, double de, double dn) {
        double[][] clipped = new double[rings.length][];
        for (int r = 0; r < rings.length; r++) {
            clipped[r] = clip(rings[r], east, north, de, dn);
        }
        return new LandOutline(originEast, originNorth, clipped);
    }

    private static double[] clip(double[] ring, double east, double north, double de, double dn) {
        double[] out = new double[2 * ring.length];
        int n = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int k = i + 2 == ring.length ? 0 : i + 2;
            double here = de * (ring[i + 1] - north) - dn * (ring[i] - east);
            double there = de * (ring[k + 1] - north) - dn * (ring[k] - east);
            if (here >= 0) {
                out[n++] = ring[i];
                out[n++] = ring[i + 1];
            }
            if (here >= 0 != there >= 0) {
                double share = here / (here - there);
                out[n++] = ring[i] + share * (ring[k] - ring[i]);
                out[n++] = ring[i + 1] + share * (ring[k + 1] - ring[i + 1]);
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** Tells every corner. */
    void forEach(CornerVisitor visitor) {
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                visitor.corner(ring[i], ring[i + 1]);
            }
        }
    }

    /** Takes corners about the origin. */
    interface CornerVisitor {
        /** A corner, metres from the origin. */
        void corner(double east, double north);
    }
}
