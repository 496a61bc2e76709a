package vn.diaba.cadastre.traverse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A traverse as measured. Immutable.
 *
 * @param start name of the first point
 * @param startAt where it is
 * @param back bearing from there to the point its angle counts from; null when the first leg has a bearing
 * @param legs at least one
 * @param close what is known at the other end
 */
public record Traverse(
        String start, EastNorth startAt, @Nullable Bearing back, List<TraverseLeg> legs, Close close) {
    /** Copies the legs and rejects a traverse without any. */
    public Traverse {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a traverse has legs");
        }
    }

    /**
     * What a traverse closes on.
     *
     * @param at where the last point is known to be; null for an open traverse
     * @param angleDegrees measured at the last point, clockwise from the point before to the closing direction; NaN
     *     without
     * @param onward known bearing of the closing direction from the last point; null without
     */
    public record Close(
            @Nullable EastNorth at,
            double angleDegrees,
            @Nullable Bearing onward) {
        /** Nothing is known: the traverse is open. */
        public static final Close NONE = new Close(null, Double.NaN, null);

        /** A known last point, no closing angle. */
        public static Close at(EastNorth place) {
            return new Close(place, Double.NaN, null);
        }

        /** Whether there is an angle to compare. */
        public boolean hasAngle() {
            return !Double.isNaN(angleDegrees) && onward != null;
        }
    }

    /** The name of a leg's first point. */
    public String from(int leg) {
        return leg == 0 ? start : legs.get(leg - 1).to();
    }

    /** Sum of the legs, metres. */
    public double lengthMetres() {
        return legs.stream().mapToDouble(TraverseLeg::lengthMetres).sum();
    }

    /**
     * When a traverse closes well enough; data of the office. Immutable.
     *
     * @param ratio it may miss by its length divided by this
     * @param secondsPerAngle its angles may miss by this times the square root of their number
     */
    public record Limits(double ratio, double secondsPerAngle) {
        /** Working limits for detail traverses, 1:2000 and 60″√n; not law. */
        public static final Limits STANDARD = new Limits(2000, 60);

        /** Rejects limits that are none. */
        public Limits {
            if (!(ratio > 0) || !(secondsPerAngle > 0)) {
                throw new IllegalArgumentException("not limits: " + ratio + " " + secondsPerAngle);
            }
        }

        /** Largest linear misclose of a length, metres; a centimetre at least, which is what is read. */
        public double metres(double lengthMetres) {
            return Math.max(0.01, lengthMetres / ratio);
        }

        /** Largest angular misclose of a number of angles, degrees. */
        public double degrees(int angles) {
            return secondsPerAngle / 3600 * Math.sqrt(Math.max(1, angles));
        }
    }
}
