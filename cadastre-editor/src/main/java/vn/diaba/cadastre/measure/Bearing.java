package vn.diaba.cadastre.measure;

/**
 * A direction clockwise from grid north. Immutable.
 *
 * @param degrees degrees in [0, 360); other finite values are brought into that range
 */
public record Bearing(double degrees) {
    /** Brings the angle into [0, 360). */
    public Bearing {
        if (!Double.isFinite(degrees)) {
            throw new IllegalArgumentException("not a bearing: " + degrees);
        }
        degrees = ((degrees % 360) + 360) % 360;
    }

    /**
     * The bearing from one position to another.
     *
     * @throws IllegalArgumentException if the two are the same position
     */
    public static Bearing of(EastNorth from, EastNorth to) {
        double east = to.east() - from.east();
        double north = to.north() - from.north();
        if (east == 0 && north == 0) {
            throw new IllegalArgumentException("no bearing between equal positions");
        }
        return new Bearing(Math.toDegrees(Math.atan2(east, north)));
    }
}
