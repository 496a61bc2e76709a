package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

/** Three 10 m squares in a row north of a road of 5 m; shapes and areas are worked out by hand. */
class TakeStripTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Fabric street() {
        return TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))",
                "POLYGON ((20 0, 30 0, 30 10, 20 10, 20 0))",
                "POLYGON ((0 -5, 30 -5, 30 0, 20 0, 10 0, 0 0, 0 -5))");
    }

    private static ParcelId id(Fabric land, String number) {
        return TestFabrics.byNumber(land, number).id();
    }

    private static TakeStrip strip(Fabric land, double width, @Nullable String road, String... numbers) {
        List<ParcelId> ids = new ArrayList<>();
        for (String number : numbers) {
            ids.add(id(land, number));
        }
        return new TakeStrip(
                FrontSide.facing(land, ids, id(land, "4")),
                width,
                road == null ? null : id(land, road),
                20,
                LegalShare.PRORATED,
                DAY,
                IdBlock.seeded(9));
    }

    private static double area(Fabric land, String number) {
        return land.areaOf(id(land, number)).squareMetres();
    }

    @Test
    void aStripIsTakenFromAllParcelsInOneAct() throws Exception {
        Fabric land = street();
        ChangeSet act = strip(land, 2.5, null, "1", "2", "3").plan(land);
        Fabric after = land.apply(act);
        assertEquals(7, after.parcelCount(), "three left, three strips, the road");
        for (int i = 0; i < 3; i++) {
            assertEquals(75, area(after, "" + (5 + 2 * i)), 1e-9);
            assertEquals(25, area(after, "" + (6 + 2 * i)), 1e-9);
        }
        assertEquals(12, after.cornerCount() - 2, "ten corners before, four new");
        assertEquals(land, after.apply(act.inverse(new UUID(1, 2))));
    }

    @Test
    void theRoadCanTakeIt() throws Exception {
        Fabric land = street();
        Fabric after = land.apply(strip(land, 2.5, "4", "1", "2", "3").plan(land));
        assertEquals(4, after.parcelCount());
        assertEquals(
                new WKTReader()
                        .read("POLYGON ((0 -5, 30 -5, 30 0, 30 2.5, 20 2.5, 10 2.5, 0 2.5, 0 0, 0 -5))")
                        .norm(),
                after.shapeOf(id(after, "4")).norm());
        assertEquals(12, after.cornerCount(), "the two between the old fronts are gone");
    }

    @Test
    void lossesAreListed() throws Exception {
        Fabric land = street();
        List<StripLoss> losses =
                strip(land, 9, null, "1", "2", "3").preview(land).losses();
        assertEquals(3, losses.size());
        assertEquals(90, losses.get(0).lost().squareMetres(), 1e-9);
        assertEquals(10, losses.get(0).left().squareMetres(), 1e-9);
        assertEquals(1, losses.get(0).orphans(), "10 m² is under 20 m²");
    }

    @Test
    void aStripEndsSquareWhereTheFrontGoesStraightOn() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 20 0, 20 10, 0 10, 0 0))", "POLYGON ((0 -5, 20 -5, 20 0, 10 0, 0 0, 0 -5))");
        TakeStrip west = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1)), 2, null, 0, LegalShare.PRORATED, DAY, IdBlock.seeded(9));
        Fabric after = land.apply(west.plan(land));
        assertEquals(20, area(after, "4"), 1e-9);
        assertEquals(180, area(after, "3"), 1e-9);
    }

    @Test
    void aParcelBehindThatTheStripReachesIsCutToo() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 2, 0 2, 0 0))",
                "POLYGON ((0 2, 10 2, 10 10, 0 10, 0 2))",
                "POLYGON ((0 -5, 10 -5, 10 0, 0 0, 0 -5))");
        TakeStrip strip = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1)), 3, null, 0, LegalShare.PRORATED, DAY, IdBlock.seeded(9));
        SplitReport report = strip.preview(land);
        assertEquals(2, report.losses().size());
        assertEquals(0, report.losses().get(0).piecesLeft(), "the first goes whole");
        assertEquals(10, report.losses().get(1).lost().squareMetres(), 1e-9);
        assertEquals("strip-takes-all", report.remarks().get(0).code());
    }

    @Test
    void aBendIsMitred() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))");
        TakeStrip strip = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1), new FrontSide(id(land, "1"), 2)),
                3,
                null,
                0,
                LegalShare.PRORATED,
                DAY,
                IdBlock.seeded(9));
        Fabric after = land.apply(strip.plan(land));
        assertEquals(17 * 17, area(after, "2"), 1e-9);
    }

    @Test
    void aRingRoundAllSidesLeavesTheMiddle() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))");
        TakeStrip strip = new TakeStrip(
                FrontSide.open(land, List.of(id(land, "1"))), 3, null, 0, LegalShare.PRORATED, DAY, IdBlock.seeded(9));
        Fabric after = land.apply(strip.plan(land));
        assertEquals(14 * 14, area(after, "2"), 1e-9);
    }

    @Test
    void whatHasNoMeaningIsSaid() {
        Fabric land = street();
        assertEquals("strip-without-sides", code(land, strip(land, 2, null)));
        assertEquals("strip-width-not-valid", code(land, strip(land, -2, null, "1")));
        assertEquals("strip-meets-nothing", code(land, strip(land, 20, null, "1")));
        assertTrue(land.parcelCount() == 4);
    }

    private static String code(Fabric land, TakeStrip strip) {
        return assertThrows(ImpossibleEditException.class, () -> strip.plan(land))
                .code();
    }
}
