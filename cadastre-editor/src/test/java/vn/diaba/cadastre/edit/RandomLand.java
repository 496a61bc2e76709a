package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;

/** Small land by seed: clean, or with every fault that files bring. */
final class RandomLand {
    private static final double CELL = 10;

    /** A parcel with a hole that nobody has and a gap beside it, neither side of which was ever matched, and one of two faces. */
    private static final String[] OPEN_HOLES = {
        "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (8 10, 8 20, 20 24, 20 10, 8 10))",
        "POLYGON ((30 0, 50 0, 50 30, 30 30, 30 20, 40 20, 40 10, 30 10, 30 0))",
        "MULTIPOLYGON (((0 30, 20 30, 20 40, 0 40, 0 30)), ((50 0, 60 0, 60 30, 50 30, 50 0)))"
    };

    private RandomLand() {}

    static Fabric clean(Random random) {
        switch (random.nextInt(5)) {
            case 0:
                return described(TestFabrics.withHole(), random);
            case 2:
                return described(TestFabrics.fromWkt(OPEN_HOLES), random);
            case 1:
                return described(TestFabrics.withTJunction(), random);
            default:
                return described(TestFabrics.grid(2 + random.nextInt(3), 2 + random.nextInt(2)), random);
        }
    }

    /**
     * Rings through points of a lattice, in both sets: they share corners and sides, overlap, cross and touch themselves,
     * run there and back, come twice, in several pieces and with holes that are none.
     */
    static Fabric dirty(Random random) {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(17), 0);
        int parcels = 4 + random.nextInt(8);
        for (int n = 1; n <= parcels; n++) {
            List<Draft.DraftRing> rings = new ArrayList<>();
            for (int r = random.nextInt(4) == 0 ? 2 : 1; r > 0; r--) {
                double[] ring = ring(random);
                rings.add(new Draft.DraftRing(ring, rings.isEmpty() || random.nextBoolean()));
            }
            ParcelSet set = random.nextInt(4) == 0 ? ParcelSet.LEGAL : ParcelSet.SURVEYED;
            Draft draft = new Draft(n, set, number(random, n), facts(random, n), rings, holder(random));
            builder.add(draft);
            if (random.nextInt(8) == 0) {
                builder.add(draft);
            }
        }
        return described(
                Fabric.empty()
                        .apply(ChangeSet.planned(
                                new UUID(1, 1), "add-parcels", builder.build().changes())),
                random);
    }

    private static double[] ring(Random random) {
        int n = 3 + random.nextInt(6);
        double east = random.nextInt(4);
        double north = random.nextInt(4);
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double jitter = random.nextInt(6) == 0 ? 1e-4 * random.nextInt(9) : 0;
            xy[2 * i] = CELL * (east + random.nextInt(3)) + jitter;
            xy[2 * i + 1] = CELL * (north + random.nextInt(3));
        }
        return xy;
    }

    private static ParcelNumber number(Random random, int n) {
        String number = random.nextInt(5) == 0 ? "" : random.nextInt(6) == 0 ? "1" : "" + n;
        return new ParcelNumber("", "" + (1 + random.nextInt(2)), number);
    }

    private static ParcelFacts facts(Random random, int n) {
        LegalArea legal = random.nextBoolean() ? new LegalArea(500 + random.nextInt(3000)) : null;
        ParcelState state = random.nextInt(12) == 0 ? ParcelState.FROZEN : ParcelState.NORMAL;
        return new ParcelFacts(
                "", "" + n, LandUse.parse("ODT"), List.of(), legal, state, "", "", "", Map.of("ghi_chu", "thửa " + n));
    }

    private static Draft.Holder holder(Random random) {
        String name = "người " + random.nextInt(2);
        return new Draft.Holder(name, "", "GDC");
    }

    /** The land with something known of some corners and sides. */
    private static Fabric described(Fabric land, Random random) {
        Map<Object, Change> changes = new java.util.LinkedHashMap<>();
        for (Parcel parcel : TestFabrics.live(land)) {
            for (Ring ring : parcel.rings().toList()) {
                int i = random.nextInt(ring.size());
                SideKey side = new SideKey(ring.at(i), ring.at(i + 1));
                SideFacts facts = new SideFacts(
                        random.nextBoolean() ? 23 : 10, "tường", "" + random.nextInt(3), SideFacts.Agreement.AGREED);
                changes.put(side, new Change.SideChange(side, null, facts));
                Corner before = land.corner(ring.at(i));
                double sigma = random.nextBoolean() ? 0.01 * (1 + random.nextInt(3)) : Double.NaN;
                Observation seen = new Observation("RTK", sigma, null, "Lan", "");
                changes.put(
                        before.id(),
                        new Change.CornerChange(
                                before.id(), before, new Corner(before.id(), before.position(), "mốc", seen)));
            }
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            EastNorth place = new EastNorth(CELL * random.nextInt(4), 30 * random.nextDouble());
            MapObject tree = MapObject.of(new UUID(6, n), 27, ObjectShape.point(place), "cây " + n);
            changes.put(tree.id(), new Change.RecordChange(tree.id(), null, tree));
        }
        return land.apply(ChangeSet.planned(new UUID(1, 2), "describe", List.copyOf(changes.values())));
    }
}
