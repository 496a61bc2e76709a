package vn.diaba.cadastre.measure;

/**
 * A linear map of the plane onto itself: translation, rotation, scale, or all six parameters of an affine map. It is held
 * about a centre of its own, so that seven-figure coordinates cost no precision. Immutable.
 *
 * <p>{@code E' = toEast + ee (E − fromEast) + en (N − fromNorth)}, {@code N' = toNorth + ne (E − fromEast) + nn (N −
 * fromNorth)}.
 *
 * @param fromEast east of the centre, metres
 * @param fromNorth north of the centre, metres
 * @param toEast east of the centre's image, metres
 * @param toNorth north of the centre's image, metres
 * @param ee metres east for a metre east
 * @param en metres east for a metre north
 * @param ne metres north for a metre east
 * @param nn metres north for a metre north
 */
public record PlaneTransform(
        double fromEast, double fromNorth, double toEast, double toNorth, double ee, double en, double ne, double nn) {
    /**
     * Rejects a map that is not finite or that presses the plane together.
     *
     * @throws IllegalArgumentException if it is no map of the plane onto itself
     */
    public PlaneTransform {
        double sum = fromEast + fromNorth + toEast + toNorth;
        double determinant = ee * nn - en * ne;
        if (!Double.isFinite(sum) || !Double.isFinite(determinant) || determinant == 0) {
            throw new IllegalArgumentException("not a map of the plane: determinant " + determinant);
        }
    }

    /** Moves everything alike; metres east and north. */
    public static PlaneTransform translation(double east, double north) {
        return new PlaneTransform(0, 0, east, north, 1, 0, 0, 1);
    }

    /** Turns everything about a centre; degrees clockwise, as bearings grow. */
    public static PlaneTransform rotation(EastNorth centre, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return about(centre, new double[] {cos, sin, -sin, cos});
    }

    /**
     * Stretches everything from a centre.
     *
     * @throws IllegalArgumentException if the factor is 0 or not finite
     */
    public static PlaneTransform scaling(EastNorth centre, double factor) {
        return about(centre, new double[] {factor, 0, 0, factor});
    }

    private static PlaneTransform about(EastNorth centre, double[] m) {
        return new PlaneTransform(centre.east(), centre.north(), centre.east(), centre.north(), m[0], m[1], m[2], m[3]);
    }

    /** The image's east coordinate in metres, not rounded. */
    public double east(double east, double north) {
        return toEast + ee * (east - fromEast) + en * (north - fromNorth);
    }

    /** The image's north coordinate in metres, not rounded. */
    public double north(double east, double north) {
        return toNorth + ne * (east - fromEast) + nn * (north - fromNorth);
    }

    /**
     * The image of a position, on the grid.
     *
     * @throws IllegalArgumentException if it lies beyond {@link EastNorth#LIMIT_METRES}
     */
    public EastNorth apply(EastNorth place) {
        return new EastNorth(east(place.east(), place.north()), north(place.east(), place.north()));
    }

    /** How many times longer lengths become; for an affine map the mean, the square root of the change of areas. */
    public double scale() {
        return Math.sqrt(Math.abs(ee * nn - en * ne));
    }

    /** By how many degrees the map turns clockwise, in (−180, 180]; for an affine map the mean of both axes. */
    public double rotationDegrees() {
        return Math.toDegrees(Math.atan2(en - ne, ee + nn));
    }
}
