package vn.diaba.map.paint;

import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;
import vn.diaba.map.layer.MapFeature;

/**
 * Invented parcels on a crooked lattice, 18.6 m wide on average with 8 to 10 corners each, every corner of a side shared by
 * both neighbours; a road after each tenth row and column. Seeded, so that it is always the same.
 */
final class Lattice {
    static final double CELL_METRES = 18.6;
    private static final String[] USES = {
        "ODT", "ODT", "ONT", "ONT+CLN", "CLN", "LUC", "HNK", "NTS", "TMD", "DGD", "TSC", "MNC"
    };
    private static final double EAST = 600_000;
    private static final double NORTH = 1_200_000;

    private final int columns;
    private final int rows;
    private final double[] nodes;
    private final double[] alongMid;
    private final double[] upMid;

    Lattice(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        Random random = new Random(20261121);
        nodes = new double[2 * (columns + 1) * (rows + 1)];
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i <= columns; i++) {
                int at = 2 * node(i, j);
                nodes[at] = EAST + CELL_METRES * (i + 0.5 * (random.nextDouble() - 0.5));
                nodes[at + 1] = NORTH + CELL_METRES * (j + 0.5 * (random.nextDouble() - 0.5));
            }
        }
        alongMid = new double[2 * columns * (rows + 1)];
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i < columns; i++) {
                mid(random, alongMid, 2 * (j * columns + i), node(i, j), node(i + 1, j));
            }
        }
        upMid = new double[2 * (columns + 1) * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i <= columns; i++) {
                mid(random, upMid, 2 * (j * (columns + 1) + i), node(i, j), node(i, j + 1));
            }
        }
    }

    static Lattice ofParcels(int parcels) {
        int columns = (int) Math.round(Math.sqrt(parcels * 16.0 / 9));
        return new Lattice(columns, parcels / columns);
    }

    Envelope extent() {
        return new Envelope(EAST, EAST + CELL_METRES * columns, NORTH, NORTH + CELL_METRES * rows);
    }

    /** The parcels. */
    FeatureSource parcels() {
        return new Cells(new Parcel());
    }

    /** The sides, each once. */
    FeatureSource sides() {
        return new Cells(new Sides());
    }

    private int node(int i, int j) {
        return j * (columns + 1) + i;
    }

    private void mid(Random random, double[] mids, int at, int a, int b) {
        for (int k = 0; k < 2; k++) {
            mids[at + k] = (nodes[2 * a + k] + nodes[2 * b + k]) / 2 + (random.nextDouble() - 0.5) * 2;
        }
    }

    /** Visits the cells an extent touches; one flyweight moves over them. */
    private final class Cells implements FeatureSource {
        private final Cell prototype;

        Cells(Cell prototype) {
            this.prototype = prototype;
        }

        @Override
        public Envelope extent() {
            return Lattice.this.extent();
        }

        @Override
        public void visit(Envelope wanted, double metresPerPixel, FeatureVisitor visitor) {
            int left = Math.max(0, (int) ((wanted.getMinX() - EAST) / CELL_METRES) - 1);
            int right = Math.min(columns - 1, (int) ((wanted.getMaxX() - EAST) / CELL_METRES) + 1);
            int bottom = Math.max(0, (int) ((wanted.getMinY() - NORTH) / CELL_METRES) - 1);
            int top = Math.min(rows - 1, (int) ((wanted.getMaxY() - NORTH) / CELL_METRES) + 1);
            Cell cell = prototype.fresh();
            for (int j = bottom; j <= top; j++) {
                for (int i = left; i <= right; i++) {
                    cell.moveTo(i, j);
                    if (!visitor.visit(cell)) {
                        return;
                    }
                }
            }
        }
    }

    private abstract class Cell implements MapFeature {
        final double[] coordinates = new double[16];
        int i;
        int j;
        int points;

        abstract Cell fresh();

        void moveTo(int column, int row) {
            i = column;
            j = row;
            points = 0;
        }

        void add(double[] from, int index) {
            coordinates[2 * points] = from[2 * index];
            coordinates[2 * points + 1] = from[2 * index + 1];
            points++;
        }

        @Override
        public long id() {
            return (long) j * columns + i;
        }

        @Override
        public double[] coordinates() {
            return coordinates;
        }

        @Override
        public int partStart(int part) {
            return 0;
        }

        @Override
        public int partEnd(int part) {
            return points;
        }

        @Override
        public int partCount() {
            return 1;
        }
    }

    private final class Parcel extends Cell {
        @Override
        Cell fresh() {
            return new Parcel();
        }

        @Override
        void moveTo(int column, int row) {
            super.moveTo(column, row);
            add(nodes, node(i, j));
            add(alongMid, j * columns + i);
            add(nodes, node(i + 1, j));
            add(upMid, j * (columns + 1) + i + 1);
            add(nodes, node(i + 1, j + 1));
            add(alongMid, (j + 1) * columns + i);
            add(nodes, node(i, j + 1));
            add(upMid, j * (columns + 1) + i);
        }

        @Override
        public Kind kind() {
            return Kind.POLYGON;
        }

        @Override
        public int styleKey() {
            return i % 11 == 10 || j % 11 == 10
                    ? USES.length
                    : Math.floorMod(i / 3 * 7 + j / 2 * 5 + i * j % 3, USES.length);
        }

        @Override
        public @Nullable Object attribute(String name) {
            boolean road = styleKey() == USES.length;
            return switch (name) {
                case "landUse" -> road ? "DGT" : USES[styleKey()];
                case "number" -> String.valueOf(1 + (j % 20) * 40 + i % 40);
                case "area" ->
                    String.format(Locale.ROOT, "%.1f", 300 + (i * 37 + j * 91) % 900 / 10.0)
                            .replace('.', ',');
                default -> null;
            };
        }
    }

    private final class Sides extends Cell {
        @Override
        Cell fresh() {
            return new Sides();
        }

        @Override
        void moveTo(int column, int row) {
            super.moveTo(column, row);
            add(nodes, node(i, j + 1));
            add(upMid, j * (columns + 1) + i);
            add(nodes, node(i, j));
            add(alongMid, j * columns + i);
            add(nodes, node(i + 1, j));
        }

        @Override
        public Kind kind() {
            return Kind.LINE;
        }

        @Override
        public int styleKey() {
            return 0;
        }

        @Override
        public @Nullable Object attribute(String name) {
            return null;
        }
    }
}
