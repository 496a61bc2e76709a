package vn.diaba.exchange.dxf;

import java.util.Arrays;

/**
 * Points of a line being drawn, in the plane of its object; arcs become chords that leave the curve by no more than an
 * error. Confined to one thread.
 */
final class Outline {
    /** Most chords of one arc. */
    private static final int MOST_CHORDS = 100_000;
    /** Longest step on a small circle: 30°. */
    private static final double LONGEST_STEP = Math.PI / 6;

    private final double error;
    private double[] xy = new double[16];
    private int size;
    private boolean stroked;
    private boolean tooLarge;

    /** An outline whose chords keep within an error, in units of the object. */
    Outline(double error) {
        this.error = error;
    }

    /** Whether an arc was turned into chords. */
    boolean isStroked() {
        return stroked;
    }

    /** Whether an arc had too many chords to be drawn; the outline is of no use then. */
    boolean isTooLarge() {
        return tooLarge;
    }

    void point(double x, double y) {
        if (size == xy.length) {
            xy = Arrays.copyOf(xy, 2 * size);
        }
        xy[size++] = x;
        xy[size++] = y;
    }

    /**
     * Goes on from the last point to another along an arc, both ends exact. An arc drawn from either end gives the same
     * points.
     *
     * @param bulge tangent of a quarter of the arc's angle, positive counter-clockwise; 0 is a straight line
     */
    void bulge(double x, double y, double bulge) {
        double fromX = xy[size - 2];
        double fromY = xy[size - 1];
        boolean turned = fromX > x || (fromX == x && fromY > y);
        double ax = turned ? x : fromX;
        double ay = turned ? y : fromY;
        double dx = turned ? fromX - x : x - fromX;
        double dy = turned ? fromY - y : y - fromY;
        double b = turned ? -bulge : bulge;
        if (b == 0 || (dx == 0 && dy == 0) || !Double.isFinite(b)) {
            point(x, y);
            return;
        }
        double share = (1 - b * b) / (4 * b);
        double centreX = ax + dx / 2 - dy * share;
        double centreY = ay + dy / 2 + dx * share;
        double radius = Math.hypot(dx, dy) * (1 + b * b) / (4 * Math.abs(b));
        double start = Math.atan2(ay - centreY, ax - centreX);
        double sweep = 4 * Math.atan(b);
        int chords = chords(radius, sweep);
        for (int i = 1; i < chords; i++) {
            double angle = start + sweep * (turned ? chords - i : i) / chords;
            point(centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle));
        }
        point(x, y);
    }

    /** A whole arc of an ellipse given by its axes; angles are its parameters in radians. */
    void ellipse(double[] centre, double[] major, double[] minor, double start, double sweep) {
        int chords = chords(Math.max(Math.hypot(major[0], major[1]), Math.hypot(minor[0], minor[1])), sweep);
        for (int i = 0; i <= chords; i++) {
            double angle = start + sweep * i / chords;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            point(centre[0] + major[0] * cos + minor[0] * sin, centre[1] + major[1] * cos + minor[1] * sin);
        }
    }

    /** An arc that leaves its chord by the error spans 4 asin √(error / 2r). */
    private int chords(double radius, double sweep) {
        stroked = true;
        double step = Math.min(LONGEST_STEP, 4 * Math.asin(Math.sqrt(Math.min(1, error / (2 * radius)))));
        double chords = Math.ceil(Math.abs(sweep) / step - 1e-9);
        if (!(chords <= MOST_CHORDS)) {
            tooLarge = true;
            return 1;
        }
        return Math.max(1, (int) chords);
    }

    /** Closes the line by its first point, unless it ends there. */
    void close() {
        if (size >= 2 && (xy[0] != xy[size - 2] || xy[1] != xy[size - 1])) {
            point(xy[0], xy[1]);
        }
    }

    /** Makes the last point the first one to the bit, when it is meant to be. */
    void closeExactly() {
        xy[size - 2] = xy[0];
        xy[size - 1] = xy[1];
    }

    int points() {
        return size / 2;
    }

    /** The points brought to the drawing, not shared. */
    double[] placed(Placement placement) {
        double[] placed = new double[size];
        for (int i = 0; i < size; i += 2) {
            placed[i] = placement.x(xy[i], xy[i + 1]);
            placed[i + 1] = placement.y(xy[i], xy[i + 1]);
        }
        return placed;
    }
}
