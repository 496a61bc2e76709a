package vn.diaba.cadastre.division;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.plane.PlaneGraph;

/**
 * A straight line of one direction that moves to its left. Immutable.
 *
 * @param land what is swept
 * @param de east part of the direction, a unit vector
 * @param dn north part of the direction
 * @param start first place, metres to the left of the origin
 * @param end last place
 * @param reach length from the origin's foot that leaves the land, metres
 */
record ParallelSweep(LandOutline land, double de, double dn, double start, double end, double reach) implements Sweep {
    /** A line this near a corner goes through it, since what is drawn would meet the corner. */
    private static final double NEAR_METRES = EastNorth.toMetres(PlaneGraph.SNAP_STEPS + 1);

    static ParallelSweep of(LandOutline land, double de, double dn) {
        double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE, 0};
        land.forEach((east, north) -> {
            double left = de * north - dn * east;
            range[0] = Math.min(range[0], left);
            range[1] = Math.max(range[1], left);
            range[2] = Math.max(range[2], Math.hypot(east, north));
        });
        return new ParallelSweep(land, de, dn, range[0], range[1], 2 * range[2] + 10);
    }

    @Override
    public double behind(LandOutline some, double place) {
        return some.leftOf(-dn * place, de * place, -de, -dn).area();
    }

    @Override
    public double placeOf(double east, double north) {
        return de * north - dn * east;
    }

    @Override
    public List<EastNorth> cut(double place, double wanted) {
        double[] corner = {0, 0, NEAR_METRES};
        boolean[] found = {false};
        land.forEach((east, north) -> {
            double away = Math.abs(de * north - dn * east - place);
            if (away < corner[2]) {
                corner[0] = east;
                corner[1] = north;
                corner[2] = away;
                found[0] = true;
            }
        });
        return found[0] ? through(corner[0], corner[1], wanted) : line(-dn * place, de * place, de, dn, false);
    }

    /** The line through a corner, turned about it by the trifle that brings the area back. */
    private List<EastNorth> through(double east, double north, double wanted) {
        double most = 0.01 / reach;
        double turn = 0;
        double[] at = {excess(east, north, -most, wanted), excess(east, north, most, wanted)};
        if (at[0] < 0 != at[1] < 0) {
            double sign = at[0] < 0 ? 1 : -1;
            turn = sign * Sweep.root(-most, most, angle -> excess(east, north, sign * angle, wanted));
        }
        double turnedEast = de - turn * dn;
        double turnedNorth = dn + turn * de;
        return line(east, north, turnedEast, turnedNorth, true);
    }

    private double excess(double east, double north, double turn, double wanted) {
        return land.leftOf(east, north, -(de - turn * dn), -(dn + turn * de)).area() - wanted;
    }

    private List<EastNorth> line(double east, double north, double e, double n, boolean isThrough) {
        EastNorth from = place(east - reach * e, north - reach * n);
        EastNorth to = place(east + reach * e, north + reach * n);
        return isThrough ? List.of(from, place(east, north), to) : List.of(from, to);
    }

    private EastNorth place(double east, double north) {
        return new EastNorth(land.originEast + east, land.originNorth + north);
    }
}
