package vn.diaba.exchange.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.traverse.GridScale;
import vn.diaba.cadastre.traverse.Network;
import vn.diaba.cadastre.traverse.Observation;
import vn.diaba.cadastre.traverse.Traverse;
import vn.diaba.cadastre.traverse.TraverseLeg;

/**
 * A field book: known points, traverses and observations. Immutable. Distances are on the grid already.
 *
 * @param known points with coordinates
 * @param traverses in order
 * @param observations of a network, beside the traverses
 * @param scale what the book's ground distances were multiplied by
 * @param sigmaMetres of a distance
 * @param sigmaSeconds of an angle
 */
public record FieldBook(
        List<Network.Point> known,
        List<Course> traverses,
        List<Observation> observations,
        GridScale scale,
        double sigmaMetres,
        double sigmaSeconds) {
    /** Copies the lists. */
    public FieldBook {
        known = List.copyOf(known);
        traverses = List.copyOf(traverses);
        observations = List.copyOf(observations);
    }

    /**
     * A traverse with the names it was oriented by.
     *
     * @param traverse as measured
     * @param back the point its first angle counts from, "" when a bearing was given
     * @param onward the point its closing angle goes to, "" when a bearing was given or there is none
     */
    public record Course(Traverse traverse, String back, String onward) {}

    /** All of it as one network: each leg a distance and an angle or bearing. */
    public Network network() {
        Map<String, Network.Point> points = new LinkedHashMap<>();
        known.forEach(point -> points.put(point.name(), point));
        List<Observation> all = new ArrayList<>(observations);
        for (Course course : traverses) {
            points.putIfAbsent(
                    course.traverse.start(), Network.Point.held(course.traverse.start(), course.traverse.startAt()));
            addLegs(course, all);
        }
        for (Observation each : all) {
            if (each.kind() == Observation.Kind.ANGLE) {
                points.putIfAbsent(each.other(), Network.Point.unknown(each.other()));
            }
            points.putIfAbsent(each.at(), Network.Point.unknown(each.at()));
            points.putIfAbsent(each.to(), Network.Point.unknown(each.to()));
        }
        return new Network(List.copyOf(points.values()), all);
    }

    private void addLegs(Course course, List<Observation> all) {
        Traverse traverse = course.traverse;
        String before = course.back;
        for (int i = 0; i < traverse.legs().size(); i++) {
            TraverseLeg leg = traverse.legs().get(i);
            String from = traverse.from(i);
            all.add(Observation.distance(from, leg.to(), leg.chordMetres(), sigmaMetres));
            Bearing bearing = leg.bearing();
            if (bearing != null) {
                all.add(Observation.bearing(from, leg.to(), bearing.degrees(), sigmaSeconds));
            } else if (!before.equals(leg.to())) {
                // A leg straight back has no angle to speak of.
                all.add(angle(from, before, leg, i == 0 ? traverse.back() : null));
            }
            before = from;
        }
        Bearing onward = traverse.close().onward();
        if (traverse.close().hasAngle() && onward != null) {
            String last = traverse.from(traverse.legs().size());
            if (course.onward.isEmpty()) {
                double back = onward.degrees() - traverse.close().angleDegrees();
                all.add(Observation.bearing(last, before, back, sigmaSeconds));
            } else {
                all.add(Observation.angle(
                        last, before, course.onward, traverse.close().angleDegrees(), sigmaSeconds));
            }
        }
    }

    /** The angle of a leg, or its bearing where the angle counts from a direction, not from a point. */
    private Observation angle(String at, String before, TraverseLeg leg, @Nullable Bearing back) {
        if (before.isEmpty() && back != null) {
            return Observation.bearing(at, leg.to(), back.degrees() + leg.angleDegrees(), sigmaSeconds);
        }
        return Observation.angle(at, before, leg.to(), leg.angleDegrees(), sigmaSeconds);
    }

    /** Where a point is known to be; null when it is not. */
    public @Nullable EastNorth placeOf(String name) {
        for (Network.Point point : known) {
            if (point.name().equals(name)) {
                return point.position();
            }
        }
        return null;
    }
}
