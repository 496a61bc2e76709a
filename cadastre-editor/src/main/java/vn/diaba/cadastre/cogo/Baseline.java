package vn.diaba.cadastre.cogo;

import vn.diaba.cadastre.measure.EastNorth;

/**
 * A line between two points, to measure along and beside. Immutable.
 *
 * @param from station 0
 * @param to where the line goes, another place
 */
public record Baseline(EastNorth from, EastNorth to) {
    /** Rejects a line without direction. */
    public Baseline {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a baseline needs two places");
        }
    }

    /**
     * The line between two points a person chose.
     *
     * @throws CogoException {@code points-equal} with the place
     */
    public static Baseline between(EastNorth from, EastNorth to) throws CogoException {
        Intersections.bearing(from, to);
        return new Baseline(from, to);
    }

    /** Metres between the ends. */
    public double lengthMetres() {
        return from.distanceTo(to);
    }

    /** The point at a station and offset; stations before the start and beyond the end are on the line's continuation. */
    public EastNorth point(StationOffset place) {
        double length = lengthMetres();
        double east = (to.east() - from.east()) / length;
        double north = (to.north() - from.north()) / length;
        return new EastNorth(
                from.east() + place.stationMetres() * east + place.offsetMetres() * north,
                from.north() + place.stationMetres() * north - place.offsetMetres() * east);
    }

    /** The point on the line at a distance from its start; negative before it. */
    public EastNorth at(double stationMetres) {
        return point(new StationOffset(stationMetres, 0));
    }

    /** Station and offset of a point. */
    public StationOffset locate(EastNorth point) {
        double length = lengthMetres();
        double east = (to.east() - from.east()) / length;
        double north = (to.north() - from.north()) / length;
        double de = point.east() - from.east();
        double dn = point.north() - from.north();
        return new StationOffset(de * east + dn * north, de * north - dn * east);
    }

    /** The foot of the perpendicular from a point, on the line or its continuation. */
    public EastNorth foot(EastNorth point) {
        return at(locate(point).stationMetres());
    }

    /**
     * The same line moved square to itself.
     *
     * @param offsetMetres positive to the right
     */
    public Baseline parallel(double offsetMetres) {
        return new Baseline(
                point(new StationOffset(0, offsetMetres)), point(new StationOffset(lengthMetres(), offsetMetres)));
    }

    /**
     * Where the line and another meet, on the lines or their continuations.
     *
     * @throws CogoException {@code lines-parallel} with both bearings
     */
    public EastNorth meets(Baseline other) throws CogoException {
        return Intersections.bearings(
                from, Intersections.bearing(from, to), other.from, Intersections.bearing(other.from, other.to));
    }
}
