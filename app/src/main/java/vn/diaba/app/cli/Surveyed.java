package vn.diaba.app.cli;

import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.TraverseResult;
import vn.diaba.exchange.points.PointLayout;
import vn.diaba.exchange.points.RepeatedShots;
import vn.diaba.exchange.table.Issue;

/**
 * What a file from the field came to. Immutable.
 *
 * @param file its name without folders
 * @param layout how a list was understood; empty for a field book
 * @param read lines that should hold a point, or points of the book
 * @param repeated names that stand more than once
 * @param traverses of a field book, adjusted
 * @param network of a field book, when it was adjusted by least squares
 * @param points to be stored
 * @param issues what was found, changed or skipped
 */
record Surveyed(
        String file,
        Optional<PointLayout> layout,
        long read,
        List<RepeatedShots> repeated,
        List<TraverseResult> traverses,
        Optional<NetworkResult> network,
        List<SurveyPoint> points,
        List<Issue> issues) {
    /** Copies the lists. */
    Surveyed {
        repeated = List.copyOf(repeated);
        traverses = List.copyOf(traverses);
        points = List.copyOf(points);
        issues = List.copyOf(issues);
    }
}
