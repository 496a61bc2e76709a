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

    /**
     * Takes a label's box; false, with nothing taken, if any of it is. A turned box is taken as a row of squares along it.
     */
    boolean take(Label.Spot spot, double width, double height) {
        if (spot.turn() == 0) {
            return isFree(spot.x(), spot.y(), width, height) && mark(spot.x(), spot.y(), width, height);
        }
        int squares = Math.max(1, (int) Math.ceil(width / height));
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < squares; i++) {
                double along = width * ((i + 0.5) / squares - 0.5);
                double x = spot.x() + along * Math.cos(spot.turn());
                double y = spot.y() + along * Math.sin(spot.turn());
                if (pass == 0 ? !isFree(x, y, height, height) : !mark(x, y, height, height)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isFree(double x, double y, double width, double height) {
        int right = column(x + width / 2);
        int bottom = row(y + height / 2);
        for (int row = row(y - height / 2); row <= bottom; row++) {
            int next = taken.nextSetBit(row * columns + column(x - width / 2));
            if (next >= 0 && next <= row * columns + right) {
                return false;
            }
        }
        return true;
    }

    private boolean mark(double x, double y, double width, double height) {
        int bottom = row(y + height / 2);
        for (int row = row(y - height / 2); row <= bottom; row++) {
            taken.set(row * columns + column(x - width / 2), row * columns + column(x + width / 2) + 1);
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
