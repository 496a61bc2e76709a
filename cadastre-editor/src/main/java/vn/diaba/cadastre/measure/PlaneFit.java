package vn.diaba.cadastre.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The map of the plane that fits common points best, by least squares with equal weights. Immutable.
 *
 * <p>Each point is tested by its studentised residual {@code t}: its length over its standard deviation as estimated from
 * the other points. Half of its square follows the F distribution with 2 and {@code f − 2} degrees of freedom, whose
 * tail is {@code (1 + t² / (f − 2))^(−(f − 2) / 2)}; a point is suspect when that is below 0.05 shared among all points.
 *
 * @param kind four or six parameters
 * @param transform the map
 * @param residuals one for each common point, in their order, also for those left out
 * @param rmsMetres root mean square of the residuals' lengths, of the points used
 * @param sigmaMetres standard deviation of one coordinate as estimated from the residuals; NaN without redundancy
 * @see <a href="https://en.wikipedia.org/wiki/Studentized_residual">studentised residuals</a>; the tail for two numerator
 *     degrees of freedom is the integral of the F density in closed form
 */
public record PlaneFit(
        Kind kind, PlaneTransform transform, List<Residual> residuals, double rmsMetres, double sigmaMetres) {
    private static final double SIGNIFICANCE = 0.05;

    /** Copies the list. */
    public PlaneFit {
        residuals = List.copyOf(residuals);
    }

    /** How free the map is. */
    public enum Kind {
        /** Helmert: two shifts, a rotation, a scale. */
        HELMERT(2),
        /** Two shifts and a linear map of its own for each axis. */
        AFFINE(3);

        private final int leastPoints;

        Kind(int leastPoints) {
            this.leastPoints = leastPoints;
        }

        /** How many points it takes; each gives two equations. */
        public int leastPoints() {
            return leastPoints;
        }
    }

    /**
     * What is left at a point: its image less its given position.
     *
     * @param point the point
     * @param eastMetres image less given, east
     * @param northMetres image less given, north
     * @param studentised see {@link PlaneFit}; NaN for a point left out or without redundancy to tell
     * @param isSuspect whether the point does not belong to the others
     */
    public record Residual(
            CommonPoint point, double eastMetres, double northMetres, double studentised, boolean isSuspect) {
        /** Length of the residual in metres. */
        public double lengthMetres() {
            return Math.hypot(eastMetres, northMetres);
        }
    }

    /**
     * Fits a map to common points.
     *
     * @throws FitException {@code fit-too-few-points} with how many are used and needed, {@code fit-points-degenerate} when
     *     the points used lie on one place or, for six parameters, on one line
     */
    public static PlaneFit of(Kind kind, List<CommonPoint> points) throws FitException {
        List<CommonPoint> used = points.stream().filter(CommonPoint::isUsed).toList();
        if (used.size() < kind.leastPoints()) {
            throw new FitException("fit-too-few-points", used.size(), kind.leastPoints());
        }
        Sums sums = new Sums(used);
        double[] m = kind == Kind.HELMERT ? sums.similarity() : sums.affine();
        PlaneTransform transform;
        try {
            transform = new PlaneTransform(
                    sums.fromEast, sums.fromNorth, sums.toEast, sums.toNorth, m[0], m[1], m[2], m[3]);
        } catch (IllegalArgumentException pressedTogether) {
            throw new FitException("fit-points-degenerate");
        }
        double squares = 0;
        for (CommonPoint point : used) {
            squares += Math.pow(residual(transform, point).lengthMetres(), 2);
        }
        int freedom = 2 * (used.size() - kind.leastPoints());
        List<Residual> residuals = new ArrayList<>();
        for (CommonPoint point : points) {
            Residual bare = residual(transform, point);
            residuals.add(
                    point.isUsed() ? tested(bare, sums.leverage(kind, point.from()), squares, used.size()) : bare);
        }
        return new PlaneFit(
                kind,
                transform,
                residuals,
                Math.sqrt(squares / used.size()),
                freedom > 0 ? Math.sqrt(squares / freedom) : Double.NaN);
    }

    private static Residual residual(PlaneTransform transform, CommonPoint point) {
        EastNorth from = point.from();
        return new Residual(
                point,
                transform.east(from.east(), from.north()) - point.to().east(),
                transform.north(from.east(), from.north()) - point.to().north(),
                Double.NaN,
                false);
    }

    /** A residual with its test; its leverage says how much of the point's own error it hides. */
    private static Residual tested(Residual bare, double[] leverageAndUnknowns, double squares, int points) {
        double seen = 1 - leverageAndUnknowns[0];
        int others = 2 * points - (int) leverageAndUnknowns[1] - 2;
        if (others <= 0 || seen < 1e-9) {
            return bare;
        }
        double own = Math.pow(bare.lengthMetres(), 2) / seen;
        double rest = Math.max(0, squares - own) / others;
        double floor = Math.pow(0.5 / EastNorth.STEPS_PER_METRE, 2);
        double t = Math.sqrt(own / Math.max(rest, floor));
        double tail = Math.pow(1 + t * t / others, -others / 2.0);
        return new Residual(bare.point(), bare.eastMetres(), bare.northMetres(), t, tail < SIGNIFICANCE / points);
    }

    /** The point used that fits worst for its place, if the fit can tell. */
    public Optional<Residual> worst() {
        return residuals.stream()
                .filter(residual -> !Double.isNaN(residual.studentised()))
                .max(java.util.Comparator.comparingDouble(Residual::studentised));
    }

    /** Sums of products of coordinates about the means. */
    private static final class Sums {
        private final double fromEast;
        private final double fromNorth;
        private final double toEast;
        private final double toNorth;
        private final int points;
        private double ee;
        private double en;
        private double nn;
        private double eastToEast;
        private double northToEast;
        private double eastToNorth;
        private double northToNorth;

        Sums(List<CommonPoint> used) {
            points = used.size();
            fromEast = used.stream().mapToDouble(p -> p.from().east()).average().orElse(0);
            fromNorth =
                    used.stream().mapToDouble(p -> p.from().north()).average().orElse(0);
            toEast = used.stream().mapToDouble(p -> p.to().east()).average().orElse(0);
            toNorth = used.stream().mapToDouble(p -> p.to().north()).average().orElse(0);
            for (CommonPoint point : used) {
                double e = point.from().east() - fromEast;
                double n = point.from().north() - fromNorth;
                ee += e * e;
                en += e * n;
                nn += n * n;
                eastToEast += e * (point.to().east() - toEast);
                northToEast += n * (point.to().east() - toEast);
                eastToNorth += e * (point.to().north() - toNorth);
                northToNorth += n * (point.to().north() - toNorth);
            }
        }

        double[] similarity() throws FitException {
            if (ee + nn < 1e-6) {
                throw new FitException("fit-points-degenerate");
            }
            double a = (eastToEast + northToNorth) / (ee + nn);
            double b = (northToEast - eastToNorth) / (ee + nn);
            return new double[] {a, b, -b, a};
        }

        double[] affine() throws FitException {
            double determinant = ee * nn - en * en;
            if (ee + nn < 1e-6 || determinant < 1e-9 * (ee + nn) * (ee + nn)) {
                throw new FitException("fit-points-degenerate");
            }
            return new double[] {
                (eastToEast * nn - northToEast * en) / determinant,
                (northToEast * ee - eastToEast * en) / determinant,
                (eastToNorth * nn - northToNorth * en) / determinant,
                (northToNorth * ee - eastToNorth * en) / determinant
            };
        }

        /** How much a point draws the fit to itself, 0 to 1, and how many unknowns the fit has. */
        double[] leverage(Kind kind, EastNorth from) {
            double e = from.east() - fromEast;
            double n = from.north() - fromNorth;
            double own = kind == Kind.HELMERT
                    ? (e * e + n * n) / (ee + nn)
                    : (e * e * nn - 2 * e * n * en + n * n * ee) / (ee * nn - en * en);
            return new double[] {1.0 / points + own, 2.0 * kind.leastPoints()};
        }
    }
}
