package vn.diaba.cadastre.traverse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.measure.Bearing;

/**
 * The coordinates along a traverse, unrounded, from its measures and a correction to each angle. Immutable by use.
 */
final class TraverseRun {
    private final Traverse traverse;
    /** East, north of the start and of each leg's end. */
    final double[] east;

    final double[] north;
    /** Bearing of each leg's chord, degrees. */
    final double[] bearings;

    TraverseRun(Traverse traverse, double correctionDegrees, int firstCorrected) throws TraverseException {
        this.traverse = traverse;
        int count = traverse.legs().size();
        east = new double[count + 1];
        north = new double[count + 1];
        bearings = new double[count];
        east[0] = traverse.startAt().east();
        north[0] = traverse.startAt().north();
        for (int i = 0; i < count; i++) {
            TraverseLeg leg = traverse.legs().get(i);
            double correction = i >= firstCorrected ? correctionDegrees : 0;
            bearings[i] = bearing(i, leg, correction);
            double radians = Math.toRadians(bearings[i]);
            east[i + 1] = east[i] + leg.chordMetres() * Math.sin(radians);
            north[i + 1] = north[i] + leg.chordMetres() * Math.cos(radians);
        }
    }

    private double bearing(int i, TraverseLeg leg, double correction) throws TraverseException {
        @Nullable Bearing given = leg.bearing();
        if (given != null) {
            return given.degrees();
        }
        Bearing back = traverse.back();
        if (i == 0 && back == null) {
            throw new TraverseException("traverse-without-orientation", traverse.start());
        }
        double before = i == 0 && back != null ? back.degrees() : bearings[i - 1] + 180;
        return new Bearing(before + leg.angleDegrees() + correction).degrees();
    }

    /** Closing bearing as computed minus as known, degrees in [-180, 180); NaN without a closing angle. */
    double angularMisclose() {
        Traverse.Close close = traverse.close();
        Bearing onward = close.onward();
        if (!close.hasAngle() || onward == null) {
            return Double.NaN;
        }
        return Polar.signedDegrees(bearings[bearings.length - 1] + 180 + close.angleDegrees() - onward.degrees());
    }

    double eastMisclose() {
        return traverse.close().at() == null
                ? Double.NaN
                : east[east.length - 1] - traverse.close().at().east();
    }

    double northMisclose() {
        return traverse.close().at() == null
                ? Double.NaN
                : north[north.length - 1] - traverse.close().at().north();
    }

    /** Spreads the misclose over the legs by weights. */
    void spread(double[] eastWeights, double[] northWeights) {
        double de = eastMisclose();
        double dn = northMisclose();
        double sumEast = Arrays.stream(eastWeights).sum();
        double sumNorth = Arrays.stream(northWeights).sum();
        double wayEast = 0;
        double wayNorth = 0;
        for (int i = 0; i < bearings.length; i++) {
            wayEast += eastWeights[i];
            wayNorth += northWeights[i];
            east[i + 1] -= sumEast == 0 ? 0 : de * wayEast / sumEast;
            north[i + 1] -= sumNorth == 0 ? 0 : dn * wayNorth / sumNorth;
        }
    }
}
