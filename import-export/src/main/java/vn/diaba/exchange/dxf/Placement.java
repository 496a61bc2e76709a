package vn.diaba.exchange.dxf;

/**
 * How coordinates of a block, or of a plane turned upside down, come to lie in the drawing: {@code x' = ax + cy + e,
 * y' = bx + dy + f}. Immutable.
 */
record Placement(double a, double b, double c, double d, double e, double f) {
    /** Everything stays where it is. */
    static final Placement HERE = new Placement(1, 0, 0, 1, 0, 0);
    /** The plane seen from below, as an extrusion of (0, 0, −1) means it. */
    static final Placement FROM_BELOW = new Placement(-1, 0, 0, 1, 0, 0);

    /** First the inner placement, then this one. */
    Placement of(Placement inner) {
        return new Placement(
                a * inner.a + c * inner.b,
                b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,
                b * inner.c + d * inner.d,
                a * inner.e + c * inner.f + e,
                b * inner.e + d * inner.f + f);
    }

    /** Scaled, then turned counter-clockwise, then moved. */
    static Placement at(double x, double y, double degrees, double scaleX, double scaleY) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        if (degrees % 90 == 0) {
            // A quarter turn is exact in a drawing and shall be here.
            cos = Math.rint(cos);
            sin = Math.rint(sin);
        }
        return new Placement(cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, x, y);
    }

    /** Moves only. */
    static Placement moved(double x, double y) {
        return new Placement(1, 0, 0, 1, x, y);
    }

    double x(double x, double y) {
        return a * x + c * y + e;
    }

    double y(double x, double y) {
        return b * x + d * y + f;
    }

    /** The most a length grows. */
    double scale() {
        return Math.max(Math.hypot(a, b), Math.hypot(c, d));
    }

    /** The angle the first axis comes to lie at, in degrees counter-clockwise. */
    double degrees() {
        return Math.toDegrees(Math.atan2(b, a));
    }
}
