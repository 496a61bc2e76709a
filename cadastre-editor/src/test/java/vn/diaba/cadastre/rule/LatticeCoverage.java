package vn.diaba.cadastre.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/**
 * A faultless coverage: rows of lots of uneven width that meet on bent lines with T-junctions, coordinates of VN-2000 in
 * whole millimetres. Lots know their row and place in it, so that faults can be put in far from each other.
 */
final class LatticeCoverage {
    private static final double DEPTH = 20;

    /** A lot to be; its ring counter-clockwise, first not repeated. */
    static final class Lot {
        final int row;
        final int column;
        List<double[]> ring;
        String number;
        double area;

        Lot(int row, int column, List<double[]> ring, String number) {
            this.row = row;
            this.column = column;
            this.ring = ring;
            this.number = number;
            area = areaOf(ring);
        }

        String key() {
            return row + "-" + column;
        }
    }

    final List<Lot> lots = new ArrayList<>();
    final int columns;

    LatticeCoverage(int rows, int columns, long seed) {
        this.columns = columns;
        Random random = new Random(seed);
        double[][] splits = new double[rows][];
        for (int row = 0; row < rows; row++) {
            splits[row] = splits(columns, random);
            for (int i = 1; row > 0 && i < columns; i++) {
                for (double below : splits[row - 1]) {
                    splits[row][i] = Math.abs(below - splits[row][i]) < 1.2 ? below : splits[row][i];
                }
            }
        }
        List<Map<Double, double[]>> lines = new ArrayList<>();
        for (int line = 0; line <= rows; line++) {
            TreeSet<Double> nodes = new TreeSet<>();
            for (int row = Math.max(0, line - 1); row <= Math.min(rows - 1, line); row++) {
                for (double x : splits[row]) {
                    nodes.add(x);
                }
            }
            Map<Double, double[]> points = new java.util.TreeMap<>();
            for (double x : nodes) {
                points.put(x, warp(x, line * DEPTH + random.nextDouble() - 0.5));
            }
            lines.add(points);
        }
        for (int row = 0; row < rows; row++) {
            row(row, splits[row], lines, random);
        }
    }

    private static double[] splits(int columns, Random random) {
        double[] x = new double[columns + 1];
        for (int i = 0; i <= columns; i++) {
            boolean end = i == 0 || i == columns;
            x[i] = 9.0 * i + (end ? 0 : 4 * random.nextDouble() - 2);
        }
        return x;
    }

    private void row(int row, double[] x, List<Map<Double, double[]>> lines, Random random) {
        double[][] middles = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            middles[i] = warp(x[i] + random.nextDouble() - 0.5, (row + 0.45 + 0.1 * random.nextDouble()) * DEPTH);
        }
        for (int i = 0; i + 1 < x.length; i++) {
            List<double[]> ring = new ArrayList<>(between(lines.get(row), x[i], x[i + 1]));
            ring.add(middles[i + 1]);
            List<double[]> top = between(lines.get(row + 1), x[i], x[i + 1]);
            for (int k = top.size() - 1; k >= 0; k--) {
                ring.add(top.get(k));
            }
            ring.add(middles[i]);
            lots.add(new Lot(row, i, ring, "" + (i + 1)));
        }
    }

    private static List<double[]> between(Map<Double, double[]> line, double from, double to) {
        return new ArrayList<>(((java.util.TreeMap<Double, double[]>) line)
                .subMap(from, true, to, true)
                .values());
    }

    private static double[] warp(double x, double y) {
        double east = 590_000 + x + 20 * Math.sin(y / 310);
        double north = 1_185_000 + y + 20 * Math.sin(x / 270);
        return new double[] {Math.round(east * 1000) / 1000.0, Math.round(north * 1000) / 1000.0};
    }

    static double areaOf(List<double[]> ring) {
        return PlaneMath.signedArea(flat(ring), 0, ring.size());
    }

    private static double[] flat(List<double[]> ring) {
        double[] xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.get(i)[0];
            xy[2 * i + 1] = ring.get(i)[1];
        }
        return xy;
    }

    Lot lot(int row, int column) {
        return lots.get(row * columns + column);
    }

    /** The lots as land; each parcel's source key is its lot's key, or that of its twin with a stroke. */
    Fabric land() {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        java.util.Set<String> keys = new java.util.HashSet<>();
        for (int n = 0; n < lots.size(); n++) {
            Lot lot = lots.get(n);
            String key = keys.add(lot.key()) ? lot.key() : lot.key() + "'";
            ParcelFacts facts = new ParcelFacts(
                    "",
                    key,
                    LandUse.parse("ODT"),
                    List.of(),
                    LegalArea.of(BigDecimal.valueOf(Math.abs(lot.area))),
                    ParcelState.NORMAL,
                    "",
                    "",
                    "",
                    Map.of());
            ParcelNumber number = new ParcelNumber("26734", "" + (lot.row + 1), lot.number);
            builder.add(new Draft(
                    n + 1L,
                    ParcelSet.SURVEYED,
                    number,
                    facts,
                    List.of(new Draft.DraftRing(flat(lot.ring), true)),
                    null));
        }
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }
}
