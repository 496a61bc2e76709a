package vn.diaba.cadastre.traverse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Points and the measurements between them. Immutable.
 *
 * @param points each name once
 * @param observations between these points
 */
public record Network(List<Point> points, List<Observation> observations) {
    /**
     * A point of a network. Immutable.
     *
     * @param name what the field book calls it
     * @param position where it is, or about where; null when nothing is known
     * @param sigmaMetres of each known coordinate: 0 for a point held fast, NaN for a point to be found
     */
    public record Point(String name, @Nullable EastNorth position, double sigmaMetres) {
        /** Rejects a known point without a place. */
        public Point {
            if (sigmaMetres < 0 || position == null && !Double.isNaN(sigmaMetres)) {
                throw new IllegalArgumentException("not a point: " + name);
            }
        }

        /** A point to be found. */
        public static Point unknown(String name) {
            return new Point(name, null, Double.NaN);
        }

        /** A point that does not move. */
        public static Point held(String name, EastNorth position) {
            return new Point(name, position, 0);
        }

        /** Whether its coordinates are given. */
        public boolean isKnown() {
            return !Double.isNaN(sigmaMetres);
        }
    }

    /** Copies the lists; rejects names used twice and observations of points that are not here. */
    public Network {
        points = List.copyOf(points);
        observations = List.copyOf(observations);
        Set<String> names = new HashSet<>();
        for (Point point : points) {
            if (!names.add(point.name)) {
                throw new IllegalArgumentException("point twice: " + point.name);
            }
        }
        for (Observation each : observations) {
            boolean angle = each.kind() == Observation.Kind.ANGLE;
            if (!names.contains(each.at()) || !names.contains(each.to()) || (angle && !names.contains(each.other()))) {
                throw new IllegalArgumentException("observation of unknown points: " + each);
            }
        }
    }
}
