package vn.diaba.cadastre.traverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.csc.decomposition.chol.CholeskyUpLooking_DSCC;
import org.ejml.sparse.csc.misc.TriangularSolver_DSCC;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Gauss-Newton on the normal equations of a network: {@code N x = Aᵀ P w}, N = L Lᵀ sparse. The variance of a measurement's
 * adjusted value is {@code |L⁻¹ aᵀ|²}, so neither the inverse nor anything dense is ever made. Confined to one thread.
 */
final class LeastSquares {
    private static final int MOST_ITERATIONS = 30;
    private static final double STILL_METRES = 1e-6;
    private static final double SINGULAR_SHARE = 1e-11;

    private final Network network;
    private final Unknowns unknowns;
    private final Start start;
    private final boolean[] excluded;
    private final Estimate now;
    private List<Equation> equations = List.of();
    private DMatrixSparseCSC lower = new DMatrixSparseCSC(0, 0);
    private int iterations;

    /**
     * Where to start.
     *
     * @param origin local origin
     * @param east of each point about the origin
     * @param north of each point about the origin
     * @param sigmas of each point's known coordinates; NaN where they count for nothing
     */
    record Start(EastNorth origin, double[] east, double[] north, double[] sigmas) {}

    /**
     * Prepares an adjustment.
     *
     * @param excluded observations left out on trial, by their place in the network; known points behind them
     */
    LeastSquares(Network network, Unknowns unknowns, Start start, boolean[] excluded) {
        this.network = network;
        this.unknowns = unknowns;
        this.start = start;
        this.excluded = excluded;
        now = new Estimate(start.east, start.north, unknowns.count());
        orient();
    }

    /** First orientations: the first reading of each set. */
    private void orient() {
        boolean[] done = new boolean[unknowns.count()];
        for (Observation each : network.observations()) {
            if (each.kind() == Observation.Kind.DIRECTION && !done[unknowns.orientation(each)]) {
                int column = unknowns.orientation(each);
                done[column] = true;
                int at = unknowns.pointNumber(each.at());
                int to = unknowns.pointNumber(each.to());
                double bearing = Math.atan2(now.east(to) - now.east(at), now.north(to) - now.north(at));
                now.orient(column, bearing - Math.toRadians(each.value()));
            }
        }
    }

    /**
     * Solves.
     *
     * @throws TraverseException {@code network-not-determined} with the points that could move freely;
     *     {@code network-not-converging} with the last step in metres
     */
    void solve() throws TraverseException {
        double moved = Double.POSITIVE_INFINITY;
        for (iterations = 0; moved > STILL_METRES; iterations++) {
            if (iterations == MOST_ITERATIONS || Double.isNaN(moved)) {
                throw new TraverseException("network-not-converging", moved);
            }
            equations = linearised();
            double[] step = step();
            moved = now.move(step, unknowns);
        }
        equations = linearised();
    }

    private List<Equation> linearised() {
        List<Equation> list = new ArrayList<>(network.observations().size());
        for (Observation each : network.observations()) {
            list.add(Equation.of(each, unknowns, now));
        }
        for (int i = 0; i < start.sigmas.length; i++) {
            if (start.sigmas[i] > 0) {
                list.add(knownEquation(unknowns.east(i), start.east[i] - now.east(i), start.sigmas[i]));
                list.add(knownEquation(unknowns.north(i), start.north[i] - now.north(i), start.sigmas[i]));
            }
        }
        return list;
    }

    private static Equation knownEquation(int column, double gap, double sigma) {
        return Equation.known(column, gap, sigma);
    }

    /** Whether an equation is left out on trial. */
    boolean isLeftOut(int equation) {
        return isExcluded(equation);
    }

    private boolean isExcluded(int equation) {
        return equation < excluded.length && excluded[equation];
    }

