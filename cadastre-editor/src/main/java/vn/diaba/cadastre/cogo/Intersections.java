package vn.diaba.cadastre.cogo;

import java.util.List;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/** Points found from two measures taken at two known points. Both solutions where there are two. Stateless. */
public final class Intersections {
    /** Lines whose directions differ by less than this (0.02 seconds of arc) are parallel. */
    private static final double PARALLEL_SINE = 1e-7;
    /** Circles and lines that miss each other by half a grid step touch. */
    private static final double TOUCH_METRES = 0.000_05;

    private Intersections() {}

    /**
     * Where two lines given by bearings meet, before or behind the stations.
     *
     * @throws CogoException {@code lines-parallel} with both bearings
     */
    public static EastNorth bearings(EastNorth a, Bearing fromA, EastNorth b, Bearing fromB) throws CogoException {
        double alpha = Math.toRadians(fromA.degrees());
        double beta = Math.toRadians(fromB.degrees());
        double sine = Math.sin(beta - alpha);
        if (Math.abs(sine) < PARALLEL_SINE) {
            throw new CogoException("lines-parallel", fromA.degrees(), fromB.degrees());
        }
        double east = b.east() - a.east();
        double north = b.north() - a.north();
        double along = (north * Math.sin(beta) - east * Math.cos(beta)) / sine;
        return Polar.point(a, fromA, along);
    }

    /**
     * Forward intersection from angles at the two ends of a base.
     *
     * @param atA angle at {@code a}, degrees clockwise from the line to {@code b} to the line to the new point
     * @param atB angle at {@code b}, degrees clockwise from the line to {@code a} to the line to the new point
     * @throws CogoException {@code lines-parallel} with both bearings; {@code points-equal} when there is no base
     */
    public static EastNorth angles(EastNorth a, double atA, EastNorth b, double atB) throws CogoException {
        Bearing base = bearing(a, b);
        return bearings(a, Polar.turned(base, atA), b, Polar.turned(Polar.back(base), atB));
    }

    /**
     * Where a line from one point meets the circle about another.
     *
     * @param distanceMetres radius of the circle about {@code b}, more than 0
     * @return two points, or one where the line touches; by their way along the bearing, those ahead of {@code a} first
     * @throws CogoException {@code circle-missed} with the radius and the distance of the line from {@code b};
     *     {@code distance-not-positive}
     */
    public static List<EastNorth> bearingDistance(EastNorth a, Bearing fromA, EastNorth b, double distanceMetres)
            throws CogoException {
        requirePositive(distanceMetres);
        double radians = Math.toRadians(fromA.degrees());
        double east = b.east() - a.east();
        double north = b.north() - a.north();
        double foot = east * Math.sin(radians) + north * Math.cos(radians);
        double off = Math.abs(east * Math.cos(radians) - north * Math.sin(radians));
        if (off > distanceMetres + TOUCH_METRES) {
            throw new CogoException("circle-missed", distanceMetres, off);
        }
        double half = Math.sqrt(Math.max(0, (distanceMetres - off) * (distanceMetres + off)));
        EastNorth near = Polar.point(a, fromA, foot - half);
        EastNorth far = Polar.point(a, fromA, foot + half);
        if (near.equals(far)) {
            return List.of(near);
        }
        return foot - half >= 0 ? List.of(near, far) : List.of(far, near);
    }

    /**
     * Where the circles about two points meet.
     *
     * @param fromA radius about {@code a}, metres, more than 0
     * @param fromB radius about {@code b}, metres, more than 0
     * @return first the point left of the line from {@code a} to {@code b}, then the one right of it; one where they touch
     * @throws CogoException {@code circles-apart} or {@code circle-inside-circle} with both radii and the distance
     *     between the centres; {@code points-equal}; {@code distance-not-positive}
     */
    public static List<EastNorth> distances(EastNorth a, double fromA, EastNorth b, double fromB) throws CogoException {
        requirePositive(fromA);
        requirePositive(fromB);
        Bearing base = bearing(a, b);
        double length = a.distanceTo(b);
        if (length > fromA + fromB + TOUCH_METRES) {
            throw new CogoException("circles-apart", fromA, fromB, length);
        }
        if (Math.abs(fromA - fromB) > length + TOUCH_METRES) {
            throw new CogoException("circle-inside-circle", fromA, fromB, length);
        }
        double foot = (length + (fromA - fromB) * (fromA + fromB) / length) / 2;
        double off = Math.sqrt(Math.max(0, (fromA - foot) * (fromA + foot)));
        Baseline line = new Baseline(a, b);
        EastNorth left = line.point(new StationOffset(foot, -off));
        EastNorth right = line.point(new StationOffset(foot, off));
        return left.equals(right) ? List.of(left) : List.of(left, right);
    }

    /**
     * The bearing between two points as a construction needs it.
     *
     * @throws CogoException {@code points-equal} with the place
     */
    static Bearing bearing(EastNorth from, EastNorth to) throws CogoException {
        if (from.equals(to)) {
            throw new CogoException("points-equal", from);
        }
        return Bearing.of(from, to);
    }

    private static void requirePositive(double metres) throws CogoException {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            throw new CogoException("distance-not-positive", metres);
        }
    }
}
