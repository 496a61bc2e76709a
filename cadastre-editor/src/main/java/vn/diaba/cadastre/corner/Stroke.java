package vn.diaba.cadastre.corner;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/** A drawn line, measured from its start. Immutable. */
final class Stroke {
    /** A position on the grid lies on the line when it is no farther from it than rounding explains, in metres. */
    private static final double ON_METRES = 0.000_15;

    private final List<EastNorth> line;
    private final double[] metres;

    Stroke(List<EastNorth> line) {
        this.line = List.copyOf(line);
        metres = new double[line.size()];
        for (int i = 1; i < metres.length; i++) {
            metres[i] = metres[i - 1] + line.get(i - 1).distanceTo(line.get(i));
        }
    }

    EastNorth start() {
        return line.get(0);
    }

    EastNorth end() {
        return line.get(line.size() - 1);
    }

    double length() {
        return metres[metres.length - 1];
    }

    /** The positions between both ends, by how far along they lie. */
    SortedMap<Double, EastNorth> vertices() {
        SortedMap<Double, EastNorth> vertices = new TreeMap<>();
        for (int i = 1; i + 1 < metres.length; i++) {
            vertices.put(metres[i], line.get(i));
        }
        return vertices;
    }

    /** How far along a position lies, the first time the line comes there; NaN when it is not on the line. */
    double metresAt(EastNorth place) {
        for (int i = 0; i + 1 < metres.length; i++) {
            if (PlaneMath.distanceToSegment(line.get(i), line.get(i + 1), place) <= ON_METRES) {
                return metres[i]
                        + PlaneMath.footShare(line.get(i), line.get(i + 1), place) * (metres[i + 1] - metres[i]);
            }
        }
        return Double.NaN;
    }

    /** Where a ray from one position through another meets the line, nearest to the other; null when it does not. */
    @Nullable
    EastNorth meets(EastNorth from, EastNorth through) {
        double re = through.east() - from.east();
        double rn = through.north() - from.north();
        EastNorth nearest = null;
        for (int i = 0; i + 1 < metres.length; i++) {
            EastNorth a = line.get(i);
            double se = line.get(i + 1).east() - a.east();
            double sn = line.get(i + 1).north() - a.north();
            double cross = re * sn - rn * se;
            double ae = a.east() - from.east();
            double an = a.north() - from.north();
            double onRay = (ae * sn - an * se) / cross;
            double onLine = (ae * rn - an * re) / cross;
            if (cross != 0 && onRay > 0 && onLine >= -1e-9 && onLine <= 1 + 1e-9) {
                EastNorth met = PlaneMath.along(a, line.get(i + 1), Math.max(0, Math.min(1, onLine)));
                if (nearest == null || met.distanceTo(through) < nearest.distanceTo(through)) {
                    nearest = met;
                }
            }
        }
        return nearest;
    }
}
