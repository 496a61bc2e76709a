package vn.diaba.map.crs;

/**
 * A box in longitude and latitude, degrees; immutable.
 *
 * @param westDegrees western limit; greater than the eastern one where the box crosses the 180° meridian
 * @param southDegrees southern limit
 * @param eastDegrees eastern limit
 * @param northDegrees northern limit
 */
public record GeoArea(double westDegrees, double southDegrees, double eastDegrees, double northDegrees) {
    /** The whole globe. */
    public static final GeoArea WORLD = new GeoArea(-180, -90, 180, 90);

    /**
     * Rejects limits that are not numbers or a south above the north.
     *
     * @throws IllegalArgumentException if so
     */
    public GeoArea {
        if (!(southDegrees <= northDegrees) || !Double.isFinite(westDegrees) || !Double.isFinite(eastDegrees)) {
            throw new IllegalArgumentException("not a box on the globe");
        }
    }

    /** Whether the place lies inside or on the limit. */
    public boolean contains(double lonDegrees, double latDegrees) {
        boolean between = westDegrees <= eastDegrees
                ? lonDegrees >= westDegrees && lonDegrees <= eastDegrees
                : lonDegrees >= westDegrees || lonDegrees <= eastDegrees;
        return between && latDegrees >= southDegrees && latDegrees <= northDegrees;
    }

    /** Degrees of longitude from the western limit to the eastern one. */
    double widthDegrees() {
        double width = eastDegrees - westDegrees;
        return width < 0 ? width + 360 : width;
    }

    GeoArea grown(double degrees) {
        double south = Math.max(-90, southDegrees - degrees);
        double north = Math.min(90, northDegrees + degrees);
        if (widthDegrees() + 2 * degrees >= 360) {
            return new GeoArea(-180, south, 180, north);
        }
        return new GeoArea(wrapped(westDegrees - degrees), south, wrapped(eastDegrees + degrees), north);
    }

    private static double wrapped(double lonDegrees) {
        return lonDegrees < -180 ? lonDegrees + 360 : lonDegrees > 180 ? lonDegrees - 360 : lonDegrees;
    }
}
