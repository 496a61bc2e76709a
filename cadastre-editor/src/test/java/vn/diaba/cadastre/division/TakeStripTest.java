package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

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
    void theAreaOfTheRoadsOnlyUseGrowsWithIt() throws Exception {
        Fabric bare = street();
        Parcel road = TestFabrics.byNumber(bare, "4");
        ParcelFacts f = road.facts();
        ParcelFacts known = new ParcelFacts(
                f.code(),
                f.sourceId(),
                List.of(new LandUse("DGT", new LegalArea(1500))),
                List.of(new LandUse("DGT", new LegalArea(700)), new LandUse("ODT", new LegalArea(800))),
                f.legalArea(),
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                f.extras());
        Fabric land = bare.apply(ChangeSet.planned(
                new UUID(5, 5), "uses", List.of(new Change.ParcelChange(road.id(), road, road.withFacts(known)))));
        Fabric after = land.apply(strip(land, 2.5, "4", "1", "2", "3").plan(land));
        ParcelFacts facts = after.parcel(road.id()).facts();
        assertEquals(List.of(new LandUse("DGT", new LegalArea(2250))), facts.landUses());
        assertEquals(List.of(new LandUse("DGT", null), new LandUse("ODT", null)), facts.legalLandUses());
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
    void aParcelBesideTheEndOfTheStripKeepsItsLand() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 14 10, 4 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 14 10, 10 0))",
                "POLYGON ((-10 0, 0 0, 4 10, -10 10, -10 0))");
        TakeStrip strip = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1)), 5, null, 0, LegalShare.PRORATED, DAY, IdBlock.seeded(9));
        SplitReport report = strip.preview(land);
        assertEquals(1, report.losses().size(), "square ends of the strip would reach into 2 or 3");
        assertEquals(50, report.losses().get(0).lost().squareMetres(), 1e-9);
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

    /** A front of 20 m; 1 is a triangle behind which 3 lies, 2 a square; 12 m² of 1 are left behind a strip of 7 m. */
    private static Fabric wedges() {
        return TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 0 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 0 10, 10 0))",
                "POLYGON ((0 -5, 20 -5, 20 0, 10 0, 0 0, 0 -5))");
    }

    private static TakeStrip wedgeStrip(Fabric land, @Nullable String road, boolean toNeighbour) {
        List<FrontSide> sides = FrontSide.facing(land, List.of(id(land, "1"), id(land, "2")), id(land, "3"));
        return new TakeStrip(
                sides,
                7,
                road == null ? null : id(land, road),
                new TakeStrip.Orphans(10, toNeighbour),
                LegalShare.SURVEYED,
                DAY,
                IdBlock.seeded(9));
    }

    @Test
    void aPieceTooSmallGoesToTheParcelBesideIt() throws Exception {
        Fabric land = wedges();
        SplitReport kept = wedgeStrip(land, null, false).preview(land);
        assertEquals(4, kept.parts().size());
        assertEquals(1, kept.losses().get(0).orphans(), "a triangle of 3 m, 4.5 m²");
        TakeStrip strip = wedgeStrip(land, null, true);
        SplitReport report = strip.preview(land);
        assertEquals(3, report.parts().size());
        assertEquals(1, report.gifts().size());
        assertEquals(4.5, report.gifts().get(0).area().squareMetres(), 1e-9);
        assertEquals("orphan-to-neighbour", report.remarks().get(0).code());
        ChangeSet act = strip.plan(land);
        Fabric after = land.apply(act);
        SplitReport.Part larger = report.parts().stream()
                .filter(part -> part.parcel().equals(report.gifts().get(0).to()))
                .findFirst()
                .orElseThrow();
        // 2 is a trapezium of 150 m²; the strip takes (10 + 17) / 2 × 7 = 94.5 m² of it.
        assertEquals(60, larger.area().squareMetres(), 1e-9);
        assertEquals(600, larger.surveyed().tenths());
        assertEquals(600, larger.legal().tenths());
        assertEquals(
                new WKTReader()
                        .read("POLYGON ((0 7, 3 7, 10 7, 20 7, 20 10, 0 10, 0 7))")
                        .norm(),
                after.shapeOf(larger.parcel()).norm());
        assertEquals(
                List.of(id(land, "2"), id(land, "1")),
                after.parcel(larger.parcel()).parents());
        assertEquals(land, after.apply(act.inverse(new UUID(1, 2))));
    }

    @Test
    void aParcelThatIsNotCutCanTakeAPieceTooSmall() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "POLYGON ((0 10, 10 10, 10 30, 0 30, 0 10))",
                "POLYGON ((0 -5, 10 -5, 10 0, 0 0, 0 -5))");
        TakeStrip strip = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1)),
                9.5,
                id(land, "3"),
                new TakeStrip.Orphans(10, true),
                LegalShare.PRORATED,
                DAY,
                IdBlock.seeded(9));
        ChangeSet act = strip.plan(land);
        Fabric after = land.apply(act);
        assertEquals(2, after.parcelCount());
        assertEquals(205, area(after, "2"), 1e-9);
        assertEquals(145, area(after, "3"), 1e-9);
        assertEquals(land, after.apply(act.inverse(new UUID(1, 2))));
    }

    @Test
    void aPieceTooSmallWithoutNeighbourIsKept() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        SplitReport report = new TakeStrip(
                        List.of(new FrontSide(id(land, "1"), 1)),
                        9.5,
                        null,
                        new TakeStrip.Orphans(10, true),
                        LegalShare.PRORATED,
                        DAY,
                        IdBlock.seeded(9))
                .preview(land);
        assertEquals(2, report.parts().size());
        assertEquals("orphan-without-neighbour", report.remarks().get(0).code());
    }

    @Test
    void theNewLineIsARoadLimitWhereNoParcelLay() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))");
        TakeStrip strip = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1)), 3, null, 0, LegalShare.PRORATED, DAY, IdBlock.seeded(9));
        ChangeSet act = strip.plan(land);
        Fabric after = land.apply(act);
        assertEquals(23, lineKind(after, 0, 3, 20, 3));
        assertEquals(10, lineKind(after, 0, 0, 20, 0), "the old front says nothing, as before");
        SplitReport.Part left = strip.preview(land).parts().get(0);
        assertEquals(land, after.apply(act.inverse(new UUID(1, 2))));
        assertEquals(20, Frontage.of(after, left.parcel()).metres(), 1e-9);
    }

    @Test
    void theNewLineIsOfTheKindOfItsSides() throws Exception {
        Fabric bare = TestFabrics.fromWkt("POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))");
        SideFacts bank = new SideFacts(31, "kênh", "", SideFacts.Agreement.AGREED);
        Fabric land = bare.apply(ChangeSet.planned(
                new UUID(5, 5), "side", List.of(new Change.SideChange(side(bare, 0, 0, 20, 0), null, bank))));
        TakeStrip strip = new TakeStrip(
                List.of(new FrontSide(id(land, "1"), 1)), 3, null, 0, LegalShare.PRORATED, DAY, IdBlock.seeded(9));
        Fabric after = land.apply(strip.plan(land));
        assertEquals(31, lineKind(after, 0, 3, 20, 3));
        assertEquals(31, lineKind(after, 0, 0, 20, 0));
    }

    @Test
    void besideOtherLandTheNewLineIsPlain() throws Exception {
        Fabric land = street();
        Fabric after = land.apply(strip(land, 2.5, null, "1").plan(land));
        assertEquals(10, lineKind(after, 0, 2.5, 10, 2.5));
    }

    private static SideKey side(Fabric land, double e1, double n1, double e2, double n2) {
        return new SideKey(
                land.index()
                        .nearestCorner(new EastNorth(e1, n1), 1e-3)
                        .orElseThrow()
                        .id(),
                land.index()
                        .nearestCorner(new EastNorth(e2, n2), 1e-3)
                        .orElseThrow()
                        .id());
    }

    private static int lineKind(Fabric land, double e1, double n1, double e2, double n2) {
        return land.findSide(side(land, e1, n1, e2, n2)).orElse(SideFacts.PLAIN).lineKind();
    }

    @Test
    void aFrontGoesOnFromParcelToParcelBesideTheSameRoad() {
        Fabric land = street();
        List<ParcelId> all = List.of(id(land, "1"), id(land, "2"), id(land, "3"));
        FrontSide middle = new FrontSide(id(land, "2"), 1);
        assertEquals(
                Set.of(new FrontSide(id(land, "1"), 1), middle, new FrontSide(id(land, "3"), 1)),
                Set.copyOf(FrontSide.front(land, all, middle)));
        assertEquals(List.of(middle), FrontSide.front(land, List.of(), middle));
        FrontSide back = new FrontSide(id(land, "1"), 3);
        assertEquals(3, FrontSide.front(land, all, back).size(), "nobody lies behind; it ends at the bends");
    }

    private static String code(Fabric land, TakeStrip strip) {
        return assertThrows(ImpossibleEditException.class, () -> strip.plan(land))
                .code();
    }
}
