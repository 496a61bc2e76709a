package vn.diaba.cadastre.rule;

import java.util.Arrays;

/**
 * Looks for places where a parcel's own sides cross, touch or come near each other away from the corner they share. What
 * passes without a contact is surely simple, ring by ring; what does not is for JTS to judge. Confined to one thread.
 */
final class SelfContact {
    /** Nearer than this two sides may touch once coordinates are doubles; metres. */
    static final double TOUCH_METRES = 1e-6;

    private static final double ORDER_STEPS = 1000;

    private final double nearMetres;
    private long[] order = new long[32];
    private boolean touches;
    private int[] near = new int[8];
    private int nearCount;

    SelfContact(double nearMetres) {
        this.nearMetres = Math.max(nearMetres, TOUCH_METRES);
    }

    /** Compares all sides of an outline with each other, those in order from west to east that can meet. */
    void scan(Outline o) {
        touches = false;
        nearCount = 0;
        int n = o.size;
        sortByWest(o);
        for (int p = 0; p < n; p++) {
            int i = (int) order[p];
            int iTo = o.next[i];
            double reach = Math.max(o.x(i), o.x(iTo)) + nearMetres + 1 / ORDER_STEPS;
            double low = Math.min(o.y(i), o.y(iTo)) - nearMetres;
            double high = Math.max(o.y(i), o.y(iTo)) + nearMetres;
            for (int q = p + 1; q < n; q++) {
                int j = (int) order[q];
                int jTo = o.next[j];
                if (Math.min(o.x(j), o.x(jTo)) > reach) {
                    break;
                }
                if (Math.max(o.y(j), o.y(jTo)) >= low && Math.min(o.y(j), o.y(jTo)) <= high) {
                    compare(o, i, j);
                }
            }
        }
    }

    private void sortByWest(Outline o) {
        int n = o.size;
        if (order.length < n) {
            order = new long[2 * n];
        }
        for (int i = 0; i < n; i++) {
            double west = Math.min(o.x(i), o.x(o.next[i])) - o.west;
            order[i] = (long) (west * ORDER_STEPS) << 24 | i;
        }
        Arrays.sort(order, 0, n);
        for (int i = 0; i < n; i++) {
            order[i] &= 0xFF_FFFF;
        }
    }

    private void compare(Outline o, int i, int j) {
        int iTo = o.next[i];
        int jTo = o.next[j];
        if (iTo == j || jTo == i) {
            turn(o, iTo == j ? i : j, iTo == j ? j : i);
            return;
        }
        if (o.corner[i] == o.corner[j]
                || o.corner[i] == o.corner[jTo]
                || o.corner[iTo] == o.corner[j]
                || o.corner[iTo] == o.corner[jTo]) {
            touches = true;
            return;
        }
        double ax = o.x(iTo) - o.x(i);
        double ay = o.y(iTo) - o.y(i);
        double bx = o.x(jTo) - o.x(j);
        double by = o.y(jTo) - o.y(j);
        double fromJ = ax * (o.y(j) - o.y(i)) - ay * (o.x(j) - o.x(i));
        double toJ = ax * (o.y(jTo) - o.y(i)) - ay * (o.x(jTo) - o.x(i));
        double fromI = bx * (o.y(i) - o.y(j)) - by * (o.x(i) - o.x(j));
        double toI = bx * (o.y(iTo) - o.y(j)) - by * (o.x(iTo) - o.x(j));
        if (fromJ > 0 != toJ > 0 && fromI > 0 != toI > 0) {
            touches = true;
        }
        double reachI = nearMetres * (Math.abs(ax) + Math.abs(ay));
        double reachJ = nearMetres * (Math.abs(bx) + Math.abs(by));
        if (Math.abs(fromJ) <= reachI) {
            meet(o, i, j);
        }
        if (Math.abs(toJ) <= reachI) {
            meet(o, i, jTo);
        }
        if (Math.abs(fromI) <= reachJ) {
            meet(o, j, i);
        }
        if (Math.abs(toI) <= reachJ) {
            meet(o, j, iTo);
        }
    }

    /** Two sides that follow each other: the far end of one may lie near the other where the ring turns back. */
    private void turn(Outline o, int before, int after) {
        int far = o.next[after];
        double ax = o.x(after) - o.x(before);
        double ay = o.y(after) - o.y(before);
        double bx = o.x(far) - o.x(after);
        double by = o.y(far) - o.y(after);
        double cross = Math.abs(ax * by - ay * bx);
        if (cross <= nearMetres * (Math.abs(ax) + Math.abs(ay))) {
            meet(o, before, far);
        }
        if (cross <= nearMetres * (Math.abs(bx) + Math.abs(by))) {
            meet(o, after, before);
        }
    }

    private void meet(Outline o, int side, int corner) {
        double distance = distance(o, side, corner);
        touches |= distance <= TOUCH_METRES;
        if (distance <= nearMetres) {
            if (nearCount == near.length) {
                near = Arrays.copyOf(near, 2 * nearCount);
            }
            near[nearCount++] = o.corner[corner];
        }
    }

    private static double distance(Outline o, int side, int corner) {
        return Segment.distance(o, side, o.x(corner), o.y(corner));
    }

    /** Whether the last outline's sides cross or touch, or may do so for all that doubles can tell. */
    boolean touches() {
        return touches;
    }

    /** How many corners of the last outline lie near one of its other sides. */
    int nearCount() {
        return nearCount;
    }

    /** The slot of one of them. */
    int nearCorner(int n) {
        return near[n];
    }
}
