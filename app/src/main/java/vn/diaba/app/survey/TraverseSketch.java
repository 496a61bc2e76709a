package vn.diaba.app.survey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.Suspicion;
import vn.diaba.cadastre.traverse.TraverseResult;

/**
 * A traverse as far as it could be computed. Immutable.
 *
 * @param draft what was typed
 * @param startAt where it begins; null when that is not known yet
 * @param closeAt where it is known to end; null for an open one
 * @param result the rows up to the first that cannot be read; null when there is none
 * @param network the adjustment by least squares; null when it was not asked for or could not be made
 * @param rows which row of the draft each leg of the result is
 * @param refusals what is wrong, by row; -1 for what concerns no row
 */
record TraverseSketch(
        TraverseDraft draft,
        @Nullable EastNorth startAt,
        @Nullable EastNorth closeAt,
        @Nullable TraverseResult result,
        @Nullable NetworkResult network,
        List<Integer> rows,
        Map<Integer, Refusal> refusals) {
    /** Copies what can be changed. */
    TraverseSketch {
        rows = List.copyOf(rows);
        refusals = Map.copyOf(refusals);
    }

    /**
     * One leg's end.
     *
     * @param row of the draft
     * @param name of the point
     * @param before as measured
     * @param after adjusted
     */
    record Shot(int row, String name, EastNorth before, EastNorth after) {}

    /** The ends of the legs in order. */
    List<Shot> shots() {
        TraverseResult made = result;
        if (made == null) {
            return List.of();
        }
        List<Shot> shots = new java.util.ArrayList<>();
        for (int i = 0; i < made.rows().size(); i++) {
            TraverseResult.Row row = made.rows().get(i);
            shots.add(new Shot(rows.get(i), row.to(), row.before(), after(row)));
        }
        return shots;
    }

    private EastNorth after(TraverseResult.Row row) {
        NetworkResult adjusted = network;
        if (adjusted == null) {
            return row.after();
        }
        return adjusted.points().stream()
                .filter(point -> point.name().equals(row.to()))
                .map(NetworkResult.AdjustedPoint::position)
                .findFirst()
                .orElse(row.after());
    }

    /** What may be wrong, the likeliest first. */
    List<Suspicion> suspicions() {
        if (network != null && !network.suspicions().isEmpty()) {
            return network.suspicions();
        }
        return result == null ? List.of() : result.suspicions();
    }

    /** The row a suspicion is about; -1 when it is about none. */
    int rowOf(Suspicion suspicion) {
        TraverseResult made = result;
        if (made == null) {
            return -1;
        }
        List<Object> said = suspicion.arguments();
        boolean angle = suspicion.code().equals("blunder-angle");
        for (int i = 0; i < made.rows().size(); i++) {
            TraverseResult.Row row = made.rows().get(i);
            boolean there = angle
                    ? row.from().equals(said.get(0)) && row.to().equals(said.get(2))
                    : said.size() > 2 && matches(row, said.get(0), said.get(1));
            if (there) {
                return rows.get(i);
            }
        }
        return -1;
    }

    private static boolean matches(TraverseResult.Row row, Object one, Object other) {
        return row.from().equals(one) && row.to().equals(other)
                || row.from().equals(other) && row.to().equals(one);
    }

    /** The row that is likeliest wrong; -1 for none. */
    int likeliestRow() {
        return suspicions().isEmpty() ? -1 : rowOf(suspicions().get(0));
    }

    /** Whether it can be written: it has legs, all read. */
    boolean isWhole() {
        return result != null && refusals.isEmpty();
    }
}