    private double[] step() throws TraverseException {
        int count = unknowns.count();
        DMatrixSparseTriplet entries = new DMatrixSparseTriplet(count, count, 16 * equations.size());
        double[] right = new double[count];
        for (int k = 0; k < equations.size(); k++) {
            Equation each = equations.get(k);
            if (isExcluded(k)) {
                continue;
            }
            for (int i = 0; i < each.size(); i++) {
                double weighted = each.weight() * each.factor(i);
                right[each.column(i)] += weighted * each.gap();
                for (int j = 0; j < each.size(); j++) {
                    entries.addItem(each.column(i), each.column(j), weighted * each.factor(j));
                }
            }
        }
        DMatrixSparseCSC normal = DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null);
        normal.sortIndices(null);
        DMatrixSparseCSC summed = summed(normal);
        decompose(summed);
        TriangularSolver_DSCC.solveL(lower, right);
        TriangularSolver_DSCC.solveTranL(lower, right);
        return right;
    }

    /** One entry for each place: triplets of the same place stand side by side once they are sorted. */
    private static DMatrixSparseCSC summed(DMatrixSparseCSC sorted) {
        DMatrixSparseCSC sum = new DMatrixSparseCSC(sorted.numRows, sorted.numCols, sorted.nz_length);
        int filled = 0;
        for (int column = 0; column < sorted.numCols; column++) {
            sum.col_idx[column] = filled;
            for (int k = sorted.col_idx[column]; k < sorted.col_idx[column + 1]; k++) {
                boolean same = filled > sum.col_idx[column] && sum.nz_rows[filled - 1] == sorted.nz_rows[k];
                if (same) {
                    sum.nz_values[filled - 1] += sorted.nz_values[k];
                } else {
                    sum.nz_rows[filled] = sorted.nz_rows[k];
                    sum.nz_values[filled++] = sorted.nz_values[k];
                }
            }
        }
        sum.col_idx[sorted.numCols] = filled;
        sum.nz_length = filled;
        sum.indicesSorted = true;
        return sum;
    }

    private void decompose(DMatrixSparseCSC normal) throws TraverseException {
        CholeskyUpLooking_DSCC cholesky = new CholeskyUpLooking_DSCC();
        boolean done = cholesky.decompose(normal.copy());
        if (done) {
            lower = cholesky.getT(null);
            List<String> loose = new ArrayList<>();
            for (int i = 0; i < lower.numCols; i++) {
                double pivot = lower.get(i, i);
                if (!(pivot * pivot > SINGULAR_SHARE * normal.get(i, i))) {
                    loose.add(unknowns.pointOf(i));
                }
            }
            done = loose.isEmpty();
        }
        if (!done) {
            throw new TraverseException("network-not-determined", loosePoints(normal));
        }
    }

    /** The points that hardly anything holds: with each coordinate tied very weakly, they are the ones that stay loose. */
    private List<String> loosePoints(DMatrixSparseCSC normal) {
        double largest = 0;
        for (int i = 0; i < normal.numCols; i++) {
            largest = Math.max(largest, normal.get(i, i));
        }
        double tie = Math.max(largest * 1e-9, 1e-9);
        DMatrixSparseCSC tied = normal.copy();
        for (int i = 0; i < tied.numCols; i++) {
            tied.set(i, i, tied.get(i, i) + tie);
        }
        CholeskyUpLooking_DSCC cholesky = new CholeskyUpLooking_DSCC();
        if (!cholesky.decompose(tied)) {
            return List.of();
        }
        lower = cholesky.getT(null);
        List<String> loose = new ArrayList<>();
        for (int i = 0; i < tied.numCols; i++) {
            double[] unit = new double[tied.numCols];
            unit[i] = 1;
            if (norm(unit, i) * tie > 0.01 && !loose.contains(unknowns.pointOf(i))) {
                loose.add(unknowns.pointOf(i));
            }
        }
        return loose;
    }

    /** {@code |L⁻¹ b|²} of a vector whose first entry is known; the vector is used up. */
    private double norm(double[] b, int first) {
        double sum = 0;
        for (int j = first; j < b.length; j++) {
            if (b[j] == 0) {
                continue;
            }
            int from = lower.col_idx[j];
            double x = b[j] / lower.nz_values[from];
            sum += x * x;
            for (int k = from + 1; k < lower.col_idx[j + 1]; k++) {
                b[lower.nz_rows[k]] -= lower.nz_values[k] * x;
            }
            b[j] = 0;
        }
        return sum;
    }

    int iterations() {
        return iterations;
    }

    int equationCount() {
        return equations.size();
    }

    Estimate now() {
        return now;
    }

    /** Residual of an equation in metres or radians: computed minus measured. */
    double residual(int equation) {
        return -equations.get(equation).gap();
    }

    double sigma(int equation) {
        return equations.get(equation).sigma();
    }

    /** Share of redundancy of every equation; those left out have 1. */
    double[] redundancies() {
        double[] shares = new double[equations.size()];
        double[] work = new double[unknowns.count()];
        for (int k = 0; k < shares.length; k++) {
            Equation each = equations.get(k);
            if (isExcluded(k)) {
                shares[k] = 1;
                continue;
            }
            int first = each.spreadInto(work);
            shares[k] = Math.max(0, 1 - each.weight() * norm(work, first));
        }
        return shares;
    }

    /** Sum of the weighted squares of the residuals of what takes part. */
    double squares() {
        double sum = 0;
        for (int k = 0; k < equations.size(); k++) {
            double v = residual(k);
            sum += isExcluded(k) ? 0 : v * v * equations.get(k).weight();
        }
        return sum;
    }

    int redundancy() {
        int used = 0;
        for (int k = 0; k < equations.size(); k++) {
            used += isExcluded(k) ? 0 : 1;
        }
        return used - unknowns.count();
    }

    /** Variances of a point's east and north, and their covariance, square metres. */
    double[] covariance(int point) {
        double[] work = new double[unknowns.count()];
        double ee = variance(work, unknowns.east(point), -1);
        double nn = variance(work, unknowns.north(point), -1);
        double both = variance(work, unknowns.east(point), unknowns.north(point));
        return new double[] {ee, nn, (both - ee - nn) / 2};
    }

    private double variance(double[] work, int one, int other) {
        Arrays.fill(work, 0);
        int first = work.length;
        for (int column : new int[] {one, other}) {
            if (column >= 0) {
                work[column] += 1;
                first = Math.min(first, column);
            }
        }
        return norm(work, first);
    }
}
