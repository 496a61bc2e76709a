package vn.diaba.app.survey;

import java.util.List;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.traverse.Traverse;

/**
 * All of a traverse as typed. Immutable.
 *
 * @param start the first point: a number of the land, or X and Y
 * @param back what the first angle counts from: a point, or a bearing; "" when the first leg has a bearing
 * @param close the last point where it is known: a number, or X and Y; "" to look for the name of the last row
 * @param closeAngle measured at the last point from the point before to the closing direction; "" for none
 * @param onward the closing direction: a point, or a bearing
 * @param unit of bare numbers that are angles
 * @param adjustment how the misclose is spread
 * @param limits beyond which blunders are looked for
 * @param sigmas for least squares
 * @param legs the rows; blank ones are passed over
 */
record TraverseDraft(
        String start,
        String back,
        String close,
        String closeAngle,
        String onward,
        AngleUnit unit,
        Adjustment adjustment,
        Traverse.Limits limits,
        Sigmas sigmas,
        List<LegText> legs) {
    /** Standard deviations of a distance, metres, and an angle, seconds. */
    record Sigmas(double metres, double seconds) {
        /** What a field book that does not say otherwise has. */
        static final Sigmas STANDARD = new Sigmas(0.005, 5);
    }

    /** Copies the rows. */
    TraverseDraft {
        legs = List.copyOf(legs);
    }
}
