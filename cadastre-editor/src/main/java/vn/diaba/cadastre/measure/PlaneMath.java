package vn.diaba.cadastre.measure;

import java.util.List;

/** Plane geometry on positions and on packed coordinate pairs. Stateless; safe for all threads. */
public final class PlaneMath {
    private PlaneMath() {}

    /**
     * Area of a ring by the shoelace formula, taken about the ring's first corner so that six-figure coordinates do not
     * cost precision.
     *
     * @param ring at least three positions in order, first not repeated; metres
     * @return square metres, never negative, either orientation; 0 for a ring without extent
     * @throws IllegalArgumentException if there are fewer than three positions
     * @see org.locationtech.jts.algorithm.Area#ofRing the same sum by another hand, compared in PlaneMathTest
     */
    public static Area area(List<EastNorth> ring) {
        if (ring.size() < 3) {
            throw new IllegalArgumentException("a ring has at least three corners");
        }
        double[] xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.get(i).east();
            xy[2 * i + 1] = ring.get(i).north();
        }
        return new Area(Math.abs(signedArea(xy, 0, ring.size())));
    }

    /**
     * Signed area of a packed ring, about its first point.
     *
     * @param xy east, north pairs in metres
     * @param from index of the ring's first point (a pair counts one)
     * @param count points of the ring, first not repeated
     * @return square metres, positive counter-clockwise (seen with east to the right, north up)
     */
    public static double signedArea(double[] xy, int from, int count) {
        double e0 = xy[2 * from];
        double n0 = xy[2 * from + 1];
        double sum = 0;
        double pe = 0;
        double pn = 0;
        for (int i = from + 1; i < from + count; i++) {
            double e = xy[2 * i] - e0;
            double n = xy[2 * i + 1] - n0;
            sum += pe * n - e * pn;
            pe = e;
            pn = n;
        }
        return sum / 2;
    }

    /**
     * Where the perpendicular from a position meets the line through two others, limited to the segment between them.
     *
     * @return the share of the way from {@code a} to {@code b} in [0, 1]; 0 when the two are one position
     */
    public static double footShare(EastNorth a, EastNorth b, EastNorth p) {
        double de = b.east() - a.east();
        double dn = b.north() - a.north();
        double squared = de * de + dn * dn;
        if (squared == 0) {
            return 0;
        }
        double share = ((p.east() - a.east()) * de + (p.north() - a.north()) * dn) / squared;
        return Math.max(0, Math.min(1, share));
    }

    /** The position at a share of the way from {@code a} (0) to {@code b} (1), on the grid. */
    public static EastNorth along(EastNorth a, EastNorth b, double share) {
        return new EastNorth(a.east() + share * (b.east() - a.east()), a.north() + share * (b.north() - a.north()));
    }

    /** Distance in metres from a position to the segment between two others. */
    public static double distanceToSegment(EastNorth a, EastNorth b, EastNorth p) {
        double share = footShare(a, b, p);
        double e = a.east() + share * (b.east() - a.east());
        double n = a.north() + share * (b.north() - a.north());
        return Math.hypot(p.east() - e, p.north() - n);
    }
}
