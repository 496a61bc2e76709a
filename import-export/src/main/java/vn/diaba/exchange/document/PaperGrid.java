package vn.diaba.exchange.document;

import java.util.BitSet;

/** Which places of a frame are written on already, in cells of a quarter millimetre. Confined to one thread. */
final class PaperGrid {
    private static final double CELL = 0.25;

    /** A box about its middle, turned clockwise by radians; millimetres right and down. */
    record Box(double x, double y, double width, double height, double turn) {
        double halfAcross() {
            return (width * Math.abs(Math.cos(turn)) + height * Math.abs(Math.sin(turn))) / 2;
        }

        double halfDown() {
            return (width * Math.abs(Math.sin(turn)) + height * Math.abs(Math.cos(turn))) / 2;
        }
    }

    private final int columns;
    private final int rows;
    private final BitSet taken;

    PaperGrid(double widthMm, double heightMm) {
        columns = (int) Math.floor(widthMm / CELL);
        rows = (int) Math.floor(heightMm / CELL);
        taken = new BitSet(columns * rows);
    }

    /** Whether a box lies in the frame on free cells. */
    boolean isFree(Box box) {
        return box.x - box.halfAcross() >= 0
                && box.y - box.halfDown() >= 0
                && box.x + box.halfAcross() <= columns * CELL
                && box.y + box.halfDown() <= rows * CELL
                && !visit(box, false);
    }

    void take(Box box) {
        visit(box, true);
    }

    /** Takes the cells of a line; parts outside the frame do no harm. */
    void takeLine(double x1, double y1, double x2, double y2) {
        double from = 0;
        double to = 1;
        double[][] walls = {
            {x1, x2 - x1, columns * CELL},
            {y1, y2 - y1, rows * CELL}
        };
        for (double[] wall : walls) {
            if (wall[1] == 0) {
                to = wall[0] < 0 || wall[0] > wall[2] ? -1 : to;
            } else {
                double a = -wall[0] / wall[1];
                double b = (wall[2] - wall[0]) / wall[1];
                from = Math.max(from, Math.min(a, b));
                to = Math.min(to, Math.max(a, b));
            }
        }
        double step = CELL / 2 / Math.max(CELL, Math.hypot(x2 - x1, y2 - y1));
        for (double t = from; t <= to; t += step) {
            mark((int) ((x1 + t * (x2 - x1)) / CELL), (int) ((y1 + t * (y2 - y1)) / CELL));
        }
    }

    private void mark(int column, int row) {
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            taken.set(row * columns + column);
        }
    }

    /** Takes the cells under a box, or only asks whether one of them is taken. */
    private boolean visit(Box box, boolean take) {
        double cos = Math.cos(box.turn);
        double sin = Math.sin(box.turn);
        int right = (int) Math.ceil((box.x + box.halfAcross()) / CELL);
        int bottom = (int) Math.ceil((box.y + box.halfDown()) / CELL);
        for (int row = (int) Math.floor((box.y - box.halfDown()) / CELL); row <= bottom; row++) {
            for (int column = (int) Math.floor((box.x - box.halfAcross()) / CELL); column <= right; column++) {
                double dx = (column + 0.5) * CELL - box.x;
                double dy = (row + 0.5) * CELL - box.y;
                boolean inside = Math.abs(dx * cos + dy * sin) <= box.width / 2 + CELL / 2
                        && Math.abs(dy * cos - dx * sin) <= box.height / 2 + CELL / 2;
                if (!inside || column < 0 || column >= columns || row < 0 || row >= rows) {
                    continue;
                }
                if (take) {
                    taken.set(row * columns + column);
                } else if (taken.get(row * columns + column)) {
                    return true;
                }
            }
        }
        return false;
    }
}
