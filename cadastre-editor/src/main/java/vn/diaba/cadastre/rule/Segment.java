package vn.diaba.cadastre.rule;

/** Distances in the plane between points and the sides of an outline. Stateless. */
final class Segment {
    private Segment() {}

    /** Metres from a point to a side of an outline, its ends included. */
    static double distance(Outline o, int side, double x, double y) {
        double share = footShare(o, side, x, y);
        int to = o.next[side];
        double ax = o.x(side);
        double ay = o.y(side);
        return Math.hypot(x - (ax + share * (o.x(to) - ax)), y - (ay + share * (o.y(to) - ay)));
    }

    /** The share of the way along a side, 0 to 1, at which it comes nearest to a point. */
    static double footShare(Outline o, int side, double x, double y) {
        int to = o.next[side];
        double dx = o.x(to) - o.x(side);
        double dy = o.y(to) - o.y(side);
        double squared = dx * dx + dy * dy;
        if (squared == 0) {
            return 0;
        }
        double share = ((x - o.x(side)) * dx + (y - o.y(side)) * dy) / squared;
        return Math.max(0, Math.min(1, share));
    }
}
