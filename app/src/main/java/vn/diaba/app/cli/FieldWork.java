package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.cadastre.traverse.Network;
import vn.diaba.cadastre.traverse.NetworkAdjustment;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.Traverse;
import vn.diaba.cadastre.traverse.TraverseAdjustment;
import vn.diaba.cadastre.traverse.TraverseException;
import vn.diaba.cadastre.traverse.TraverseMethod;
import vn.diaba.cadastre.traverse.TraverseResult;
import vn.diaba.exchange.points.FieldBook;
import vn.diaba.exchange.table.ImportException;

/** Computes a field book and makes points of it: those it found, and those it knew that the workspace does not. */
final class FieldWork {
    private final String adjust;
    private final TraverseMethod method;
    private final IdBlock ids;
    private final Map<String, SurveyPoint> points = new LinkedHashMap<>();

    FieldWork(String adjust, TraverseMethod method, IdBlock ids) {
        this.adjust = adjust;
        this.method = method;
        this.ids = ids;
    }

    Surveyed of(Path file, SurveyIntake intake) throws ImportException, TraverseException, CommandFailure {
        FieldBook book = intake.book(file);
        Map<String, EastNorth> control = intake.control();
        List<TraverseResult> traverses = new ArrayList<>();
        for (FieldBook.Course course : book.traverses()) {
            traverses.add(TraverseAdjustment.adjust(course.traverse(), method, Traverse.Limits.STANDARD));
        }
        Optional<NetworkResult> network = Optional.empty();
        if (adjust.equals("least-squares") || !book.observations().isEmpty()) {
            network = Optional.of(NetworkAdjustment.adjust(book.network()));
        }
        for (Network.Point point : book.known()) {
            EastNorth place = point.position();
            if (place != null && !control.containsKey(point.name())) {
                add(point.name(), place, new Observation("", point.sigmaMetres(), null, "", ""), "");
            }
        }
        if (network.isPresent()) {
            ofNetwork(book, network.get());
        } else {
            traverses.forEach(traverse -> ofTraverse(book, traverse));
        }
        return new Surveyed(
                String.valueOf(file.getFileName()),
                Optional.empty(),
                points.size(),
                List.of(),
                traverses,
                network,
                List.copyOf(points.values()),
                List.of());
    }

    private void ofNetwork(FieldBook book, NetworkResult network) {
        for (NetworkResult.AdjustedPoint point : network.points()) {
            if (book.placeOf(point.name()) == null) {
                Observation how = new Observation("least-squares", point.sigmaMetres(), null, "", "");
                add(point.name(), point.position(), how, raw(network, point.name()));
            }
        }
    }

    private static String raw(NetworkResult network, String name) {
        List<String> lines = network.observations().stream()
                .map(NetworkResult.AdjustedObservation::observation)
                .filter(each -> each.at().equals(name) || each.to().equals(name))
                .map(each -> each.kind() + " " + each.at() + " " + each.to() + " " + each.other() + " " + each.value())
                .toList();
        return String.join("\n", lines);
    }

    private void ofTraverse(FieldBook book, TraverseResult traverse) {
        for (TraverseResult.Row row : traverse.rows()) {
            if (book.placeOf(row.to()) == null && !points.containsKey(row.to())) {
                Observation how = new Observation("traverse, " + adjust, Double.NaN, null, "", "");
                String raw = row.from() + " "
                        + AngleText.dms(row.measuredBearing().degrees(), 1) + " " + row.measuredMetres();
                add(row.to(), row.after(), how, raw);
            }
        }
    }

    private void add(String name, EastNorth place, Observation how, String raw) {
        points.put(
                name,
                new SurveyPoint(
                        ids.uuid(points.size()),
                        SurveyPoint.Role.CONTROL,
                        name,
                        place,
                        Double.NaN,
                        "",
                        how,
                        raw,
                        null));
    }
}
