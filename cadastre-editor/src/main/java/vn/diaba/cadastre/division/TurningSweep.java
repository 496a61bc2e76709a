package vn.diaba.cadastre.division;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A ray from a corner that turns counter-clockwise about it, once round from the side that leaves the corner. Places are
 * radians from there. Immutable.
 *
 * @param land what is swept
 * @param east the corner, metres east of the origin
 * @param north the corner, metres north of the origin
 * @param from the first direction, radians counter-clockwise from east
 * @param reach length of ray that leaves the land, metres
 */
record TurningSweep(LandOutline land, double east, double north, double from, double reach) implements Sweep {
    static TurningSweep of(LandOutline land, double east, double north, double from) {
        double[] reach = {10};
        land.forEach((e, n) -> reach[0] = Math.max(reach[0], 2 * Math.hypot(e - east, n - north)));
        return new TurningSweep(land, east, north, from, reach[0]);
    }

    @Override
    public double behind(LandOutline some, double place) {
        return place <= Math.PI
                ? wedge(some, from, place)
                : some.area() - wedge(some, from + place, 2 * Math.PI - place);
    }

    private double wedge(LandOutline some, double start, double angle) {
        double stop = start + angle;
        return some.leftOf(east, north, Math.cos(start), Math.sin(start))
                .leftOf(east, north, -Math.cos(stop), -Math.sin(stop))
                .area();
    }

    @Override
    public double placeOf(double atEast, double atNorth) {
        double turned = (Math.atan2(atNorth - north, atEast - east) - from) % (2 * Math.PI);
        return turned < 0 ? turned + 2 * Math.PI : turned;
    }

    @Override
    public double start() {
        return 0;
    }

    @Override
    public double end() {
        return 2 * Math.PI;
    }

    /** The side that leaves the corner, straight on: concave land may lie on both hands of it farther off. */
    @Override
    public List<EastNorth> opening() {
        return cut(0, 0);
    }

    @Override
    public List<EastNorth> cut(double place, double wanted) {
        double direction = from + place;
        return List.of(
                new EastNorth(land.originEast + east, land.originNorth + north),
                new EastNorth(
                        land.originEast + east + reach * Math.cos(direction),
                        land.originNorth + north + reach * Math.sin(direction)));
    }
}
