package vn.diaba.cadastre.plane;

/** Signs of plane geometry on whole grid numbers, exact for every {@code long}. Stateless. */
final class Exact {
    private Exact() {}

    /** The sign of {@code a·d − b·c}: 1 when direction (c, d) lies to the left of direction (a, b), −1 to the right. */
    static int cross(long a, long b, long c, long d) {
        long high = Math.multiplyHigh(a, d);
        long low = a * d;
        long otherHigh = Math.multiplyHigh(b, c);
        long otherLow = b * c;
        return high != otherHigh ? Long.compare(high, otherHigh) : Long.compareUnsigned(low, otherLow);
    }

    /**
     * Which of two directions comes first when turning counter-clockwise from east: negative when (a, b) does, 0 when they
     * are one direction.
     */
    static int turn(long a, long b, long c, long d) {
        int halves = half(a, b) - half(c, d);
        return halves != 0 ? halves : -cross(a, b, c, d);
    }

    /** 0 for directions from east through north to just before west, 1 for the others. */
    private static int half(long east, long north) {
        return north > 0 || (north == 0 && east > 0) ? 0 : 1;
    }
}
