package vn.diaba.store.remote;

import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.store.workspace.Workspaces;

/**
 * A commune without straight lines: about 18 m by 22 m a parcel, corners scattered by metres on the 1 mm grid, a bend in every
 * side, eight corners a ring, holders with addresses. By a seed. Stateless.
 */
public final class SampleCommune {
    /** Parcels of a usual commune. */
    public static final int PARCELS = 15_000;

    private static final int COLUMNS = 150;
    private static final List<String> USES = List.of("ODT 60.5+CLN", "LUC", "ONT", "CLN", "NTS", "ODT");
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ");

    private SampleCommune() {}

    /** Land of so many parcels, a multiple of 150. */
    public static Fabric of(int parcels) {
        Random random = new Random(parcels);
        int rows = parcels / COLUMNS;
        // Every second point of a lattice is a corner of four parcels, the others bends of two.
        double[][] east = new double[2 * rows + 1][2 * COLUMNS + 1];
        double[][] north = new double[2 * rows + 1][2 * COLUMNS + 1];
        for (int r = 0; r <= 2 * rows; r++) {
            for (int c = 0; c <= 2 * COLUMNS; c++) {
                east[r][c] = millimetres(598_000 + 9 * c + 2 * random.nextDouble());
                north[r][c] = millimetres(1_214_000 + 11 * r + 2 * random.nextDouble());
            }
        }
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(parcels), 0);
        int[][] around = {{0, 0}, {0, 1}, {0, 2}, {1, 2}, {2, 2}, {2, 1}, {2, 0}, {1, 0}};
        for (int n = 0; n < parcels; n++) {
            double[] xy = new double[2 * around.length];
            for (int i = 0; i < around.length; i++) {
                int r = 2 * (n / COLUMNS) + around[i][0];
                int c = 2 * (n % COLUMNS) + around[i][1];
                xy[2 * i] = east[r][c];
                xy[2 * i + 1] = north[r][c];
            }
            builder.add(draft(n, xy, random));
        }
        ChangeSet made = Workspaces.imported(builder.build().changes(), parcels);
        return Fabric.empty().apply(made);
    }

    private static double millimetres(double metres) {
        return Math.round(metres * 1000) / 1000.0;
    }

    private static Draft draft(int n, double[] xy, Random random) {
        String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
        ParcelFacts facts = new ParcelFacts(
                "",
                "s" + n,
                LandUse.parse(USES.get(random.nextInt(USES.size()))),
                List.of(),
                new LegalArea(3_000 + random.nextInt(2_000)),
                ParcelState.NORMAL,
                "",
                "",
                random.nextInt(300) + " Trần Hưng Đạo",
                Map.of("ghi_chu", "số cũ " + random.nextInt(900)));
        return new Draft(
                n + 1,
                ParcelSet.SURVEYED,
                new ParcelNumber("26734", "" + (1 + n / 300), "" + (1 + n % 300)),
                facts,
                List.of(new Draft.DraftRing(xy, true)),
                new Draft.Holder(
                        family + " Văn Thử " + n, "0" + (10_000_000_000L + random.nextInt(1_000_000_000)), "GDC"));
    }
}
