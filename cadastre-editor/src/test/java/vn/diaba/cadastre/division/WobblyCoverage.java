package vn.diaba.cadastre.division;

import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/** A faultless coverage of parcels about 20 m wide with eight corners each, in rows of a map sheet; for benches. */
final class WobblyCoverage {
    private static final double PITCH = 20;

    private WobblyCoverage() {}

    static Fabric of(int columns, int rows) {
        double[][][] at = new double[2 * rows + 1][2 * columns + 1][];
        Random random = new Random(1);
        for (int row = 0; row < at.length; row++) {
            for (int column = 0; column < at[row].length; column++) {
                at[row][column] = new double[] {
                    590_000 + PITCH / 2 * column + 3 * random.nextDouble(),
                    1_210_000 + PITCH / 2 * row + 3 * random.nextDouble()
                };
            }
        }
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        int[][] round = {{0, 0}, {0, 1}, {0, 2}, {1, 2}, {2, 2}, {2, 1}, {2, 0}, {1, 0}};
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double[] xy = new double[16];
                for (int i = 0; i < 8; i++) {
                    double[] p = at[2 * row + round[i][0]][2 * column + round[i][1]];
                    xy[2 * i] = p[0];
                    xy[2 * i + 1] = p[1];
                }
                builder.add(draft(row, column, row * columns + column + 1, xy));
            }
        }
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }

    private static Draft draft(int row, int column, int record, double[] xy) {
        ParcelFacts facts = new ParcelFacts(
                "",
                "" + record,
                LandUse.parse("ODT"),
                LandUse.parse("ODT"),
                null,
                ParcelState.NORMAL,
                "",
                "",
                "",
                java.util.Map.of());
        return new Draft(
                record,
                ParcelSet.SURVEYED,
                new ParcelNumber("26734", "" + (row / 20 + 1), "" + (row % 20 * 1000 + column)),
                facts,
                java.util.List.of(new Draft.DraftRing(xy, true)),
                null);
    }
}
