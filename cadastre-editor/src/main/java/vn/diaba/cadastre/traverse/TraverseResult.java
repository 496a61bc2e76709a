package vn.diaba.cadastre.traverse;

import java.util.List;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A computed traverse. Immutable.
 *
 * @param method how the misclose was spread
 * @param rows one for each leg, in order
 * @param angularMiscloseDegrees closing bearing as measured minus as known; NaN without a closing angle
 * @param anglesSharing how many angles share it
 * @param eastMisclose last point as computed minus as known, metres, after the angles were balanced (as measured for
 *     {@link TraverseMethod#NONE}); NaN for an open traverse
 * @param northMisclose the same to the north
 * @param lengthMetres sum of the legs
 * @param suspicions what may be wrong when it does not close within the limits, the likeliest first; empty when it does
 */
public record TraverseResult(
        TraverseMethod method,
        List<Row> rows,
        double angularMiscloseDegrees,
        int anglesSharing,
        double eastMisclose,
        double northMisclose,
        double lengthMetres,
        List<Suspicion> suspicions) {
    /** Copies the lists. */
    public TraverseResult {
        rows = List.copyOf(rows);
        suspicions = List.copyOf(suspicions);
    }

    /**
     * A leg before and after.
     *
     * @param from first point
     * @param to second point
     * @param measuredBearing from the measured angles
     * @param measuredMetres chord as measured
     * @param before second point as measured
     * @param bearing after adjustment
     * @param metres chord after adjustment
     * @param after second point after adjustment
     */
    public record Row(
            String from,
            String to,
            Bearing measuredBearing,
            double measuredMetres,
            EastNorth before,
            Bearing bearing,
            double metres,
            EastNorth after) {}

    /** Metres between the last point as computed and as known; NaN for an open traverse. */
    public double linearMiscloseMetres() {
        return Math.hypot(eastMisclose, northMisclose);
    }

    /** The n of 1:n; infinite when it closes exactly, NaN for an open traverse. */
    public double ratio() {
        double misclose = linearMiscloseMetres();
        return misclose == 0 ? Double.POSITIVE_INFINITY : lengthMetres / misclose;
    }
}
