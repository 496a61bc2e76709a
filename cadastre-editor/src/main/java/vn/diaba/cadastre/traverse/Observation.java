package vn.diaba.cadastre.traverse;

/**
 * One measurement of a network. Immutable.
 *
 * @param kind what was measured
 * @param at the point it was measured at
 * @param to the point sighted; of {@link Kind#EAST} and {@link Kind#NORTH} the same as {@code at}
 * @param other of an angle the point it counts from; of a direction the name of its set, readings of one set share one
 *     zero; else ""
 * @param value metres on the grid, or degrees clockwise
 * @param sigma standard deviation in the same unit, more than 0
 */
public record Observation(Kind kind, String at, String to, String other, double value, double sigma) {
    /** What can be measured. */
    public enum Kind {
        /** Metres between two points. */
        DISTANCE,
        /** Bearing of one point from another. */
        BEARING,
        /** Reading of a circle whose zero is not known. */
        DIRECTION,
        /** Angle at a point, clockwise from one target to another. */
        ANGLE,
        /** East coordinate of a point, as from a satellite receiver. */
        EAST,
        /** North coordinate of a point. */
        NORTH;

        boolean isAngular() {
            return this == BEARING || this == DIRECTION || this == ANGLE;
        }
    }

    /** Rejects values that are no measurement. */
    public Observation {
        boolean place = kind == Kind.EAST || kind == Kind.NORTH;
        if (!Double.isFinite(value) || !(sigma > 0) || at.equals(to) != place || other.equals(to) && !place) {
            throw new IllegalArgumentException("not an observation: " + kind + " " + at + " " + to);
        }
    }

    /** A grid distance. */
    public static Observation distance(String at, String to, double metres, double sigmaMetres) {
        return new Observation(Kind.DISTANCE, at, to, "", metres, sigmaMetres);
    }

    /** A bearing. */
    public static Observation bearing(String at, String to, double degrees, double sigmaSeconds) {
        return new Observation(Kind.BEARING, at, to, "", degrees, sigmaSeconds / 3600);
    }

    /** A circle reading of a set. */
    public static Observation direction(String at, String to, String set, double degrees, double sigmaSeconds) {
        return new Observation(Kind.DIRECTION, at, to, "set " + set, degrees, sigmaSeconds / 3600);
    }

    /** An angle from one target clockwise to another. */
    public static Observation angle(String at, String from, String to, double degrees, double sigmaSeconds) {
        return new Observation(Kind.ANGLE, at, to, from, degrees, sigmaSeconds / 3600);
    }

    /** The east coordinate of a point. */
    public static Observation east(String point, double metres, double sigmaMetres) {
        return new Observation(Kind.EAST, point, point, "", metres, sigmaMetres);
    }

    /** The north coordinate of a point. */
    public static Observation north(String point, double metres, double sigmaMetres) {
        return new Observation(Kind.NORTH, point, point, "", metres, sigmaMetres);
    }
}
