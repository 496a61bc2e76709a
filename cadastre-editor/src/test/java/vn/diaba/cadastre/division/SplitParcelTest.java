package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

class SplitParcelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static List<EastNorth> line(double... eastNorth) {
        List<EastNorth> line = new ArrayList<>();
        for (int i = 0; i < eastNorth.length; i += 2) {
            line.add(new EastNorth(eastNorth[i], eastNorth[i + 1]));
        }
        return line;
    }

    private static Fabric split(Fabric land, String number, double... eastNorth) throws ImpossibleEditException {
        Parcel parcel = TestFabrics.byNumber(land, number);
        return land.apply(new SplitParcel(parcel.id(), line(eastNorth), DAY, IdBlock.seeded(77)).plan(land));
    }

    private static void assertShape(String wkt, Fabric land, String number) throws ParseException {
        Geometry actual = land.shapeOf(TestFabrics.byNumber(land, number).id()).norm();
        assertEquals(new WKTReader().read(wkt).norm().toText(), actual.toText());
    }

    @Test
    void aLineAcrossGivesTwoPiecesAndTheNeighbourTheNewCorner() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", -5, 4, 15, 4);
        assertEquals(3, land.parcelCount());
        assertShape("POLYGON ((0 4, 10 4, 10 10, 0 10, 0 4))", land, "3");
        assertShape("POLYGON ((0 0, 10 0, 10 4, 0 4, 0 0))", land, "4");
        assertEquals(5, TestFabrics.byNumber(land, "2").faces().get(0).shell().size());
        assertEquals(3, land.sharedSideCount());
    }

    @Test
    void theParentIsRetiredWithItsOutlineAndThePiecesNameIt() throws Exception {
        Fabric before = TestFabrics.twoNeighbours();
        Parcel parent = TestFabrics.byNumber(before, "1");
        Fabric land = split(before, "1", -5, 4, 15, 4);
        Parcel retired = land.parcel(parent.id());
        assertFalse(retired.isLive());
        assertEquals(DAY, retired.lifespan().to());
        assertEquals(100, land.shapeOf(parent.id()).getArea(), 1e-9);
        assertEquals(List.of(parent.id()), TestFabrics.byNumber(land, "3").parents());
    }

    @Test
    void aLineFromCornerToCornerAddsNoCorner() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", 0, 0, 10, 10);
        assertEquals(6, land.cornerCount());
        assertEquals(50, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
    }

    @Test
    void aLineThatPassesAMillimetreFromACornerMeetsIt() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", 0, 0.0007, 10, 9.9995);
        assertEquals(6, land.cornerCount());
    }

    @Test
    void aLineSnappedOntoASideCutsThere() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", 0, 3, 10, 7);
        assertEquals(8, land.cornerCount());
        assertEquals(50, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
    }

    @Test
    void aBentLineKeepsItsBend() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", 5, -1, 5, 5, 11, 5);
        assertShape("POLYGON ((5 0, 10 0, 10 5, 5 5, 5 0))", land, "4");
        assertEquals(75, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
    }

    @Test
    void aLineThroughAHoleCutsTheFrameInTwo() throws Exception {
        Fabric land = split(TestFabrics.withHole(), "1", -1, 15, 31, 15);
        assertEquals(3, land.parcelCount());
        assertEquals(400, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
        assertEquals(400, land.areaOf(TestFabrics.byNumber(land, "4").id()).squareMetres(), 1e-9);
        assertEquals(
                6, TestFabrics.byNumber(land, "2").faces().get(0).shell().size(), "the island has both new corners");
    }

    @Test
    void aLineAcrossAConcaveParcelGivesAllItsPieces() throws Exception {
        Fabric comb = TestFabrics.fromWkt(
                "POLYGON ((0 0, 50 0, 50 20, 40 20, 40 5, 30 5, 30 20, 20 20, 20 5, 10 5, " + "10 20, 0 20, 0 0))");
        Fabric land = split(comb, "1", -1, 10, 51, 10);
        assertEquals(4, land.parcelCount());
    }

    @Test
    void aClosedLineInsideCutsOutAnIsland() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", 2, 2, 8, 2, 8, 8, 2, 8, 2, 2);
        assertEquals(36, land.areaOf(TestFabrics.byNumber(land, "4").id()).squareMetres(), 1e-9);
        assertEquals(64, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
    }

    @Test
    void aLineThatCrossesItselfStillCuts() throws Exception {
        Fabric land = split(TestFabrics.twoNeighbours(), "1", -1, 5, 8, 5, 8, 8, 5, 8, 5, -1);
        double total = 0;
        for (Parcel parcel : TestFabrics.live(land)) {
            total += land.areaOf(parcel.id()).squareMetres();
        }
        assertEquals(200, total, 1e-9);
        assertEquals(4, land.parcelCount(), "the loop, the corner cut off, the rest, the neighbour");
    }

    @Test
    void theLegalAreaIsSharedToTheTenth() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel parent = TestFabrics.byNumber(land, "1");
        Fabric known = land.apply(
                new EditAttributes(parent.id(), java.util.Map.of("legalArea", "99,9"), IdBlock.seeded(5)).plan(land));
        Fabric cut = split(known, "1", -1, 3, 11, 3);
        assertEquals("69.9", "" + TestFabrics.byNumber(cut, "3").facts().legalArea());
        assertEquals("30.0", "" + TestFabrics.byNumber(cut, "4").facts().legalArea());
    }

    @Test
    void aLineThatEndsInsideSaysWhere() {
        Fabric land = TestFabrics.twoNeighbours();
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> split(land, "1", -1, 5, 6, 5));
        assertEquals("line-does-not-cut", e.code());
        assertEquals(List.of("1/1", new EastNorth(6, 5)), e.arguments());
    }

    @Test
    void aLineOutsideDoesNotCut() {
        Fabric land = TestFabrics.twoNeighbours();
        assertThrows(ImpossibleEditException.class, () -> split(land, "1", -5, 50, 5, 60));
        assertThrows(ImpossibleEditException.class, () -> split(land, "1", -5, 0, 15, 0), "along a side");
    }

    @Test
    void aFrozenParcelIsNotSplit() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel parcel = TestFabrics.byNumber(land, "1");
        Fabric frozen = land.apply(
                new EditAttributes(parcel.id(), java.util.Map.of("state", "frozen"), IdBlock.seeded(5)).plan(land));
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> split(frozen, "1", -5, 4, 15, 4));
        assertEquals("parcel-frozen", e.code());
    }

    @Test
    void planningIsPure() throws Exception {
        Fabric land = TestFabrics.withHole();
        SplitParcel command =
                new SplitParcel(TestFabrics.byNumber(land, "1").id(), line(-1, 15, 31, 15), DAY, IdBlock.seeded(3));
        assertEquals(command.plan(land), command.plan(land));
        assertEquals(TestFabrics.withHole(), land);
        assertTrue(land.parcelCount() == 2);
    }
}
