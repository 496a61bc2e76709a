package vn.diaba.exchange.gpkg;

/**
 * A circular arc through three points, or a whole circle when the first is the last and the second lies opposite (ISO
 * 19125 and SQL/MM: CircularString).
 *
 * @param centreX east of the centre; NaN when the points lie on a line
 * @param centreY north of the centre
 * @param start angle of the first point, radians counter-clockwise from east
 * @param sweep angle run through, positive counter-clockwise
 * @param middle second point, kept as it is
 * @param end third point, kept as it is
 */
record Arc(double centreX, double centreY, double start, double sweep, double[] middle, double[] end) {
    /** The arc that begins at a control point. */
    static Arc between(ShapeBuilder control, int at) {
        double ax = control.x(at);
        double ay = control.y(at);
        double bx = control.x(at + 1) - ax;
        double by = control.y(at + 1) - ay;
        double cx = control.x(at + 2) - ax;
        double cy = control.y(at + 2) - ay;
        double[] middle = {ax + bx, ay + by};
        double[] end = {ax + cx, ay + cy};
        if (cx == 0 && cy == 0) {
            return new Arc(ax + bx / 2, ay + by / 2, Math.atan2(-by, -bx), 2 * Math.PI, middle, end);
        }
        double d = 2 * (bx * cy - by * cx);
        double ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / d;
        double uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / d;
        if (d == 0 || !Double.isFinite(ux) || !Double.isFinite(uy)) {
            return new Arc(Double.NaN, Double.NaN, 0, 0, middle, end);
        }
        double start = Math.atan2(-uy, -ux);
        double sweep = Math.atan2(cy - uy, cx - ux) - start;
        // The direction is that in which the second point is met: the sign of the triangle's area.
        if (d > 0 && sweep < 0) {
            sweep += 2 * Math.PI;
        } else if (d < 0 && sweep > 0) {
            sweep -= 2 * Math.PI;
        }
        return new Arc(ax + ux, ay + uy, start, sweep, middle, end);
    }

    /** Adds the points after the first: chords of at most a step, the second and third point among them exactly. */
    void strokeTo(ShapeBuilder to, double step) {
        if (Double.isNaN(centreX)) {
            to.point(middle[0], middle[1]);
            to.point(end[0], end[1]);
            return;
        }
        double toMiddle = Math.atan2(middle[1] - centreY, middle[0] - centreX) - start;
        if (sweep > 0 && toMiddle < 0) {
            toMiddle += 2 * Math.PI;
        } else if (sweep < 0 && toMiddle > 0) {
            toMiddle -= 2 * Math.PI;
        }
        double radius = Math.hypot(middle[0] - centreX, middle[1] - centreY);
        chords(to, radius, new double[] {start, toMiddle}, step);
        to.point(middle[0], middle[1]);
        chords(to, radius, new double[] {start + toMiddle, sweep - toMiddle}, step);
        to.point(end[0], end[1]);
    }

    private void chords(ShapeBuilder to, double radius, double[] angle, double step) {
        int count = (int) Math.ceil(Math.abs(angle[1]) / step);
        for (int i = 1; i < count; i++) {
            double a = angle[0] + angle[1] * i / count;
            to.point(centreX + radius * Math.cos(a), centreY + radius * Math.sin(a));
        }
    }
}
