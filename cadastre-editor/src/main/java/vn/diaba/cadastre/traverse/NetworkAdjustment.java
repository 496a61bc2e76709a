package vn.diaba.cadastre.traverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Adjusts networks by least squares. First the measurements alone, held by no more than they leave open (the free net), then
 * with the known points by their weights. In both, the measurement with the largest standardised residual beyond
 * {@link NetworkResult#critical} is named and left out on trial, and so on (data snooping, W. Baarda 1968); the result holds
 * all of them. Stateless.
 */
public final class NetworkAdjustment {
    private static final int MOST_SUSPICIONS = 5;
    private static final double HELD_ON_TRIAL_METRES = 0.005;
    private static final double CHECKED = 0.01;

    private NetworkAdjustment() {}

    /**
     * Adjusts a network.
     *
     * @param network at least two points known, or one and bearings, or measured coordinates
     * @throws TraverseException {@code network-point-without-place} with the points nothing leads to; {@code
     *     network-not-determined} with the points that could still move; {@code network-not-converging}
     */
    public static NetworkResult adjust(Network network) throws TraverseException {
        LeastSquares.Start start = start(network);
        boolean[] excluded = new boolean[network.observations().size()];
        List<Suspicion> suspicions = new ArrayList<>();
        Optional<NetworkResult.Fit> free = free(network, start, excluded, suspicions);
        boolean[] none = new boolean[excluded.length];
        LeastSquares solution = weighted(network, start, none);
        double[] redundancies = solution.redundancies();
        NetworkResult.Fit fit = fit(solution, redundancies);
        if (fit.largestStandardised() > NetworkResult.critical(excluded.length)) {
            suspectWithKnownPoints(network, start, excluded, suspicions);
            int worst = suspicions.isEmpty() ? worst(solution, redundancies, excluded.length) : -1;
            if (worst >= 0) {
                // Known points that give way by millimetres would explain it; held fast, this measurement is the worst.
                suspicions.add(Blunders.of(
                        network.observations().get(worst), -solution.residual(worst) / redundancies[worst]));
            }
        }
        return new NetworkResult(
                free, fit, points(network, start, solution), observations(network, solution, redundancies), suspicions);
    }

    private static LeastSquares.Start start(Network network) throws TraverseException {
        Map<String, EastNorth> places = Approximations.of(network);
        int count = network.points().size();
        EastNorth origin = places.get(network.points().get(0).name());
        double[] east = new double[count];
        double[] north = new double[count];
        double[] sigmas = new double[count];
        for (int i = 0; i < count; i++) {
            Network.Point point = network.points().get(i);
            EastNorth place = places.get(point.name());
            east[i] = place.east() - origin.east();
            north[i] = place.north() - origin.north();
            sigmas[i] = point.sigmaMetres();
        }
        return new LeastSquares.Start(origin, east, north, sigmas);
    }

    /** Measured coordinates count from the network's own origin, those of the solver from a local one. */
    private static Network local(Network network, EastNorth origin) {
        List<Observation> moved = new ArrayList<>();
        for (Observation each : network.observations()) {
            double shift = each.kind() == Observation.Kind.EAST
                    ? origin.east()
                    : each.kind() == Observation.Kind.NORTH ? origin.north() : 0;
            moved.add(
                    shift == 0
                            ? each
                            : new Observation(
                                    each.kind(),
                                    each.at(),
                                    each.to(),
                                    each.other(),
                                    each.value() - shift,
                                    each.sigma()));
        }
        return new Network(network.points(), moved);
    }

    private static Optional<NetworkResult.Fit> free(
            Network network, LeastSquares.Start start, boolean[] excluded, List<Suspicion> suspicions) {
        boolean[][] held = Datum.minimal(network, start.east(), start.north());
        double[] nothingKnown = new double[start.east().length];
        LeastSquares.Start alone = new LeastSquares.Start(start.origin(), start.east(), start.north(), nothingKnown);
        Network local = local(network, start.origin());
        Unknowns unknowns = new Unknowns(network, held[0], held[1]);
        try {
            LeastSquares first = new LeastSquares(local, unknowns, alone, excluded.clone());
            first.solve();
            double[] redundancies = first.redundancies();
            NetworkResult.Fit fit = fit(first, redundancies);
            LeastSquares next = first;
            while (suspicions.size() < MOST_SUSPICIONS) {
                int worst = worst(next, redundancies, network.observations().size());
                if (worst < 0) {
                    break;
                }
                double excess = -next.residual(worst) / redundancies[worst];
                excluded[worst] = true;
                suspicions.add(Blunders.of(network.observations().get(worst), excess));
                next = new LeastSquares(local, unknowns, alone, excluded);
                next.solve();
                redundancies = next.redundancies();
            }
            return Optional.of(fit);
        } catch (TraverseException separate) {
            // Parts that only known points join, or nothing left to check the next one by: no verdict without them.
            return Optional.empty();
        }
    }

    private static LeastSquares weighted(Network network, LeastSquares.Start start, boolean[] excluded)
            throws TraverseException {
        boolean[] held = new boolean[start.sigmas().length];
        for (int i = 0; i < held.length; i++) {
            held[i] = start.sigmas()[i] == 0;
        }
        LeastSquares solution =
                new LeastSquares(local(network, start.origin()), new Unknowns(network, held, held), start, excluded);
        solution.solve();
        return solution;
    }

    /** With the known points allowed to move a little, measurement or point, whichever is worst. */
    private static void suspectWithKnownPoints(
            Network network, LeastSquares.Start start, boolean[] excluded, List<Suspicion> suspicions) {
        double[] sigmas = start.sigmas().clone();
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] = sigmas[i] == 0 ? HELD_ON_TRIAL_METRES : sigmas[i];
        }
        try {
            while (suspicions.size() < MOST_SUSPICIONS) {
                LeastSquares.Start soft =
                        new LeastSquares.Start(start.origin(), start.east(), start.north(), sigmas.clone());
                LeastSquares trial = weighted(network, soft, excluded);
                double[] redundancies = trial.redundancies();
                int worst = worst(trial, redundancies, trial.equationCount());
                if (worst < 0) {
                    return;
                }
                if (worst < excluded.length) {
                    excluded[worst] = true;
                    double excess = -trial.residual(worst) / redundancies[worst];
                    suspicions.add(Blunders.of(network.observations().get(worst), excess));
                } else {
                    int point = knownPoint(sigmas, (worst - excluded.length) / 2);
                    sigmas[point] = Double.NaN;
                    suspicions.add(pointBlunder(network, start, sigmas, excluded, point));
                }
            }
        } catch (TraverseException nothingLeft) {
            // With the last one out nothing checks the rest: what was found so far stands.
            return;
        }
    }

    /** How far a known point is from where the rest puts it. */
    private static Suspicion pointBlunder(
            Network network, LeastSquares.Start start, double[] sigmas, boolean[] excluded, int point)
            throws TraverseException {
        LeastSquares.Start without =
                new LeastSquares.Start(start.origin(), start.east(), start.north(), sigmas.clone());
        LeastSquares rest = weighted(network, without, excluded);
        return Blunders.ofPoint(
                network.points().get(point).name(),
                start.east()[point] - rest.now().east(point),
                start.north()[point] - rest.now().north(point));
    }

    private static int knownPoint(double[] sigmas, int ordinal) {
        int left = ordinal;
        for (int i = 0; i < sigmas.length; i++) {
            if (sigmas[i] > 0 && left-- == 0) {
                return i;
            }
        }
        throw new IllegalStateException("no known point " + ordinal);
    }

    private static double standardised(LeastSquares solution, int equation, double redundancy) {
        return redundancy < CHECKED
                ? 0
                : solution.residual(equation) / (solution.sigma(equation) * Math.sqrt(redundancy));
    }

    /** The equation with the largest standardised residual beyond the critical value; -1 when there is none. */
    private static int worst(LeastSquares solution, double[] redundancies, int count) {
        int worst = -1;
        double largest = NetworkResult.critical(count);
        for (int k = 0; k < count; k++) {
            double size = Math.abs(standardised(solution, k, redundancies[k]));
            if (size > largest && !solution.isLeftOut(k)) {
                largest = size;
                worst = k;
            }
        }
        return worst;
    }

    private static NetworkResult.Fit fit(LeastSquares solution, double[] redundancies) {
        int redundancy = solution.redundancy();
        double largest = 0;
        for (int k = 0; k < redundancies.length; k++) {
            largest = Math.max(largest, Math.abs(standardised(solution, k, redundancies[k])));
        }
        double sigma0 = redundancy > 0 ? Math.sqrt(solution.squares() / redundancy) : Double.NaN;
        return new NetworkResult.Fit(sigma0, redundancy, solution.iterations(), largest);
    }

    private static List<NetworkResult.AdjustedPoint> points(
            Network network, LeastSquares.Start start, LeastSquares solution) {
        List<NetworkResult.AdjustedPoint> points = new ArrayList<>();
        for (int i = 0; i < network.points().size(); i++) {
            Network.Point point = network.points().get(i);
            double[] c = solution.covariance(i);
            double mean = (c[0] + c[1]) / 2;
            double half = Math.hypot((c[0] - c[1]) / 2, c[2]);
            // The direction in which the variance is largest, clockwise from north.
            double axis = Math.toDegrees(Math.atan2(2 * c[2], c[1] - c[0]) / 2);
            points.add(new NetworkResult.AdjustedPoint(
                    point.name(),
                    point.position(),
                    solution.now().place(i, start.origin()),
                    Math.sqrt(mean + half),
                    Math.sqrt(Math.max(0, mean - half)),
                    new Bearing(axis < 0 ? axis + 180 : axis)));
        }
        return points;
    }

    private static List<NetworkResult.AdjustedObservation> observations(
            Network network, LeastSquares solution, double[] redundancies) {
        List<NetworkResult.AdjustedObservation> rows = new ArrayList<>();
        for (int k = 0; k < network.observations().size(); k++) {
            Observation each = network.observations().get(k);
            double residual = solution.residual(k);
            rows.add(new NetworkResult.AdjustedObservation(
                    each,
                    each.kind().isAngular() ? Math.toDegrees(residual) : residual,
                    redundancies[k],
                    standardised(solution, k, redundancies[k])));
        }
        return rows;
    }
}
