package vn.diaba.map.paint;

import java.util.Arrays;

/**
 * Fills polygons row by row: a pixel belongs to the polygon its centre lies in, so that neighbours neither overlap nor leave
 * a gap. Even-odd rule; any number of rings, crossing or not. Cost is one step for each side and row it crosses. Confined to
 * one thread.
 */
final class ScanFiller {
    private final Raster raster;
    private double[] sideX = new double[64];
    private double[] slope = new double[64];
    private int[] lastRow = new int[64];
    private long[] order = new long[64];
    private int[] active = new int[64];
    private double[] crossings = new double[64];
    private int sides;

    ScanFiller(Raster raster) {
        this.raster = raster;
    }

    void fill(ScreenShape shape, int argb) {
        sides = 0;
        for (int part = 0; part < shape.parts; part++) {
            int start = shape.start(part);
            int end = shape.ends[part];
            if (end - start < 3) {
                continue;
            }
            double px = shape.xy[2 * end - 2];
            double py = shape.xy[2 * end - 1];
            for (int i = start; i < end; i++) {
                double x = shape.xy[2 * i];
                double y = shape.xy[2 * i + 1];
                if (py < y) {
                    addSide(px, py, x, y);
                } else if (y < py) {
                    addSide(x, y, px, py);
                }
                px = x;
                py = y;
            }
        }
        if (sides > 0) {
            Arrays.sort(order, 0, sides);
            sweep(argb);
        }
    }

    /** A side from its upper end to its lower one, with the rows whose centres it crosses. */
    private void addSide(double x0, double y0, double x1, double y1) {
        double top = Math.max(0, Math.ceil(y0 - 0.5));
        double bottom = Math.min(raster.height - 1.0, Math.ceil(y1 - 0.5) - 1);
        if (top > bottom) {
            return;
        }
        if (sides == order.length) {
            grow();
        }
        double perRow = (x1 - x0) / (y1 - y0);
        slope[sides] = perRow;
        sideX[sides] = x0 + (top + 0.5 - y0) * perRow;
        lastRow[sides] = (int) bottom;
        order[sides] = (long) top << 32 | sides;
        sides++;
    }

    private void sweep(int argb) {
        int next = 0;
        int live = 0;
        int row = (int) (order[0] >>> 32);
        while (next < sides || live > 0) {
            if (live == 0) {
                row = (int) (order[next] >>> 32);
            }
            while (next < sides && (int) (order[next] >>> 32) == row) {
                active[live++] = (int) order[next++];
            }
            int kept = 0;
            for (int i = 0; i < live; i++) {
                int side = active[i];
                double x = sideX[side];
                sideX[side] = x + slope[side];
                int at = i;
                while (at > 0 && crossings[at - 1] > x) {
                    crossings[at] = crossings[at - 1];
                    at--;
                }
                crossings[at] = x;
                if (lastRow[side] > row) {
                    active[kept++] = side;
                }
            }
            for (int i = 0; i + 1 < live; i += 2) {
                int from = (int) Math.max(0, Math.ceil(crossings[i] - 0.5));
                int to = (int) Math.min(raster.width, Math.ceil(crossings[i + 1] - 0.5));
                if (from < to) {
                    raster.span(row, from, to, argb);
                }
            }
            live = kept;
            row++;
        }
    }

    private void grow() {
        int length = order.length * 2;
        sideX = Arrays.copyOf(sideX, length);
        slope = Arrays.copyOf(slope, length);
        lastRow = Arrays.copyOf(lastRow, length);
        order = Arrays.copyOf(order, length);
        active = Arrays.copyOf(active, length);
        crossings = Arrays.copyOf(crossings, length);
    }
}
