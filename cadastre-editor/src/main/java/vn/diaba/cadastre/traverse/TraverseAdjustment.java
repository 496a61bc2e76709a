package vn.diaba.cadastre.traverse;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/** Computes traverses and spreads what does not close. Stateless. */
public final class TraverseAdjustment {
    private TraverseAdjustment() {}

    /**
     * Computes a traverse. An open one has no misclose and stays as measured whatever the method.
     *
     * @param limits beyond which a blunder is looked for
     * @throws TraverseException {@code traverse-without-orientation} with the start when the first leg has an angle and
     *     nothing it counts from; {@code traverse-returns-nowhere} when adjustment brings two neighbours to one place
     */
    public static TraverseResult adjust(Traverse traverse, TraverseMethod method, Traverse.Limits limits)
            throws TraverseException {
        TraverseRun measured = new TraverseRun(traverse, 0, 0);
        double angular = measured.angularMisclose();
        int first = firstAngle(traverse);
        int sharing = Double.isNaN(angular) ? 0 : traverse.legs().size() - first + 1;
        TraverseRun adjusted = measured;
        if (method != TraverseMethod.NONE && sharing > 0) {
            adjusted = new TraverseRun(traverse, -angular / sharing, first);
        } else if (method != TraverseMethod.NONE) {
            adjusted = new TraverseRun(traverse, 0, 0);
        }
        double de = adjusted.eastMisclose();
        double dn = adjusted.northMisclose();
        BlunderSearch search = new BlunderSearch(traverse, limits);
        List<Suspicion> suspicions = search.suspicions(measured, adjusted, sharing);
        if (!Double.isNaN(de) && method != TraverseMethod.NONE) {
            adjusted.spread(weights(traverse, adjusted, method, true), weights(traverse, adjusted, method, false));
        }
        return new TraverseResult(
                method,
                rows(traverse, measured, adjusted),
                angular,
                sharing,
                de,
                dn,
                traverse.lengthMetres(),
                suspicions);
    }

    /** The first of the angles whose errors reach the closing direction: those after the last leg with a bearing. */
    private static int firstAngle(Traverse traverse) {
        int first = traverse.legs().size();
        while (first > 0 && traverse.legs().get(first - 1).isByAngle()) {
            first--;
        }
        return first;
    }

    private static double[] weights(Traverse traverse, TraverseRun run, TraverseMethod method, boolean east) {
        double[] weights = new double[traverse.legs().size()];
        for (int i = 0; i < weights.length; i++) {
            double[] along = east ? run.east : run.north;
            weights[i] = method == TraverseMethod.COMPASS
                    ? traverse.legs().get(i).chordMetres()
                    : Math.abs(along[i + 1] - along[i]);
        }
        return weights;
    }

    private static List<TraverseResult.Row> rows(Traverse traverse, TraverseRun measured, TraverseRun adjusted)
            throws TraverseException {
        List<TraverseResult.Row> rows = new ArrayList<>();
        for (int i = 0; i < traverse.legs().size(); i++) {
            double de = adjusted.east[i + 1] - adjusted.east[i];
            double dn = adjusted.north[i + 1] - adjusted.north[i];
            if (de == 0 && dn == 0) {
                throw new TraverseException(
                        "traverse-returns-nowhere",
                        traverse.from(i),
                        traverse.legs().get(i).to());
            }
            rows.add(new TraverseResult.Row(
                    traverse.from(i),
                    traverse.legs().get(i).to(),
                    new Bearing(measured.bearings[i]),
                    traverse.legs().get(i).chordMetres(),
                    new EastNorth(measured.east[i + 1], measured.north[i + 1]),
                    new Bearing(Math.toDegrees(Math.atan2(de, dn))),
                    Math.hypot(de, dn),
                    new EastNorth(adjusted.east[i + 1], adjusted.north[i + 1])));
        }
        return rows;
    }
}
