package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

class SplitPropertyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static double total(Fabric land) {
        double sum = 0;
        for (Parcel parcel : TestFabrics.live(land)) {
            sum += land.areaOf(parcel.id()).squareMetres();
        }
        return sum;
    }

    /** Sides on the outline of the whole, which nobody lies across: their length never changes by cutting inside. */
    private static double openLength(Fabric land) {
        double sum = 0;
        var cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        if (cursor.across(r, i) < 0) {
                            sum += cursor.position(r, i).distanceTo(cursor.position(r, (i + 1) % cursor.size(r)));
                        }
                    }
                }
            }
        }
        return sum;
    }

    @Test
    void randomSplitsKeepTheTotalAreaAndLeaveNoSideWithoutPartner() {
        int cuts = 0;
        for (int seed = 0; cuts < 2000; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(4, 4);
            for (int n = 0; n < 40; n++) {
                List<Parcel> parcels = TestFabrics.live(land);
                Parcel parcel = parcels.get(random.nextInt(parcels.size()));
                EastNorth inside = TestPlaces.inside(land, parcel, random);
                double angle = random.nextDouble() * Math.PI;
                EastNorth from =
                        new EastNorth(inside.east() - 60 * Math.sin(angle), inside.north() - 60 * Math.cos(angle));
                EastNorth to =
                        new EastNorth(inside.east() + 60 * Math.sin(angle), inside.north() + 60 * Math.cos(angle));
                List<EastNorth> line = random.nextBoolean() ? List.of(from, to) : List.of(from, inside, to);
                double before = land.areaOf(parcel.id()).squareMetres();
                try {
                    ChangeSet act = new SplitParcel(parcel.id(), line, DAY, IdBlock.seeded(1_000_000 + seed * 100L + n))
                            .plan(land);
                    Fabric next = land.apply(act);
                    double after = 0;
                    for (Parcel piece : TestFabrics.live(next)) {
                        if (piece.parents().contains(parcel.id())) {
                            after += next.areaOf(piece.id()).squareMetres();
                        }
                    }
                    assertEquals(before, after, 0.001 + 1e-4 * 200, "seed " + seed + " cut " + n);
                    assertEquals(land, next.apply(act.inverse(new UUID(1, n))));
                    land = next;
                    cuts++;
                } catch (ImpossibleEditException e) {
                    assertEquals("line-does-not-cut", e.code());
                    assertTrue(
                            before < 0.5,
                            "only a sliver may refuse a line through its inside: seed " + seed + " "
                                    + land.shapeOf(parcel.id()) + line + e.arguments());
                }
            }
            assertEquals(1600, total(land), 0.05, "seed " + seed);
            assertEquals(160, openLength(land), 1e-3, "seed " + seed);
        }
    }
}
