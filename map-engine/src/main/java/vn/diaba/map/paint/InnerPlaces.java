package vn.diaba.map.paint;

/**
 * Places inside a polygon where a label might stand: the one wanted, the centroid of the largest ring, and the middles of
 * the widest stretches on some rows of what the window shows. Confined to one thread.
 */
final class InnerPlaces {
    private static final int ROWS = 7;

    final double[] xs = new double[ROWS + 2];
    final double[] ys = new double[ROWS + 2];

    private final double width;
    private final double height;
    private final double[] widths = new double[ROWS + 2];
    private double[] crossings = new double[32];
    private int count;

    InnerPlaces(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Fills {@link #xs} and {@link #ys}, the best first; returns how many. */
    int find(ScreenShape shape, double[] wanted) {
        count = 0;
        if (wanted.length == 2) {
            add(wanted[0], wanted[1], Double.POSITIVE_INFINITY);
        }
        addCentroid(shape);
        int fixed = count;
        double top = Math.max(0, shape.minY);
        double bottom = Math.min(height, shape.maxY);
        for (int i = 1; i <= ROWS && top < bottom; i++) {
            addWidest(shape, top + (bottom - top) * i / (ROWS + 1), fixed);
        }
        return count;
    }

    /** Whether a box about a middle lies wholly inside the polygon. */
    static boolean holds(ScreenShape shape, double x, double y, double halfWidth, double halfHeight) {
        boolean inside = false;
        for (int part = 0; part < shape.parts; part++) {
            int end = shape.ends[part];
            double px = shape.xy[2 * end - 2] - x;
            double py = shape.xy[2 * end - 1] - y;
            for (int i = shape.start(part); i < end; i++) {
                double qx = shape.xy[2 * i] - x;
                double qy = shape.xy[2 * i + 1] - y;
                if (cuts(px, py, qx, qy, halfWidth, halfHeight)) {
                    return false;
                }
                if (py > 0 != qy > 0 && 0 < (qx - px) * -py / (qy - py) + px) {
                    inside = !inside;
                }
                px = qx;
                py = qy;
            }
        }
        return inside;
    }

    /** Whether a side, relative to the box's middle, touches the box. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private static boolean cuts(double px, double py, double qx, double qy, double hw, double hh) {
        if (Math.min(px, qx) > hw || Math.max(px, qx) < -hw || Math.min(py, qy) > hh || Math.max(py, qy) < -hh) {
            return false;
        }
        double nx = qy - py;
        double ny = px - qx;
        return Math.abs(px * nx + py * ny) <= hw * Math.abs(nx) + hh * Math.abs(ny);
    }

    private void addCentroid(ScreenShape shape) {
        double best = 0;
        double bestX = 0;
        double bestY = 0;
        for (int part = 0; part < shape.parts; part++) {
            int start = shape.start(part);
            int end = shape.ends[part];
            double originX = shape.xy[2 * start];
            double originY = shape.xy[2 * start + 1];
            double area = 0;
            double sumX = 0;
            double sumY = 0;
            for (int i = start + 1; i + 1 < end; i++) {
                double ax = shape.xy[2 * i] - originX;
                double ay = shape.xy[2 * i + 1] - originY;
                double bx = shape.xy[2 * i + 2] - originX;
                double by = shape.xy[2 * i + 3] - originY;
                double twice = ax * by - bx * ay;
                area += twice;
                sumX += twice * (ax + bx);
                sumY += twice * (ay + by);
            }
            if (Math.abs(area) > Math.abs(best)) {
                best = area;
                bestX = originX + sumX / (3 * area);
                bestY = originY + sumY / (3 * area);
            }
        }
        if (best != 0) {
            add(bestX, bestY, Double.POSITIVE_INFINITY);
        }
    }

    /** The widest inner stretch on a row, kept in order of width after the fixed places. */
    private void addWidest(ScreenShape shape, double y, int fixed) {
        int n = crossings(shape, y);
        double from = 0;
        double to = 0;
        for (int i = 0; i + 1 < n; i += 2) {
            double a = Math.max(0, crossings[i]);
            double b = Math.min(width, crossings[i + 1]);
            if (b - a > to - from) {
                from = a;
                to = b;
            }
        }
        if (to <= from) {
            return;
        }
        add((from + to) / 2, y, to - from);
        for (int i = count - 1; i > fixed && widths[i - 1] < widths[i]; i--) {
            swap(i, i - 1);
        }
    }

    private int crossings(ScreenShape shape, double y) {
        int n = 0;
        for (int part = 0; part < shape.parts; part++) {
            int end = shape.ends[part];
            double px = shape.xy[2 * end - 2];
            double py = shape.xy[2 * end - 1];
            for (int i = shape.start(part); i < end; i++) {
                double qx = shape.xy[2 * i];
                double qy = shape.xy[2 * i + 1];
                if (py > y != qy > y) {
                    if (n == crossings.length) {
                        crossings = java.util.Arrays.copyOf(crossings, 2 * n);
                    }
                    crossings[n++] = px + (y - py) * (qx - px) / (qy - py);
                }
                px = qx;
                py = qy;
            }
        }
        java.util.Arrays.sort(crossings, 0, n);
        return n;
    }

    private void add(double x, double y, double stretch) {
        xs[count] = x;
        ys[count] = y;
        widths[count++] = stretch;
    }

    private void swap(int i, int j) {
        double x = xs[i];
        double y = ys[i];
        double w = widths[i];
        xs[i] = xs[j];
        ys[i] = ys[j];
        widths[i] = widths[j];
        xs[j] = x;
        ys[j] = y;
        widths[j] = w;
    }
}
