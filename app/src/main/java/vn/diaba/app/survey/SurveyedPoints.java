package vn.diaba.app.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.cadastre.traverse.NetworkResult;

/** Makes survey points of what was computed, each with how it was found and what was measured. Stateless. */
final class SurveyedPoints {
    private SurveyedPoints() {}

    /** The points of a traverse that the land does not know yet, each name once, as control points. */
    static List<PlacedRecord> of(TraverseSketch sketch, KnownPlaces places, LocalDate day, IdBlock ids) {
        Set<String> done = new HashSet<>();
        done.add(sketch.draft().start().strip());
        List<PlacedRecord> points = new ArrayList<>();
        List<TraverseSketch.Shot> shots = sketch.shots();
        for (int i = 0; i < shots.size(); i++) {
            TraverseSketch.Shot shot = shots.get(i);
            boolean isEnd = i == shots.size() - 1 && sketch.closeAt() != null;
            if (!isEnd && places.find(shot.name()).isEmpty() && done.add(shot.name())) {
                String method = "traverse, " + sketch.draft().adjustment().written();
                points.add(new SurveyPoint(
                        ids.uuid(points.size()),
                        SurveyPoint.Role.CONTROL,
                        shot.name(),
                        shot.after(),
                        Double.NaN,
                        "",
                        new Observation(method, sigma(sketch, shot.name()), day, "", ""),
                        sketch.draft().legs().get(shot.row()).raw(),
                        null));
            }
        }
        return points;
    }

    private static double sigma(TraverseSketch sketch, String name) {
        NetworkResult network = sketch.network();
        if (network == null) {
            return Double.NaN;
        }
        return network.points().stream()
                .filter(point -> point.name().equals(name))
                .mapToDouble(NetworkResult.AdjustedPoint::sigmaMetres)
                .findFirst()
                .orElse(Double.NaN);
    }
}
