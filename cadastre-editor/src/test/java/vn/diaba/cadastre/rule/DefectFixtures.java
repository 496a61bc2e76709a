package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Ten kinds of damage to a lattice of lots, each put in on its own, and what must be said of it. The kinds and their sizes
 * are those by which other programs were measured.
 */
final class DefectFixtures {
    /** A kind of damage and the rule that must name the lots it was done to. */
    enum Kind {
        OVERLAP("no-overlap", 0.4, 1.0),
        GAP("no-gap", -1.0, -0.4),
        SLIVER_OVERLAP("no-overlap", 0.01, 0.03),
        SLIVER_GAP("no-gap", -0.03, -0.01),
        UNMATCHED_VERTEX("edges-match", 0, 0),
        SPIKE("no-spike", 1.5, 1.5),
        SELF_INTERSECTION("ring-is-simple", 0, 0),
        DUPLICATE("no-duplicate", 0, 0),
        WRONG_AREA("area-agrees", 0.85, 0.93),
        DUPLICATE_NUMBER("number-is-unique", 0, 0);

        final String rule;
        private final double least;
        private final double most;

        Kind(String rule, double least, double most) {
            this.rule = rule;
            this.least = least;
            this.most = most;
        }

        double size(Random random) {
            return least + (most - least) * random.nextDouble();
        }
    }

    /**
     * Damage done.
     *
     * @param kind what
     * @param damaged keys of the lots the rule must name
     * @param near keys of these and all lots around, of which other rules may speak
     */
    record Defect(Kind kind, Set<String> damaged, Set<String> near) {}

    final List<Defect> defects = new ArrayList<>();
    private final LatticeCoverage coverage;
    private final Random random;

    DefectFixtures(LatticeCoverage coverage, int rows, long seed) {
        this.coverage = coverage;
        random = new Random(seed);
        int kind = random.nextInt(10);
        for (int row = 1; row + 1 < rows; row += 3) {
            for (int column = 2; column + 3 < coverage.columns; column += 5) {
                damage(Kind.values()[kind++ % 10], row, column);
            }
        }
    }

    private void damage(Kind kind, int row, int column) {
        LatticeCoverage.Lot lot = coverage.lot(row, column);
        LatticeCoverage.Lot neighbour = coverage.lot(row, column + 1);
        double size = kind.size(random);
        Set<String> damaged = Set.of(lot.key());
        switch (kind) {
            case SELF_INTERSECTION -> exchange(lot);
            case DUPLICATE -> {
                var twin = new LatticeCoverage.Lot(row, column, lot.ring, "9" + lot.number);
                coverage.lots.add(twin);
                damaged = Set.of(lot.key(), lot.key() + "'");
            }
            case WRONG_AREA -> lot.area *= size;
            case DUPLICATE_NUMBER -> {
                lot.number = "00" + neighbour.number;
                damaged = Set.of(lot.key(), neighbour.key());
            }
            default -> {
                bend(lot, neighbour, size, kind == Kind.SPIKE);
                damaged = kind == Kind.SPIKE ? damaged : Set.of(lot.key(), neighbour.key());
            }
        }
        defects.add(new Defect(kind, damaged, around(row, column)));
    }

    /** Puts a corner into the lower half of the side between a lot and its eastern neighbour, off it by some metres. */
    private static void bend(LatticeCoverage.Lot lot, LatticeCoverage.Lot neighbour, double off, boolean spike) {
        List<double[]> ring = new ArrayList<>(lot.ring);
        int k = 0;
        while (!(neighbour.ring.contains(ring.get(k)) && neighbour.ring.contains(ring.get(k + 1)))) {
            k++;
        }
        double[] a = ring.get(k);
        double[] b = ring.get(k + 1);
        double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
        double[] middle = {mm((a[0] + b[0]) / 2), mm((a[1] + b[1]) / 2)};
        double[] tip = {mm(middle[0] + off * (b[1] - a[1]) / length), mm(middle[1] - off * (b[0] - a[0]) / length)};
        ring.addAll(k + 1, spike ? List.of(middle, tip, middle) : List.of(tip));
        lot.ring = ring;
    }

    /** Exchanges two corners, neighbours if that will do, so that sides cross. */
    private static void exchange(LatticeCoverage.Lot lot) {
        int n = lot.ring.size();
        for (int k = 0; k < 2 * n; k++) {
            List<double[]> ring = new ArrayList<>(lot.ring);
            java.util.Collections.swap(ring, k % n, (k + 1 + k / n) % n);
            if (crossesItself(ring)) {
                lot.ring = ring;
                return;
            }
        }
        throw new IllegalStateException("no two corners to exchange");
    }

    private static boolean crossesItself(List<double[]> ring) {
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (crosses(ring.get(i), ring.get((i + 1) % n), ring.get(j), ring.get((j + 1) % n))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean crosses(double[] a, double[] b, double[] c, double[] d) {
        return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }

    private static double turn(double[] p, double[] q, double[] r) {
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    }

    private static double mm(double metres) {
        return Math.round(metres * 1000) / 1000.0;
    }

    private static Set<String> around(int row, int column) {
        Set<String> keys = new java.util.HashSet<>();
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 2; c <= column + 3; c++) {
                keys.add(r + "-" + c);
                keys.add(r + "-" + c + "'");
            }
        }
        return keys;
    }
}
