package vn.diaba.cadastre.rule;

import java.util.Arrays;
import vn.diaba.cadastre.measure.Extent;

/**
 * Tells whether a side of one parcel shows that the parcel overlaps another: the side passes through the other's inside, or
 * runs along its border with both lands on the same hand. Two valid parcels overlap exactly if this holds for a side of one
 * of them: else no border enters the other's inside, the two lands are one and the same set of points, and then their
 * borders run on the same hand. Confined to one thread.
 */
final class SideInside {
    /** Where nothing measurable can come of it, two lines are one; metres. */
    private static final double SAME_METRES = 1e-7;

    private double fromX;
    private double fromY;
    private double alongX;
    private double alongY;
    private double length;
    private boolean landIsLeft;
    private boolean sameHand;
    private double[] cuts = new double[16];
    private int cutCount;

    /** Whether a side of {@code p} shows an overlap with {@code q}; both are valid. */
    boolean shows(Outline p, int side, Outline q) {
        Extent box = p.extentOf(side);
        length = p.lengthOf(side);
        if (length == 0 || !box.intersects(q.extent())) {
            return false;
        }
        int to = p.next[side];
        fromX = p.x(side);
        fromY = p.y(side);
        alongX = (p.x(to) - fromX) / length;
        alongY = (p.y(to) - fromY) / length;
        landIsLeft = p.leftInside[side];
        sameHand = false;
        cutCount = 0;
        cut(0);
        cut(length);
        q.sidesIn(box.grownBy(SAME_METRES), j -> meet(q, j));
        return sameHand || somePieceIsInside(q);
    }

    /** Notes where a side of the other parcel meets this one. */
    private void meet(Outline q, int j) {
        int k = q.next[j];
        double aheadFrom = (q.x(j) - fromX) * alongX + (q.y(j) - fromY) * alongY;
        double aheadTo = (q.x(k) - fromX) * alongX + (q.y(k) - fromY) * alongY;
        double offFrom = alongX * (q.y(j) - fromY) - alongY * (q.x(j) - fromX);
        double offTo = alongX * (q.y(k) - fromY) - alongY * (q.x(k) - fromX);
        boolean fromOn = Math.abs(offFrom) <= SAME_METRES;
        boolean toOn = Math.abs(offTo) <= SAME_METRES;
        if (fromOn && toOn) {
            double shared = Math.min(length, Math.max(aheadFrom, aheadTo)) - Math.max(0, Math.min(aheadFrom, aheadTo));
            sameHand |= shared > SAME_METRES && aheadTo > aheadFrom == (landIsLeft == q.leftInside[j]);
        }
        if (fromOn) {
            cut(aheadFrom);
        }
        if (toOn) {
            cut(aheadTo);
        }
        if (!fromOn && !toOn && offFrom > 0 != offTo > 0) {
            cut(aheadFrom + (aheadTo - aheadFrom) * offFrom / (offFrom - offTo));
        }
    }

    private boolean somePieceIsInside(Outline q) {
        Arrays.sort(cuts, 0, cutCount);
        for (int i = 1; i < cutCount; i++) {
            if (cuts[i] - cuts[i - 1] > SAME_METRES) {
                double middle = (cuts[i] + cuts[i - 1]) / 2;
                double x = fromX + middle * alongX;
                double y = fromY + middle * alongY;
                if (q.holds(x, y) && !isOnBorder(q, x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOnBorder(Outline q, double x, double y) {
        boolean[] on = {false};
        q.sidesIn(
                new Extent(x, y, x, y).grownBy(SAME_METRES), j -> on[0] |= Segment.distance(q, j, x, y) <= SAME_METRES);
        return on[0];
    }

    private void cut(double ahead) {
        if (cutCount == cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * cutCount);
        }
        cuts[cutCount++] = Math.max(0, Math.min(length, ahead));
    }
}
