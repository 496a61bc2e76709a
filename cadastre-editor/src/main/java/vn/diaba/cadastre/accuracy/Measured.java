package vn.diaba.cadastre.accuracy;

import vn.diaba.cadastre.measure.EastNorth;

/**
 * One row of a check. Immutable.
 *
 * @param name of the point, or of both ends of the side
 * @param place where, on the map
 * @param errorMetres measured against map: of a corner the distance, 0 or more; of a side the length measured minus that of
 *     the map
 * @param eastMetres of a corner measured minus map, to the east; 0 for a side
 * @param northMetres the same to the north
 * @param limitMetres largest error allowed
 */
public record Measured(
        String name, EastNorth place, double errorMetres, double eastMetres, double northMetres, double limitMetres) {
    /** A corner shot again. */
    public static Measured point(String name, EastNorth map, EastNorth shot, AccuracyLimits limits) {
        return new Measured(
                name,
                map,
                map.distanceTo(shot),
                shot.east() - map.east(),
                shot.north() - map.north(),
                limits.pointMetres());
    }

    /** A side taped. */
    public static Measured side(String name, EastNorth from, EastNorth to, double taped, AccuracyLimits limits) {
        double map = from.distanceTo(to);
        EastNorth middle = new EastNorth((from.east() + to.east()) / 2, (from.north() + to.north()) / 2);
        return new Measured(name, middle, taped - map, 0, 0, limits.sideMetres(map));
    }

    /** Share of the limit that is used up; above 1 it fails. */
    public double share() {
        return Math.abs(errorMetres) / limitMetres;
    }
}
