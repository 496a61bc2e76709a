package vn.diaba.cadastre.cogo;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * What must be added to the circle readings of a station to have bearings. Immutable.
 *
 * @param angle the orientation: bearing of the circle's zero; the mean over the sights, weighted by their lengths, since
 *     the same error of a target turns a long sight less
 * @param residualsDegrees of each sight in order: known bearing minus reading minus orientation
 */
public record Orientation(Bearing angle, List<Double> residualsDegrees) {
    /** Copies the list. */
    public Orientation {
        residualsDegrees = List.copyOf(residualsDegrees);
    }

    /**
     * A reading to a known point.
     *
     * @param target where it is
     * @param readingDegrees of the horizontal circle, clockwise
     */
    public record Sight(EastNorth target, double readingDegrees) {}

    /**
     * Orients a station.
     *
     * @param sights at least one
     * @throws CogoException {@code points-equal} when a target is the station; {@code sights-missing}
     */
    public static Orientation of(EastNorth station, List<Sight> sights) throws CogoException {
        if (sights.isEmpty()) {
            throw new CogoException("sights-missing", 0, 1);
        }
        double[] single = new double[sights.size()];
        double first = 0;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < single.length; i++) {
            Sight sight = sights.get(i);
            single[i] = Intersections.bearing(station, sight.target).degrees() - sight.readingDegrees;
            first = i == 0 ? single[0] : first;
            double length = station.distanceTo(sight.target);
            sum += length * Polar.signedDegrees(single[i] - first);
            weights += length;
        }
        Bearing angle = new Bearing(first + sum / weights);
        List<Double> residuals = new ArrayList<>();
        for (double each : single) {
            residuals.add(Polar.signedDegrees(each - angle.degrees()));
        }
        return new Orientation(angle, residuals);
    }

    /** The bearing of a reading. */
    public Bearing bearing(double readingDegrees) {
        return Polar.turned(angle, readingDegrees);
    }
}
