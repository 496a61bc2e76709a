package vn.diaba.cadastre.rule;

import java.util.Arrays;

/**
 * Tells whether a side of one parcel shows that the parcel overlaps another: the side passes through the other's inside,
 * or runs along its border with both lands on the same hand. Two valid parcels overlap exactly if this holds for a side
 * of one of them: else no border enters the other's inside, the two lands are one and the same set of points, and then
 * their borders run on the same hand. Confined to one thread.
 */
final class SideInside {
    /** Where nothing measurable can come of it, two lines are one; metres. */
    private static final double SAME_METRES = 1e-7;

    private double[] cuts = new double[16];
    private int cutCount;

    /** Whether a side of {@code p} shows an overlap with {@code q}; both are valid. */
    boolean shows(Outline p, int side, Outline q) {
        double ax = p.x(side);
        double ay = p.y(side);
        int to = p.next[side];
        double dx = p.x(to) - ax;
        double dy = p.y(to) - ay;
        double length = Math.hypot(dx, dy);
        if (length == 0 || misses(p, side, q)) {
            return false;
        }
        cutCount = 0;
        cut(length, 0);
        cut(length, length);
        dx /= length;
        dy /= length;
        double west = Math.min(ax, p.x(to)) - SAME_METRES;
        double east = Math.max(ax, p.x(to)) + SAME_METRES;
        double south = Math.min(ay, p.y(to)) - SAME_METRES;
        double north = Math.max(ay, p.y(to)) + SAME_METRES;
        for (int j = 0; j < q.size; j++) {
            int k = q.next[j];
            double cx = q.x(j);
            double ex = q.x(k);
            double cy = q.y(j);
            double ey = q.y(k);
            if ((cx < west && ex < west)
                    || (cx > east && ex > east)
                    || (cy < south && ey < south)
                    || (cy > north && ey > north)) {
                continue;
            }
            double alongFrom = (cx - ax) * dx + (cy - ay) * dy;
            double alongTo = (ex - ax) * dx + (ey - ay) * dy;
            double offFrom = dx * (cy - ay) - dy * (cx - ax);
            double offTo = dx * (ey - ay) - dy * (ex - ax);
            boolean fromOn = Math.abs(offFrom) <= SAME_METRES;
            boolean toOn = Math.abs(offTo) <= SAME_METRES;
            if (fromOn && toOn) {
                double shared =
                        Math.min(length, Math.max(alongFrom, alongTo)) - Math.max(0, Math.min(alongFrom, alongTo));
                if (shared > SAME_METRES && (alongTo > alongFrom) == (p.leftInside[side] == q.leftInside[j])) {
                    return true;
                }
            }
            if (fromOn) {
                cut(length, alongFrom);
            }
            if (toOn) {
                cut(length, alongTo);
            }
            if (!fromOn && !toOn && offFrom > 0 != offTo > 0) {
                cut(length, alongFrom + (alongTo - alongFrom) * offFrom / (offFrom - offTo));
            }
        }
        return somePieceIsInside(ax, ay, dx, dy, q);
    }

    private boolean somePieceIsInside(double ax, double ay, double dx, double dy, Outline q) {
        Arrays.sort(cuts, 0, cutCount);
        for (int i = 1; i < cutCount; i++) {
            if (cuts[i] - cuts[i - 1] > SAME_METRES) {
                double middle = (cuts[i] + cuts[i - 1]) / 2;
                double x = ax + middle * dx;
                double y = ay + middle * dy;
                if (q.holds(x, y) && !isOnBorder(q, x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOnBorder(Outline q, double x, double y) {
        for (int j = 0; j < q.size; j++) {
            if (Segment.distance(q, j, x, y) <= SAME_METRES) {
                return true;
            }
        }
        return false;
    }

    private static boolean misses(Outline p, int side, Outline q) {
        int to = p.next[side];
        return Math.max(p.x(side), p.x(to)) < q.west
                || Math.min(p.x(side), p.x(to)) > q.east
                || Math.max(p.y(side), p.y(to)) < q.south
                || Math.min(p.y(side), p.y(to)) > q.north;
    }

    private void cut(double length, double along) {
        if (cutCount == cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * cutCount);
        }
        cuts[cutCount++] = Math.max(0, Math.min(length, along));
    }
}
