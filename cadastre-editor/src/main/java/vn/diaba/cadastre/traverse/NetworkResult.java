package vn.diaba.cadastre.traverse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * An adjusted network. All observations take part in it, suspected ones too: what is left out a person decides. Immutable.
 *
 * @param free how the measurements agree with each other alone; empty when they do not hang together without the known
 *     points
 * @param weighted how they agree with the known points
 * @param points in the order of the network
 * @param observations in the order of the network
 * @param suspicions what may be wrong, each found after those before it were left out on trial; the likeliest first
 */
public record NetworkResult(
        Optional<Fit> free,
        Fit weighted,
        List<AdjustedPoint> points,
        List<AdjustedObservation> observations,
        List<Suspicion> suspicions) {
    /** Standardised residuals beyond this come from 1 in 1000 good measurements; the least limit that is used. */
    public static final double CRITICAL = 3.29;

    /** Copies the lists. */
    public NetworkResult {
        points = List.copyOf(points);
        observations = List.copyOf(observations);
        suspicions = List.copyOf(suspicions);
    }

    /**
     * The limit for a standardised residual among many: one that the largest of so many good measurements passes in 1 of 20
     * networks (the normal quantile of 1 - 0.025/n, by Abramowitz and Stegun 26.2.23, good to 0.0005).
     *
     * @param measurements how many there are, at least 1
     * @return not less than {@link #CRITICAL}
     */
    public static double critical(int measurements) {
        double t = Math.sqrt(-2 * Math.log(0.025 / measurements));
        double below = 2.515517 + t * (0.802853 + t * 0.010328);
        double above = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return Math.max(CRITICAL, t - below / above);
    }

    /**
     * How well measurements agree.
     *
     * @param sigma0 standard deviation of unit weight: 1 when the measurements are as good as was said; NaN without
     *     redundancy
     * @param redundancy measurements more than needed
     * @param iterations until nothing moved any more
     * @param largestStandardised the largest standardised residual
     */
    public record Fit(double sigma0, int redundancy, int iterations, double largestStandardised) {}

    /**
     * A point of the network.
     *
     * @param name what the field book calls it
     * @param before as given; null when it was not
     * @param position as adjusted
     * @param major half the long axis of its error ellipse, metres, one standard deviation by the stated sigmas; 0 for
     *     a point held
     * @param minor half the short axis
     * @param axis direction of the long axis, in [0, 180)
     */
    public record AdjustedPoint(
            String name, @Nullable EastNorth before, EastNorth position, double major, double minor, Bearing axis) {
        /** Standard deviation of the position: root of the sum of both axes' squares, metres. */
        public double sigmaMetres() {
            return Math.hypot(major, minor);
        }
    }

    /**
     * A measurement of the network.
     *
     * @param observation as measured
     * @param residual adjusted minus measured, metres or degrees
     * @param redundancy its share of redundancy, 0 (not checked by others) to 1
     * @param standardised residual in units of its own standard deviation; 0 where nothing checks it
     */
    public record AdjustedObservation(
            Observation observation, double residual, double redundancy, double standardised) {
        /** The value after adjustment, metres or degrees. */
        public double adjusted() {
            return observation.value() + residual;
        }
    }
}
