package vn.diaba.cadastre.traverse;

import java.util.List;
import vn.diaba.cadastre.cogo.AngleText;

/** Puts a suspected measurement of a network into a code and its arguments. Stateless. */
final class Blunders {
    private Blunders() {}

    /**
     * A measurement that differs from what the others make of it.
     *
     * @param excess measured minus what the others say, metres or radians
     */
    static Suspicion of(Observation each, double excess) {
        String angle = AngleText.dms(Math.toDegrees(excess), 0);
        switch (each.kind()) {
            case DISTANCE:
                String code = excess > 0 ? "blunder-distance-long" : "blunder-distance-short";
                return suspicion(code, each.at(), each.to(), Math.abs(excess));
            case BEARING:
                return suspicion("blunder-bearing", each.at(), each.to(), angle);
            case DIRECTION:
                return suspicion("blunder-direction", each.at(), each.to(), angle);
            case ANGLE:
                return suspicion("blunder-angle", each.at(), each.other(), each.to(), angle);
            case EAST:
                return suspicion("blunder-known-point", each.at(), excess, 0.0);
            case NORTH:
                return suspicion("blunder-known-point", each.at(), 0.0, excess);
        }
        throw new IllegalArgumentException(each.toString());
    }

    /** A known point that is not where the measurements put it: as given minus as measured, metres. */
    static Suspicion ofPoint(String name, double eastExcess, double northExcess) {
        return suspicion("blunder-known-point", name, eastExcess, northExcess);
    }

    private static Suspicion suspicion(String code, Object... arguments) {
        return new Suspicion(code, List.of(arguments), Double.NaN);
    }
}
