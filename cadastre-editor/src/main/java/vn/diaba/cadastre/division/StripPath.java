package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A line along sides with the land on its left, and its parallel at a width. Corners of the parallel are mitred, very
 * sharp ones blunted; stretches that an inner bend swallows are left out. Immutable.
 *
 * @param path at least two positions
 * @param parallel the offset line, from beside the first to beside the last position
 */
record StripPath(List<EastNorth> path, List<EastNorth> parallel) {
    private static final double BLUNT = 4;

    /** A line through (e, n) with unit direction (de, dn). */
    private record Line(double e, double n, double de, double dn) {}

    static StripPath of(List<EastNorth> path, double width) {
        double e0 = path.get(0).east();
        double n0 = path.get(0).north();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i + 1 < path.size(); i++) {
            double e = path.get(i + 1).east() - path.get(i).east();
            double n = path.get(i + 1).north() - path.get(i).north();
            double length = Math.hypot(e, n);
            if (length > 0) {
                lines.add(new Line(
                        path.get(i).east() - e0 - width * n / length,
                        path.get(i).north() - n0 + width * e / length,
                        e / length,
                        n / length));
            }
        }
        Line last = lines.get(lines.size() - 1);
        EastNorth end = path.get(path.size() - 1);
        double[] stop = {end.east() - e0 - width * last.dn, end.north() - n0 + width * last.de};
        List<double[]> points = mitred(lines, stop, width);
        for (int i = swallowed(lines, points); i >= 0; i = swallowed(lines, points)) {
            lines.remove(i);
            points = mitred(lines, stop, width);
        }
        List<EastNorth> parallel = new ArrayList<>();
        for (double[] point : points) {
            parallel.add(new EastNorth(e0 + point[0], n0 + point[1]));
        }
        return new StripPath(List.copyOf(path), List.copyOf(parallel));
    }

    /** Start, a point for each bend, end: one more than lines, as blunted bends have their middle here. */
    private static List<double[]> mitred(List<Line> lines, double[] stop, double width) {
        List<double[]> points = new ArrayList<>();
        Line first = lines.get(0);
        points.add(new double[] {first.e, first.n});
        for (int i = 0; i + 1 < lines.size(); i++) {
            points.add(meeting(lines.get(i), lines.get(i + 1), width));
        }
        points.add(stop);
        return points;
    }

    private static double[] meeting(Line a, Line b, double width) {
        double cross = a.de * b.dn - a.dn * b.de;
        if (Math.abs(cross) < 1e-9) {
            return new double[] {b.e, b.n};
        }
        double share = ((b.e - a.e) * b.dn - (b.n - a.n) * b.de) / cross;
        double[] point = {a.e + share * a.de, a.n + share * a.dn};
        double away = Math.hypot(point[0] - b.e, point[1] - b.n);
        if (cross < 0 && away > BLUNT * width) {
            double shorter = BLUNT * width / away;
            return new double[] {b.e + shorter * (point[0] - b.e), b.n + shorter * (point[1] - b.n)};
        }
        return point;
    }

    /** A stretch that runs against its side, −1 when there is none; the first and last lines stay. */
    private static int swallowed(List<Line> lines, List<double[]> points) {
        for (int i = 1; i + 1 < lines.size(); i++) {
            Line line = lines.get(i);
            double e = points.get(i + 1)[0] - points.get(i)[0];
            double n = points.get(i + 1)[1] - points.get(i)[1];
            if (e * line.de + n * line.dn < 0) {
                return i;
            }
        }
        return -1;
    }

    EastNorth first() {
        return path.get(0);
    }

    EastNorth last() {
        return path.get(path.size() - 1);
    }

    /** From the start of the path over the parallel to its end: what bounds the strip beside the path. */
    List<EastNorth> capped() {
        List<EastNorth> line = new ArrayList<>(parallel);
        line.add(0, first());
        line.add(last());
        return line;
    }

    /** A stretch straight on from the parallel, before its start or after its end. */
    List<EastNorth> beyond(boolean atStart, double reach) {
        int n = parallel.size();
        EastNorth at = atStart ? parallel.get(0) : parallel.get(n - 1);
        EastNorth from = atStart ? path.get(1) : path.get(path.size() - 2);
        EastNorth to = atStart ? first() : last();
        double length = from.distanceTo(to);
        return List.of(
                at,
                new EastNorth(
                        at.east() + reach * (to.east() - from.east()) / length,
                        at.north() + reach * (to.north() - from.north()) / length));
    }
}
