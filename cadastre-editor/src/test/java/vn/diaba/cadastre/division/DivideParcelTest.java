package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** Shapes and areas are worked out by hand. */
class DivideParcelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String L = "POLYGON ((0 0, 20 0, 20 10, 10 10, 10 20, 0 20, 0 0))";
    private static final String U = "POLYGON ((0 0, 30 0, 30 20, 20 20, 20 10, 10 10, 10 20, 0 20, 0 0))";
    private static final String TRIANGLE = "POLYGON ((0 0, 20 0, 0 20, 0 0))";

    private static DivideParcel command(Fabric land, Shares shares, CutDirection direction) {
        return new DivideParcel(
                TestFabrics.byNumber(land, "1").id(), shares, direction, LegalShare.PRORATED, DAY, IdBlock.seeded(7));
    }

    private static List<SplitReport.Part> parts(Fabric land, Shares shares, CutDirection direction) throws Exception {
        return command(land, shares, direction).preview(land).parts();
    }

    private static void assertAreas(List<SplitReport.Part> parts, double... areas) {
        assertEquals(areas.length, parts.size());
        for (int i = 0; i < areas.length; i++) {
            assertEquals(areas[i], parts.get(i).area().squareMetres(), 0.002, "part " + (i + 1));
        }
    }

    private static String code(Fabric land, Shares shares, CutDirection direction) {
        return assertThrows(ImpossibleEditException.class, () -> command(land, shares, direction)
                        .plan(land))
                .code();
    }

    @Test
    void equalPartsBeginAtTheSide() throws Exception {
        Fabric land = TestFabrics.fromWkt(SQUARE);
        Fabric cut = land.apply(command(land, new Shares.Equal(2), new CutDirection.AlongSide(1))
                .plan(land));
        assertEquals(
                new WKTReader().read("POLYGON ((0 0, 10 0, 10 5, 0 5, 0 0))").norm(),
                cut.shapeOf(TestFabrics.byNumber(cut, "2").id()).norm());
    }

    @Test
    void aRatioAndAListAreMet() throws Exception {
        Fabric land = TestFabrics.fromWkt(SQUARE);
        assertAreas(parts(land, Shares.parse("2:1:1"), new CutDirection.AcrossSide(2)), 50, 25, 25);
        assertAreas(parts(land, Shares.parse("20; 30,5; rest"), new CutDirection.AlongSide(3)), 20, 30.5, 49.5);
        assertAreas(parts(land, Shares.parse("còn lại; 12.25"), new CutDirection.AlongSide(3)), 87.75, 12.25);
        assertAreas(parts(land, Shares.parse("33,3"), new CutDirection.AlongSide(4)), 33.3, 66.7);
        assertAreas(parts(land, Shares.parse("3"), new CutDirection.AlongSide(4)), 33.333, 33.333, 33.333);
    }

    @Test
    void concaveLandIsCutParallelToASide() throws Exception {
        Fabric land = TestFabrics.fromWkt(L);
        Fabric cut = land.apply(
                command(land, Shares.cutOff(150), new CutDirection.AlongSide(1)).plan(land));
        assertEquals(
                new WKTReader()
                        .read("POLYGON ((0 0, 20 0, 20 7.5, 0 7.5, 0 0))")
                        .norm(),
                cut.shapeOf(TestFabrics.byNumber(cut, "2").id()).norm());
    }

    @Test
    void aPartInSeveralPiecesIsSaidAndWholeWaysAreOffered() throws Exception {
        Fabric land = TestFabrics.fromWkt(U);
        DivideParcel command = command(land, Shares.areas("350; rest"), new CutDirection.AlongSide(1));
        SplitReport report = command.preview(land);
        assertAreas(report.parts(), 350, 75, 75);
        assertEquals(
                List.of(PlannedDivision.Remark.of("part-in-pieces", 2, 2)), report.remarks(), "the two arms' ends");
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 8),
                command.sidesGivingWholeParts(land),
                "parallel to the arms, or 350 counted from their ends");
    }

    @Test
    void aCutAlongASideGoesOnThroughItsCorners() throws Exception {
        Fabric land = TestFabrics.fromWkt(U);
        assertAreas(parts(land, Shares.areas("300; rest"), new CutDirection.AlongSide(1)), 300, 100, 100);
    }

    @Test
    void holesAreNoLand() throws Exception {
        Fabric land = TestFabrics.withHole();
        assertAreas(parts(land, new Shares.Equal(2), new CutDirection.AlongSide(1)), 400, 400);
        assertAreas(parts(land, Shares.cutOff(300), new CutDirection.AtBearing(new Bearing(90))), 300, 500);
    }

    @Test
    void cutsTurnAboutACorner() throws Exception {
        Fabric land = TestFabrics.fromWkt(TRIANGLE);
        Fabric cut = land.apply(command(land, new Shares.Equal(2), new CutDirection.AboutCorner(1))
                .plan(land));
        assertEquals(
                new WKTReader().read("POLYGON ((0 0, 20 0, 10 10, 0 0))").norm(),
                cut.shapeOf(TestFabrics.byNumber(cut, "2").id()).norm());
        assertAreas(parts(land, Shares.ratio("1:2:1"), new CutDirection.AboutCorner(2)), 50, 100, 50);
    }

    @Test
    void aTriangleIsCutParallelToItsBase() throws Exception {
        Fabric land = TestFabrics.fromWkt(TRIANGLE);
        assertAreas(parts(land, Shares.cutOff(150), new CutDirection.AlongSide(1)), 150, 50);
    }

    @Test
    void landOnTheOtherHandOfTheFirstSideStraightOnIsNotOfTheFirstPart() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((10 0, 20 0, 20 -10, 30 -10, 30 10, 10 10, 10 0))");
        SplitReport report = command(land, Shares.cutOff(100), new CutDirection.AboutCorner(1))
                .preview(land);
        assertEquals(
                100,
                report.parts().get(0).area().squareMetres(),
                0.002,
                "the half of the upper 20 m × 10 m, below the diagonal");
        assertEquals(3, report.parts().size(), "the rest lies above the diagonal and below the side straight on");
    }

    @Test
    void aReflexCornerSweepsAllItsLand() throws Exception {
        Fabric land = TestFabrics.fromWkt(L);
        assertAreas(parts(land, new Shares.Equal(3), new CutDirection.AboutCorner(4)), 100, 100, 100);
    }

    @Test
    void partsAreCountedFromTheRightOfTheBearing() throws Exception {
        Fabric land = TestFabrics.fromWkt(SQUARE);
        Fabric cut = land.apply(command(land, Shares.cutOff(30), new CutDirection.AtBearing(new Bearing(90)))
                .plan(land));
        assertEquals(
                new WKTReader().read("POLYGON ((0 0, 10 0, 10 3, 0 3, 0 0))").norm(),
                cut.shapeOf(TestFabrics.byNumber(cut, "2").id()).norm(),
                "who looks east has the south on the right");
    }

    @Test
    void aCutThatNearlyMeetsACornerGoesThroughItAndKeepsTheArea() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 100 0, 100 5.0006, 100 10, 0 10, 0 0))");
        SplitReport report = command(land, new Shares.Equal(2), new CutDirection.AlongSide(1))
                .preview(land);
        assertAreas(report.parts(), 500, 500);
        Fabric cut = land.apply(command(land, new Shares.Equal(2), new CutDirection.AlongSide(1))
                .plan(land));
        assertEquals(6, cut.cornerCount(), "one new corner; the other end is there");
    }

    @Test
    void roundedPartsSumToTheParentAndLegalAreasAreAsChosen() throws Exception {
        Fabric bare = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10.004, 0 10.004, 0 0))");
        Fabric land = bare.apply(
                new EditAttributes(TestFabrics.byNumber(bare, "1").id(), Map.of("legalArea", "98,0"), IdBlock.seeded(5))
                        .plan(bare));
        SplitReport prorated = command(land, new Shares.Equal(3), new CutDirection.AlongSide(1))
                .preview(land);
        assertEquals(
                1000,
                prorated.parts().stream().mapToLong(p -> p.surveyed().tenths()).sum(),
                "100.04 m² is 100.0 on paper");
        assertEquals(
                980,
                prorated.parts().stream().mapToLong(p -> p.legal().tenths()).sum());
        assertEquals(0, prorated.parents().get(0).legalDifferenceTenths());
        DivideParcel surveyed = new DivideParcel(
                TestFabrics.byNumber(land, "1").id(),
                new Shares.Equal(3),
                new CutDirection.AlongSide(1),
                LegalShare.SURVEYED,
                DAY,
                IdBlock.seeded(8));
        assertEquals(20, surveyed.preview(land).parents().get(0).legalDifferenceTenths(), "100.0 − 98.0");
    }

    @Test
    void whatHasNoMeaningIsSaid() throws Exception {
        Fabric land = TestFabrics.fromWkt(SQUARE);
        CutDirection south = new CutDirection.AlongSide(1);
        assertEquals("areas-too-large", code(land, Shares.cutOff(100), south));
        assertEquals("areas-too-large", code(land, Shares.areas("60; 60"), south));
        assertEquals("areas-leave-rest", code(land, Shares.areas("30; 60"), south));
        assertEquals("areas-not-valid", code(land, Shares.areas("30; rest; rest"), south));
        assertEquals("parts-not-valid", code(land, new Shares.Equal(1), south));
        assertEquals("ratio-not-valid", code(land, new Shares.Ratio(List.of(1.0, -1.0)), south));
        assertEquals("side-not-there", code(land, new Shares.Equal(2), new CutDirection.AlongSide(5)));
        assertEquals("corner-not-of-parcel", code(land, new Shares.Equal(2), new CutDirection.AboutCorner(0)));
        assertEquals("part-without-land", code(land, Shares.cutOff(0.005), south), "half a millimetre wide");
        assertThrows(ImpossibleEditException.class, () -> Shares.ratio("2:x"));
        assertThrows(ImpossibleEditException.class, () -> Shares.areas("120; x"));
    }

    @Test
    void theNaturalDirectionIsAcrossTheLongestSide() {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 5 0, 5 20, 0 20, 0 0))");
        assertEquals(new CutDirection.AcrossSide(2), CutDirection.natural(land, TestFabrics.byNumber(land, "1")));
        assertTrue(land.parcelCount() == 1);
    }

    @Test
    void theAreaBehindACutThroughAPlaceIsTold() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Parcel square = TestFabrics.byNumber(land, "1");
        EastNorth at = new EastNorth(7, 3);
        assertEquals(30, new CutDirection.AlongSide(1).squareMetresBehind(land, square, at), 1e-9);
        assertEquals(70, new CutDirection.AtBearing(new Bearing(180)).squareMetresBehind(land, square, at), 1e-9);
        // From the south-west the triangle below the diagonal through (10, 5) is 25 m².
        assertEquals(25, new CutDirection.AboutCorner(1).squareMetresBehind(land, square, new EastNorth(4, 2)), 1e-9);
        assertEquals(0, new CutDirection.AlongSide(1).squareMetresBehind(land, square, new EastNorth(5, -9)), 1e-9);
    }
}
