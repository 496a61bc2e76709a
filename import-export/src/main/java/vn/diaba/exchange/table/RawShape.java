package vn.diaba.exchange.table;

import java.util.Arrays;
import java.util.Locale;

/**
 * The plane coordinates of one record, packed, exactly as the file holds them.
 *
 * <p>Three arrays: {@code xy} has east and north (or longitude and latitude) of all points; {@code pathStarts} says at
 * which point each path begins; {@code partStarts} at which path each part begins. Both end with one entry more, the
 * total. A path is a ring of a polygon, a line, or a run of points. A part is a polygon (its shell first, then its
 * holes), a line, or the run of points.
 *
 * <p>Nothing is repaired or promised: a ring may be unclosed, have fewer than three points, repeat points, cross
 * itself, run in either direction; a coordinate may be NaN or infinite. A closed ring repeats its first point at the
 * end if the file does.
 *
 * <p>Immutable as long as nobody writes into the arrays, which are handed over without copying.
 */
public final class RawShape {
    private final ShapeKind kind;
    private final double[] xy;
    private final int[] pathStarts;
    private final int[] partStarts;

    /**
     * Takes the arrays over without copying them.
     *
     * @param xy pairs, east first; at least one pair
     * @param pathStarts point indexes, ascending, first 0, last {@code xy.length / 2}
     * @param partStarts path indexes, ascending, first 0, last {@code pathStarts.length - 1}
     * @throws IllegalArgumentException if the arrays do not fit together
     */
    public RawShape(ShapeKind kind, double[] xy, int[] pathStarts, int[] partStarts) {
        if (xy.length == 0
                || (xy.length & 1) != 0
                || !isPartition(pathStarts, xy.length / 2)
                || !isPartition(partStarts, pathStarts.length - 1)) {
            throw new IllegalArgumentException("starts do not fit " + xy.length / 2 + " points");
        }
        this.kind = kind;
        this.xy = xy;
        this.pathStarts = pathStarts;
        this.partStarts = partStarts;
    }

    /** One point. */
    public static RawShape point(double x, double y) {
        return new RawShape(ShapeKind.POINTS, new double[] {x, y}, new int[] {0, 1}, new int[] {0, 1});
    }

    /** One polygon with one ring; pairs, east first, not copied. */
    public static RawShape ring(double... xy) {
        return new RawShape(ShapeKind.POLYGONS, xy, new int[] {0, xy.length / 2}, new int[] {0, 1});
    }

    /** One line; pairs, east first, not copied. */
    public static RawShape line(double... xy) {
        return new RawShape(ShapeKind.LINES, xy, new int[] {0, xy.length / 2}, new int[] {0, 1});
    }

    private static boolean isPartition(int[] starts, int total) {
        if (starts.length < 2 || starts[0] != 0 || starts[starts.length - 1] != total) {
            return false;
        }
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] < starts[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** What the coordinates make. */
    public ShapeKind kind() {
        return kind;
    }

    /** All pairs, east first; the array itself, not to be written to. */
    public double[] xy() {
        return xy;
    }

    /** Point index where each path begins and, last, the number of points; the array itself. */
    public int[] pathStarts() {
        return pathStarts;
    }

    /** Path index where each part begins and, last, the number of paths; the array itself. */
    public int[] partStarts() {
        return partStarts;
    }

    /** Number of points, repeated ones included. */
    public int pointCount() {
        return xy.length / 2;
    }

    /** Number of rings, lines or runs. */
    public int pathCount() {
        return pathStarts.length - 1;
    }

    /** Number of polygons, lines or runs. */
    public int partCount() {
        return partStarts.length - 1;
    }

    /** East (or longitude) of a point. */
    public double x(int point) {
        return xy[2 * point];
    }

    /** North (or latitude) of a point. */
    public double y(int point) {
        return xy[2 * point + 1];
    }

    /** Whether a path's last point equals its first, to the bit of both ordinates. */
    public boolean isClosed(int path) {
        int first = pathStarts[path];
        int last = pathStarts[path + 1] - 1;
        return last > first && x(first) == x(last) && y(first) == y(last);
    }

    /**
     * Twice the signed area of a path taken as a ring, closed or not, about its first point.
     *
     * @return positive when it runs counter-clockwise (east to the right, north up); 0 for fewer than three points; NaN
     *     if an ordinate is
     */
    public double doubleArea(int path) {
        int first = pathStarts[path];
        int end = pathStarts[path + 1];
        double sum = 0;
        for (int i = first + 1; i + 1 < end; i++) {
            sum += (x(i) - x(first)) * (y(i + 1) - y(first)) - (x(i + 1) - x(first)) * (y(i) - y(first));
        }
        return sum;
    }

    /** The same arrangement with other coordinates of the same number, as after a transformation; not copied. */
    public RawShape withXy(double[] other) {
        return new RawShape(kind, other, pathStarts, partStarts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawShape that
                && kind == that.kind
                && Arrays.equals(xy, that.xy)
                && Arrays.equals(pathStarts, that.pathStarts)
                && Arrays.equals(partStarts, that.partStarts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xy) + Arrays.hashCode(pathStarts);
    }

    /** Well-known text of the multi form, for people and tests; unclosed rings are shown unclosed. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("MULTI")
                .append(kind == ShapeKind.POINTS ? "POINT" : kind == ShapeKind.LINES ? "LINESTRING" : "POLYGON")
                .append(" (");
        for (int part = 0; part < partCount(); part++) {
            out.append(part > 0 ? ", " : "").append(kind == ShapeKind.POLYGONS ? "(" : "");
            for (int path = partStarts[part]; path < partStarts[part + 1]; path++) {
                out.append(path > partStarts[part] ? ", " : "").append(kind == ShapeKind.POINTS ? "" : "(");
                for (int point = pathStarts[path]; point < pathStarts[path + 1]; point++) {
                    out.append(point > pathStarts[path] ? ", " : "").append(number(x(point)));
                    out.append(' ').append(number(y(point)));
                }
                out.append(kind == ShapeKind.POINTS ? "" : ")");
            }
            out.append(kind == ShapeKind.POLYGONS ? ")" : "");
        }
        return out.append(')').toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
