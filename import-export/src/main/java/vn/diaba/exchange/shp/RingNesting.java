package vn.diaba.exchange.shp;

import java.util.Arrays;
import java.util.Comparator;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Tells shells from holes among the rings of a shapefile polygon, which come in any order.
 *
 * <p>Containment decides: a ring within an odd number of others is a hole of the smallest of them. Direction (clockwise
 * = shell) is asked where containment has no answer: rings that coincide, and records of so many rings that comparing
 * them would take minutes. Files whose rings run the wrong way are common, and are no reason to lose a hole.
 */
final class RingNesting {
    private static final long BUDGET = 400_000_000L;

    private final RawShape rings;
    private final int count;
    private final double[] area;
    private final double[] box;
    private final int[] parent;
    private final boolean[] hole;
    private long spent;
    private boolean reversed;
    private boolean byOrientation;

    /** Nests the rings of a shape given as one part. */
    RingNesting(RawShape rings) {
        this.rings = rings;
        count = rings.pathCount();
        area = new double[count];
        parent = new int[count];
        hole = new boolean[count];
        for (int i = 0; i < count; i++) {
            area[i] = rings.doubleArea(i);
            parent[i] = -1;
        }
        box = count > 1 ? boxes() : new double[0];
        if (count > 1) {
            nest();
        }
        for (int i = 0; i < count; i++) {
            reversed |= area[i] != 0 && (area[i] > 0) != hole[i];
        }
    }

    boolean reversedRing() {
        return reversed;
    }

    boolean byOrientation() {
        return byOrientation;
    }

    /** The same points, each shell followed by its holes, shells and holes in the file's order. */
    RawShape nested() {
        if (count == 1) {
            return rings;
        }
        int[] order = new int[count];
        int shells = 0;
        int at = 0;
        int[] partStarts = new int[count + 1];
        int[][] holesOf = holesByShell();
        for (int i = 0; i < count; i++) {
            if (!hole[i]) {
                partStarts[shells++] = at;
                order[at++] = i;
                for (int each : holesOf[i]) {
                    order[at++] = each;
                }
            }
        }
        partStarts[shells] = count;
        return reordered(order, Arrays.copyOf(partStarts, shells + 1));
    }

    private int[][] holesByShell() {
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            if (hole[i]) {
                sizes[parent[i]]++;
            }
        }
        int[][] holes = new int[count][];
        for (int i = 0; i < count; i++) {
            holes[i] = new int[sizes[i]];
            sizes[i] = 0;
        }
        for (int i = 0; i < count; i++) {
            if (hole[i]) {
                holes[parent[i]][sizes[parent[i]]++] = i;
            }
        }
        return holes;
    }

    private RawShape reordered(int[] order, int[] partStarts) {
        double[] xy = new double[rings.xy().length];
        int[] starts = new int[count + 1];
        for (int k = 0; k < count; k++) {
            int from = rings.pathStarts()[order[k]];
            int points = rings.pathStarts()[order[k] + 1] - from;
            System.arraycopy(rings.xy(), 2 * from, xy, 2 * starts[k], 2 * points);
            starts[k + 1] = starts[k] + points;
        }
        return new RawShape(ShapeKind.POLYGONS, xy, starts, partStarts);
    }

    private double[] boxes() {
        double[] out = new double[4 * count];
        for (int i = 0; i < count; i++) {
            double[] b = {
                Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
            };
            for (int p = rings.pathStarts()[i]; p < rings.pathStarts()[i + 1]; p++) {
                b[0] = Math.min(b[0], rings.x(p));
                b[1] = Math.min(b[1], rings.y(p));
                b[2] = Math.max(b[2], rings.x(p));
                b[3] = Math.max(b[3], rings.y(p));
            }
            System.arraycopy(b, 0, out, 4 * i, 4);
        }
        return out;
    }

    private void nest() {
        Integer[] bySize = new Integer[count];
        Arrays.setAll(bySize, i -> i);
        Arrays.sort(bySize, Comparator.comparingDouble((Integer i) -> -Math.abs(area[i])));
        for (int k = 1; k < count && !byOrientation; k++) {
            int ring = bySize[k];
            for (int j = k - 1; j >= 0 && parent[ring] < 0; j--) {
                if (isWithin(ring, bySize[j])) {
                    parent[ring] = bySize[j];
                    hole[ring] = !hole[bySize[j]];
                }
            }
        }
        if (byOrientation) {
            nestByDirection();
        }
        for (int i = 0; i < count; i++) {
            if (!hole[i]) {
                parent[i] = -1;
            }
        }
    }

    /** A counter-clockwise ring is a hole of the clockwise one before it, as programs write them. */
    private void nestByDirection() {
        int shell = -1;
        for (int i = 0; i < count; i++) {
            hole[i] = shell >= 0 && area[i] > 0;
            parent[i] = shell;
            shell = hole[i] ? shell : i;
        }
    }

    private boolean isWithin(int inner, int outer) {
        spent++;
        int a = 4 * inner;
        int b = 4 * outer;
        if (!(box[a] >= box[b] && box[a + 1] >= box[b + 1] && box[a + 2] <= box[b + 2] && box[a + 3] <= box[b + 3])) {
            byOrientation |= spent > BUDGET;
            return false;
        }
        int from = rings.pathStarts()[inner];
        int to = rings.pathStarts()[inner + 1];
        for (int p = from; p < to; p++) {
            int side = side(rings.x(p), rings.y(p), outer);
            if (side == 0 && p + 1 < to) {
                side = side((rings.x(p) + rings.x(p + 1)) / 2, (rings.y(p) + rings.y(p + 1)) / 2, outer);
            }
            if (side != 0 || byOrientation) {
                return side > 0;
            }
        }
        return area[inner] > 0 && area[outer] < 0;
    }

    /** 1 inside, -1 outside, 0 on the ring; even-odd rule. */
    private int side(double x, double y, int ring) {
        int from = rings.pathStarts()[ring];
        int to = rings.pathStarts()[ring + 1];
        spent += to - from;
        byOrientation |= spent > BUDGET;
        boolean inside = false;
        for (int i = from, j = to - 1; i < to; j = i++) {
            double xi = rings.x(i);
            double yi = rings.y(i);
            double xj = rings.x(j);
            double yj = rings.y(j);
            double cross = (xj - xi) * (y - yi) - (yj - yi) * (x - xi);
            if (cross == 0
                    && Math.min(xi, xj) <= x
                    && x <= Math.max(xi, xj)
                    && Math.min(yi, yj) <= y
                    && y <= Math.max(yi, yj)) {
                return 0;
            }
            if (yi > y != yj > y && cross > 0 == yj > yi) {
                inside = !inside;
            }
        }
        return inside ? 1 : -1;
    }
}
