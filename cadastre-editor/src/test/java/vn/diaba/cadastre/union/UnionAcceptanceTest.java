package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.rule.SharedData;

/** Edits of this room on real land with all its faults: done and undone, or refused with a code, never a crash. */
@Tag("acceptance")
class UnionAcceptanceTest {
    private static final int ROUNDS = 3000;
    private static final Terms TERMS = Terms.kept("thử", TestLand.DAY);

    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    private void run(Fabric start, int least) {
        Fabric land = start;
        Random random = new Random(7);
        int undone = 0;
        for (int n = 0; n < ROUNDS; n++) {
            EditCommand command = command(land, random, IdBlock.seeded(2_000_000 + n));
            String kind = command.getClass().getSimpleName();
            try {
                ChangeSet act = command.plan(land);
                Fabric next = land.apply(act);
                if (n % 50 == 0) {
                    assertEquals(land, next.apply(act.inverse(new UUID(3, n))), kind);
                    undone++;
                }
                done.merge(kind, 1, Integer::sum);
                land = n % 3 == 0 ? land : next;
            } catch (ImpossibleEditException e) {
                refused.merge(kind + " " + e.code(), 1, Integer::sum);
            }
        }
        for (String kind : List.of("MergeParcels", "AdjustBoundary", "AnnexLand")) {
            assertTrue(done.getOrDefault(kind, 0) >= least, () -> done + " " + refused);
        }
        assertTrue(undone > 0, () -> done + " " + refused);
    }

    private static EditCommand command(Fabric land, Random random, IdBlock ids) {
        ParcelCursor cursor = land.cursor();
        int slot = random.nextInt(land.parcelSlots());
        while (!cursor.at(slot)) {
            slot = random.nextInt(land.parcelSlots());
        }
        int ring = random.nextInt(cursor.rings());
        int side = random.nextInt(cursor.size(ring));
        EastNorth from = cursor.position(ring, side);
        EastNorth to = cursor.position(ring, (side + 1) % cursor.size(ring));
        int across = cursor.across(ring, side);
        ParcelId one = cursor.id();
        ParcelId other = across >= 0 && cursor.at(across) ? cursor.id() : one;
        double e = (from.east() + to.east()) / 2;
        double n = (from.north() + to.north()) / 2;
        double along = from.distanceTo(to) + 1e-9;
        double de = (to.east() - from.east()) / along;
        double dn = (to.north() - from.north()) / along;
        double off = 3 * random.nextGaussian();
        List<EastNorth> shifted = List.of(
                new EastNorth(from.east() - dn * off - 40 * de, from.north() + de * off - 40 * dn),
                new EastNorth(to.east() - dn * off + 40 * de, to.north() + de * off + 40 * dn));
        List<EastNorth> bent = List.of(from, new EastNorth(e - dn * off, n + de * off), to);
        EastNorth inside = new EastNorth(e - dn * off, n + de * off);
        List<ParcelId> both = new ArrayList<>(List.of(one, other));
        switch (random.nextInt(9)) {
            case 0, 1:
                return new MergeParcels(
                        both,
                        new MergeChoice(Map.of(), Map.of(), Terms.Legal.SURVEY, random.nextBoolean()),
                        "thử",
                        TestLand.DAY,
                        ids);
            case 2, 3:
                return new AdjustBoundary(both, random.nextBoolean() ? shifted : bent, TERMS, ids);
            case 4, 5:
                Terms terms = random.nextBoolean() ? TERMS : Terms.renewed("thử", TestLand.DAY);
                @Nullable EastNorth place = random.nextBoolean() ? null : inside;
                return new AnnexLand(one, other, new AnnexLand.Part(shifted, place), terms, ids);
            case 6:
                return new CutHole(
                        one,
                        List.of(
                                inside,
                                new EastNorth(inside.east() + 0.3, inside.north()),
                                new EastNorth(inside.east() + 0.1, inside.north() + 0.4)),
                        random.nextBoolean(),
                        TERMS,
                        ids);
            case 7:
                return random.nextInt(4) > 0
                        ? new AddPart(one, other, inside, TERMS, ids)
                        : new FillHole(inside, random.nextBoolean() ? one : null, ParcelSet.SURVEYED, TERMS, ids);
            default:
                return random.nextInt(3) > 0
                        ? new RemovePart(one, inside, random.nextBoolean(), TERMS, ids)
                        : new RetireParcel(one, "thử", TestLand.DAY, ids);
        }
    }

    @Test
    void waiheke() throws Exception {
        run(SharedData.shapefile("nz-waiheke-primary-parcels/parcels.shp"), 20);
    }

    @Test
    void waihekeWithSeededFaults() throws Exception {
        run(SharedData.geoPackage("nz-waiheke-seeded-errors/west-dirty.gpkg", "parcels", "parcel_id", 1), 20);
    }

    @Test
    void cambridge() throws Exception {
        run(SharedData.geoPackage("cambridge-ma-parcels-2013/parcels-2013-epsg26986.gpkg", "parcels", "fid", 1), 20);
    }

    @Test
    void overlappingAdjustments() throws Exception {
        run(SharedData.geoPackage("nz-waca-adjustments/nz-waca-adjustments.gpkg", "nz_waca_adjustments", "id", 1e5), 0);
    }
}
