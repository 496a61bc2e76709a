package vn.diaba.cadastre.traverse;

/**
 * What turns distances on the ground into distances in the projection. Stated by a person, never assumed. Immutable.
 *
 * @param combined grid metres for one metre on the ground, more than 0
 */
public record GridScale(double combined) {
    /** Distances are grid distances already. */
    public static final GridScale NONE = new GridScale(1);

    /** Mean radius of the Earth, metres (IUGG): good to 0.1 ppm for the heights land is at. */
    private static final double EARTH_METRES = 6_371_009;

    /** Rejects what is no factor. */
    public GridScale {
        if (!(combined > 0.9 && combined < 1.1)) {
            throw new IllegalArgumentException("not a scale factor: " + combined);
        }
    }

    /**
     * The product of the projection's point scale and the reduction to the ellipsoid.
     *
     * @param pointScale of the projection at the place ({@code k}: 0.9999 on the central meridian of a 3° zone)
     * @param heightMetres mean height above the ellipsoid
     */
    public static GridScale of(double pointScale, double heightMetres) {
        return new GridScale(pointScale * EARTH_METRES / (EARTH_METRES + heightMetres));
    }

    /**
     * The point scale of a transverse Mercator projection, to the first term of its series: {@code k0 (1 + y² / 2R²)}.
     *
     * @param centralScale {@code k0}
     * @param fromMeridianMetres east or west of the central meridian; within 200 km good to 0.02 ppm
     */
    public static double pointScale(double centralScale, double fromMeridianMetres) {
        double share = fromMeridianMetres / (centralScale * EARTH_METRES);
        return centralScale * (1 + share * share / 2);
    }

    /** A ground distance in the grid, metres. */
    public double gridMetres(double groundMetres) {
        return groundMetres * combined;
    }

    /** A grid distance on the ground, metres. */
    public double groundMetres(double gridMetres) {
        return gridMetres / combined;
    }

    /** A grid area on the ground, square metres. */
    public double groundSquareMetres(double gridSquareMetres) {
        return gridSquareMetres / (combined * combined);
    }
}
