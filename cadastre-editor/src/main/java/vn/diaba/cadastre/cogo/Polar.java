package vn.diaba.cadastre.cogo;

import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/** Points and bearings from a station. Stateless. */
public final class Polar {
    private Polar() {}

    /**
     * The point at a bearing and distance.
     *
     * @param distanceMetres plane distance; a negative one goes the other way
     */
    public static EastNorth point(EastNorth from, Bearing bearing, double distanceMetres) {
        double radians = Math.toRadians(bearing.degrees());
        return new EastNorth(
                from.east() + distanceMetres * Math.sin(radians), from.north() + distanceMetres * Math.cos(radians));
    }

    /** A bearing turned clockwise; a negative angle turns it the other way. */
    public static Bearing turned(Bearing bearing, double clockwiseDegrees) {
        return new Bearing(bearing.degrees() + clockwiseDegrees);
    }

    /** The bearing the other way. */
    public static Bearing back(Bearing bearing) {
        return turned(bearing, 180);
    }

    /** An angle brought into [-180, 180). */
    public static double signedDegrees(double degrees) {
        double turned = ((degrees % 360) + 360) % 360;
        return turned >= 180 ? turned - 360 : turned;
    }
}
