package vn.diaba.map.paint;

import java.util.BitSet;

/** Which parts of a picture writing has taken, on a grid of 3 pixels. Confined to one thread. */
final class Occupied {
    private static final int CELL_PX = 3;

    private final int columns;
    private final int rows;
    private final BitSet taken;

    Occupied(double width, double height) {
        columns = (int) Math.ceil(width / CELL_PX) + 1;
        rows = (int) Math.ceil(height / CELL_PX) + 1;
        taken = new BitSet(columns * rows);
    }

    /** Takes a box about its middle; false, with nothing taken, if any of it is. */
    boolean take(double x, double y, double width, double height) {
        int left = column(x - width / 2);
        int right = column(x + width / 2);
        int top = row(y - height / 2);
        int bottom = row(y + height / 2);
        for (int row = top; row <= bottom; row++) {
            int next = taken.nextSetBit(row * columns + left);
            if (next >= 0 && next <= row * columns + right) {
                return false;
            }
        }
        for (int row = top; row <= bottom; row++) {
            taken.set(row * columns + left, row * columns + right + 1);
        }
        return true;
    }

    private int column(double x) {
        return Math.max(0, Math.min(columns - 1, (int) Math.floor(x / CELL_PX)));
    }

    private int row(double y) {
        return Math.max(0, Math.min(rows - 1, (int) Math.floor(y / CELL_PX)));
    }
}
