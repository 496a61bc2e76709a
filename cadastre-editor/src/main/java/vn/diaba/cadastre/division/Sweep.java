package vn.diaba.cadastre.division;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/** A line that moves over land and leaves ever more behind it. Immutable. */
sealed interface Sweep permits ParallelSweep, TurningSweep {
    /** The area of some land that lies behind the line when it is at a place; grows with the place. */
    double behind(LandOutline land, double place);

    /** The place at which the line goes through a position, metres from the origin of the land. */
    double placeOf(double east, double north);

    /** The first place, with all land before the line. */
    double start();

    /** The last place, with all land behind the line. */
    double end();

    /** The line at a place, long enough to leave the land at both ends; a corner it nearly meets it goes through. */
    List<EastNorth> cut(double place, double wanted);

    /** The line at the start, where it has land on both hands although none is behind it; nothing for most. */
    default List<EastNorth> opening() {
        return List.of();
    }

    /**
     * Where the line has a wanted area behind it: bracketing search, false position with bisection where it stalls.
     *
     * @param wanted between 0 and the land's area
     */
    default double place(LandOutline land, double wanted) {
        return root(start(), end(), place -> behind(land, place) - wanted);
    }

    /** Where a growing function has its root between two places. */
    static double root(double from, double to, java.util.function.DoubleUnaryOperator excess) {
        double low = from;
        double high = to;
        double atLow = excess.applyAsDouble(low);
        double atHigh = excess.applyAsDouble(high);
        for (int n = 0; n < 100 && high - low > 1e-12 * Math.max(1, Math.abs(high)); n++) {
            double middle = low - atLow * (high - low) / (atHigh - atLow);
            if (n % 3 == 2 || !(middle > low && middle < high)) {
                middle = (low + high) / 2;
            }
            double at = excess.applyAsDouble(middle);
            if (Math.abs(at) < 1e-9) {
                return middle;
            }
            if (at < 0) {
                low = middle;
                atLow = at;
            } else {
                high = middle;
                atHigh = at;
            }
        }
        return (low + high) / 2;
    }
}
