package vn.diaba.cadastre.sample;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/** Which way outlines and their corners turn. */
final class Turn {
    private Turn() {}

    /** Positive when the outline runs counter-clockwise. */
    static double of(List<EastNorth> ring) {
        double[] xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.get(i).east();
            xy[2 * i + 1] = ring.get(i).north();
        }
        return PlaneMath.signedArea(xy, 0, ring.size());
    }

    /** The angle between two legs of a corner, in degrees from 0 to 180. */
    static double between(EastNorth leg, EastNorth corner, EastNorth otherLeg) {
        double e1 = leg.east() - corner.east();
        double n1 = leg.north() - corner.north();
        double e2 = otherLeg.east() - corner.east();
        double n2 = otherLeg.north() - corner.north();
        return Math.toDegrees(Math.abs(Math.atan2(e1 * n2 - e2 * n1, e1 * e2 + n1 * n2)));
    }
}
