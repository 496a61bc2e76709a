package vn.diaba.cadastre.accuracy;

import java.util.List;

/**
 * What a check of measurements comes to. Immutable.
 *
 * @param rows all checks, in the order measured
 * @param above how many are above their limit: none may be
 * @param near how many are between 90 and 100 % of it: at most a tenth of all may be
 * @param rootMeanSquareMetres of the errors
 * @param meanEastMetres mean shift of the corners to the east; 0 without corners
 * @param meanNorthMetres mean shift to the north
 * @param meanSideMetres mean of the sides' errors with their sign; 0 without sides
 * @param systematic whether a mean is larger than chance explains: more than 2.6 of its own standard deviations (1 in 100),
 *     from five rows on; reported, not counted against the map
 */
public record AccuracyVerdict(
        List<Measured> rows,
        int above,
        int near,
        double rootMeanSquareMetres,
        double meanEastMetres,
        double meanNorthMetres,
        double meanSideMetres,
        boolean systematic) {
    private static final double NEAR = 0.9;
    private static final double NEAR_SHARE = 0.1;
    private static final double CHANCE = 2.6;
    private static final int ENOUGH = 5;
    /** Errors are metres of numbers on the 0.1 mm grid: what is equal to a limit is not above it. */
    private static final double ROUNDING = 1e-9;

    /** Copies the rows. */
    public AccuracyVerdict {
        rows = List.copyOf(rows);
    }

    /**
     * Judges corners or sides, not both at once.
     *
     * @throws AccuracyException {@code accuracy-nothing-measured}
     */
    public static AccuracyVerdict of(List<Measured> rows, boolean sides) throws AccuracyException {
        if (rows.isEmpty()) {
            throw new AccuracyException("accuracy-nothing-measured");
        }
        int above = 0;
        int near = 0;
        double squares = 0;
        for (Measured row : rows) {
            above += row.share() > 1 + ROUNDING ? 1 : 0;
            near += row.share() > NEAR + ROUNDING && row.share() <= 1 + ROUNDING ? 1 : 0;
            squares += row.errorMetres() * row.errorMetres();
        }
        double[] east = rows.stream().mapToDouble(Measured::eastMetres).toArray();
        double[] north = rows.stream().mapToDouble(Measured::northMetres).toArray();
        double[] signed = rows.stream().mapToDouble(Measured::errorMetres).toArray();
        boolean systematic = sides ? isSystematic(signed) : isSystematic(east) || isSystematic(north);
        return new AccuracyVerdict(
                rows,
                above,
                near,
                Math.sqrt(squares / rows.size()),
                sides ? 0 : mean(east),
                sides ? 0 : mean(north),
                sides ? mean(signed) : 0,
                systematic);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum / values.length;
    }

    private static boolean isSystematic(double[] values) {
        if (values.length < ENOUGH) {
            return false;
        }
        double mean = mean(values);
        double squares = 0;
        for (double each : values) {
            squares += (each - mean) * (each - mean);
        }
        double deviation = Math.sqrt(squares / (values.length - 1) / values.length);
        return Math.abs(mean) > Math.max(CHANCE * deviation, 1e-4);
    }

    /** Whether the map passes: none above the limit, and at most a tenth near it. */
    public boolean passes() {
        return above == 0 && near <= NEAR_SHARE * rows.size() + ROUNDING;
    }
}
