package vn.diaba.cadastre.measure;

/**
 * A position in the project plane: metres east and north, rounded to the 0.1 mm grid when made, so that equality,
 * hashing, storage and sync agree. Immutable.
 *
 * @param east metres east in the project CRS, finite
 * @param north metres north in the project CRS, finite
 */
public record EastNorth(double east, double north) {
    /** Grid steps in one metre. */
    public static final double STEPS_PER_METRE = 10_000;

    /** Largest coordinate that can be held, in metres; beyond it nothing on Earth is projected. */
    public static final double LIMIT_METRES = 1e9;

    /**
     * Rounds to the grid.
     *
     * @throws IllegalArgumentException if a coordinate is not finite or beyond {@link #LIMIT_METRES}
     */
    public EastNorth {
        east = toMetres(toGrid(east));
        north = toMetres(toGrid(north));
    }

    /**
     * The position at a grid point.
     *
     * @param gridEast 0.1 mm steps east
     * @param gridNorth 0.1 mm steps north
     */
    public static EastNorth ofGrid(long gridEast, long gridNorth) {
        return new EastNorth(toMetres(gridEast), toMetres(gridNorth));
    }

    /**
     * Metres to whole grid steps, halves away from zero.
     *
     * @throws IllegalArgumentException if the value is not finite or beyond {@link #LIMIT_METRES}
     */
    public static long toGrid(double metres) {
        if (!(Math.abs(metres) <= LIMIT_METRES)) {
            throw new IllegalArgumentException("not a coordinate: " + metres);
        }
        return Math.round(metres * STEPS_PER_METRE);
    }

    /** Whole grid steps to metres: the double nearest to the decimal number. */
    public static double toMetres(long grid) {
        return grid / STEPS_PER_METRE;
    }

    /** Steps of 0.1 mm east. */
    public long gridEast() {
        return Math.round(east * STEPS_PER_METRE);
    }

    /** Steps of 0.1 mm north. */
    public long gridNorth() {
        return Math.round(north * STEPS_PER_METRE);
    }

    /** Plane distance in metres, 0 or more. */
    public double distanceTo(EastNorth other) {
        return Math.hypot(other.east - east, other.north - north);
    }
}
