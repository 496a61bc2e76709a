package vn.diaba.cadastre.corner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.diaba.cadastre.corner.CornerTests.IDS;
import static vn.diaba.cadastre.corner.CornerTests.after;
import static vn.diaba.cadastre.corner.CornerTests.at;
import static vn.diaba.cadastre.corner.CornerTests.norm;
import static vn.diaba.cadastre.corner.CornerTests.refusal;
import static vn.diaba.cadastre.corner.CornerTests.side;
import static vn.diaba.cadastre.corner.CornerTests.wkt;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

class RingEditTest {
    private static final SideFacts WALL = new SideFacts(10, "wall", "1", SideFacts.Agreement.AGREED);
    private static final SideFacts ROAD = new SideFacts(23, "", "", SideFacts.Agreement.UNKNOWN);

    private static InsertCorner insert(SideKey side, double east, double north) {
        return new InsertCorner(side, new EastNorth(east, north), Resurvey.NOTHING, IDS);
    }

    @Test
    void bothNeighboursGetAnInsertedCorner() {
        Fabric land = TestFabrics.twoNeighbours();
        Fabric next = after(land, insert(side(land, 10, 0, 10, 10), 10.5, 4));
        assertEquals(norm("POLYGON ((0 0, 10 0, 10.5 4, 10 10, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(norm("POLYGON ((10 0, 20 0, 20 10, 10 10, 10.5 4, 10 0))"), wkt(next, "2"));
        assertEquals(2, next.sharedSideCount());
    }

    @Test
    void bothPartsKeepWhatIsKnownOfTheSide() {
        Fabric bare = TestFabrics.twoNeighbours();
        SideKey whole = side(bare, 10, 0, 10, 10);
        Fabric next = after(CornerTests.withFacts(bare, whole, WALL), insert(whole, 10, 4));
        assertEquals(WALL, next.findSide(side(next, 10, 0, 10, 4)).orElseThrow());
        assertEquals(WALL, next.findSide(side(next, 10, 4, 10, 10)).orElseThrow());
        assertTrue(next.findSide(whole).isEmpty());
    }

    @Test
    void aNeighboursCornerOnTheSideBecomesShared() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0))", "POLYGON ((5 10, 15 10, 15 20, 5 20, 5 10))");
        CornerId there = at(land, 5, 10);
        Fabric next = after(land, insert(side(land, 0, 10, 20, 10), 5, 10));
        assertEquals(2, next.parcelsAt(there).size());
        assertEquals(land.cornerCount(), next.cornerCount());
    }

    @Test
    void anInsertedCornerNeedsASideAndAFreePlace() {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals("side-unknown", refusal(land, insert(side(land, 0, 0, 10, 10), 5, 5)));
        assertEquals("corner-lies-there", refusal(land, insert(side(land, 10, 0, 10, 10), 10, 0)));
        assertEquals("corners-of-one-ring", refusal(land, insert(side(land, 10, 0, 10, 10), 0, 0)));
    }

    @Test
    void removingTakesTheCornerFromAllNeighbours() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 12 5, 10 10, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 12 5, 10 0))");
        Fabric next = after(land, new RemoveCorner(at(land, 12, 5), IDS));
        assertEquals(norm("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(1, next.sharedSideCount());
        assertEquals(6, next.cornerCount());
    }

    @Test
    void theOneSideKeepsWhatIsKnownOfTheLonger() {
        Fabric bare = TestFabrics.fromWkt("POLYGON ((0 0, 4 0, 10 0, 10 10, 0 10, 0 0))");
        Fabric one = CornerTests.withFacts(bare, side(bare, 0, 0, 4, 0), WALL);
        Fabric two = CornerTests.withFacts(one, side(bare, 4, 0, 10, 0), ROAD);
        CornerId gone = at(bare, 4, 0);
        SideKey joined = side(bare, 0, 0, 10, 0);
        assertEquals(
                WALL, after(one, new RemoveCorner(gone, IDS)).findSide(joined).orElseThrow());
        assertEquals(
                ROAD, after(two, new RemoveCorner(gone, IDS)).findSide(joined).orElseThrow());
    }

    @Test
    void aCornerWhereAnotherSideEndsIsNotRemoved() {
        Fabric land = TestFabrics.withTJunction();
        assertEquals("side-ends-there", refusal(land, new RemoveCorner(at(land, 10, 10), IDS)));
    }

    @Test
    void aTriangleKeepsItsCorners() {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 5 8, 0 0))");
        assertEquals("ring-too-small", refusal(land, new RemoveCorner(at(land, 5, 8), IDS)));
    }

    @Test
    void theBetterSurveyedCornerStaysThenTheOlder() throws Exception {
        Fabric bare = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10.1 0, 20 0, 20 10, 10.1 10, 10.1 0))");
        CornerId west = at(bare, 10, 0);
        CornerId east = at(bare, 10.1, 0);
        Observation rough = new Observation("bản đồ", 0.2, LocalDate.of(1998, 1, 1), "", "");
        Observation fine = new Observation("RTK", 0.02, LocalDate.of(2026, 1, 1), "", "");
        Observation fineOld = new Observation("RTK", 0.02, LocalDate.of(2020, 1, 1), "", "");
        WeldCorners weld = new WeldCorners(List.of(west, east), IDS);
        Fabric one = CornerTests.surveyed(CornerTests.surveyed(bare, west, rough), east, fine);
        assertEquals(List.of(west), weld.shifts(one).stream().map(Shift::corner).toList());
        assertEquals(0.1, weld.shifts(one).get(0).metres(), 1e-9);
        assertEquals(2, after(one, weld).parcelsAt(east).size());
        Fabric two = CornerTests.surveyed(one, west, fineOld);
        assertEquals(2, after(two, weld).parcelsAt(west).size());
        Fabric three = CornerTests.surveyed(bare, east, rough);
        assertEquals(2, after(three, weld).parcelsAt(east).size(), "known before unknown");
    }

    @Test
    void cornersOfOneRingAreNotWelded() {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals(
                "corners-of-one-ring", refusal(land, new WeldCorners(List.of(at(land, 0, 0), at(land, 10, 0)), IDS)));
        assertEquals("nothing-to-do", refusal(land, new WeldCorners(List.of(at(land, 0, 0)), IDS)));
    }

    @Test
    void aDetachedCornerIsTheParcelsOwnAndTheReasonStays() throws Exception {
        Fabric bare = TestFabrics.twoNeighbours();
        SideKey common = side(bare, 10, 0, 10, 10);
        Fabric land = CornerTests.withFacts(bare, common, WALL);
        var two = TestFabrics.byNumber(land, "2").id();
        CornerId shared = at(land, 10, 10);
        DetachCorner detach = new DetachCorner(shared, two, new EastNorth(10.5, 10), "theo bản án", IDS);
        var act = detach.plan(land);
        assertTrue(act.waivers().stream().allMatch(waiver -> waiver.reason().equals("theo bản án")));
        Fabric next = after(land, detach);
        assertEquals(norm("POLYGON ((10 0, 20 0, 20 10, 10.5 10, 10 0))"), wkt(next, "2"));
        assertEquals(wkt(land, "1"), wkt(next, "1"));
        assertEquals(WALL, next.findSide(common).orElseThrow(), "the neighbour's side");
        assertEquals(WALL, next.findSide(side(next, 10, 0, 10.5, 10)).orElseThrow(), "the parcel's own");
        assertEquals("reason-missing", refusal(land, new DetachCorner(shared, two, null, " ", IDS)));
        assertEquals("corner-not-shared", refusal(land, new DetachCorner(at(land, 20, 0), two, null, "x", IDS)));
        assertEquals("corner-lies-there", refusal(land, new DetachCorner(shared, two, new EastNorth(0, 0), "x", IDS)));
    }

    @Test
    void detachedOnTheSpotTwoCornersLieOnOnePlace() {
        Fabric land = TestFabrics.twoNeighbours();
        var two = TestFabrics.byNumber(land, "2").id();
        Fabric next = after(land, new DetachCorner(at(land, 10, 10), two, null, "tranh chấp", IDS));
        assertEquals(land.cornerCount() + 1, next.cornerCount());
        assertEquals(0, next.sharedSideCount());
        Fabric back = after(next, new WeldCorners(List.of(at(land, 10, 10), IDS.corner(1)), IDS));
        assertEquals(1, back.sharedSideCount());
    }
}
