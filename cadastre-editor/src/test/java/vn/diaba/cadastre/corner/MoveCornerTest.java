package vn.diaba.cadastre.corner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.diaba.cadastre.corner.CornerTests.IDS;
import static vn.diaba.cadastre.corner.CornerTests.after;
import static vn.diaba.cadastre.corner.CornerTests.at;
import static vn.diaba.cadastre.corner.CornerTests.norm;
import static vn.diaba.cadastre.corner.CornerTests.refusal;
import static vn.diaba.cadastre.corner.CornerTests.wkt;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.SideFacts;

class MoveCornerTest {
    private static final Observation RTK = new Observation("RTK", 0.02, LocalDate.of(2026, 5, 11), "Lan", "S900");

    /** Two parcels whose common side was drawn twice, 0.1 m apart. */
    private static Fabric gap() {
        return TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10.1 0, 20 0, 20 10, 10.1 10, 10.1 0))");
    }

    @Test
    void everyParcelThatSharesTheCornerFollows() {
        Fabric land = TestFabrics.grid(2, 2);
        Fabric next = after(land, new MoveCorner(at(land, 10, 10), new EastNorth(11, 12), IDS));
        assertEquals(norm("POLYGON ((0 0, 10 0, 11 12, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(norm("POLYGON ((11 12, 20 10, 20 20, 10 20, 11 12))"), wkt(next, "4"));
        assertEquals(land.sharedSideCount(), next.sharedSideCount());
    }

    @Test
    void aMoveCarriesHowThePlaceWasFound() {
        Fabric land = TestFabrics.twoNeighbours();
        CornerId id = at(land, 10, 10);
        Fabric next = after(land, new MoveCorner(id, new EastNorth(10, 10), new Resurvey(RTK, "cọc sắt"), IDS));
        assertEquals(new Corner(id, new EastNorth(10, 10), "cọc sắt", RTK), next.corner(id));
        Fabric moved = after(next, new MoveCorner(id, new EastNorth(10.01, 10), IDS));
        assertEquals(RTK, moved.corner(id).observation(), "what is not told stays");
    }

    @Test
    void movedOntoACornerOfTheSetItBecomesThatCorner() {
        Fabric land = gap();
        CornerId kept = at(land, 10.1, 0);
        Fabric next = after(land, new MoveCorner(at(land, 10, 0), new EastNorth(10.1, 0), IDS));
        assertEquals(2, next.parcelsAt(kept).size());
        assertEquals(land.cornerCount() - 1, next.cornerCount());
        Fabric both = after(next, new MoveCorner(at(next, 10, 10), new EastNorth(10.1, 10), IDS));
        assertEquals(1, both.sharedSideCount());
    }

    @Test
    void anAttachedSideKeepsItsFacts() {
        SideFacts wall = new SideFacts(10, "wall", "1", SideFacts.Agreement.AGREED);
        Fabric bare = gap();
        Fabric land = CornerTests.withFacts(bare, CornerTests.side(bare, 10, 0, 10, 10), wall);
        Fabric next = after(land, new MoveCorner(at(land, 10, 0), new EastNorth(10.1, 0), IDS));
        assertEquals(
                wall, next.findSide(CornerTests.side(next, 10.1, 0, 10, 10)).orElseThrow());
        assertTrue(next.findSide(CornerTests.side(land, 10, 0, 10, 10)).isEmpty());
    }

    @Test
    void twoCornersOfOneRingNeverFallTogether() {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals("corners-of-one-ring", refusal(land, new MoveCorner(at(land, 0, 0), new EastNorth(10, 0), IDS)));
    }

    @Test
    void whatHasNoMeaningIsRefused() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        CornerId id = at(land, 10, 0);
        assertEquals("nothing-to-do", refusal(land, new MoveCorner(id, new EastNorth(10, 0), IDS)));
        assertEquals("corner-unknown", refusal(land, new MoveCorner(new CornerId(1, 1), new EastNorth(10, 0), IDS)));
        Fabric frozen = CornerTests.frozen(land, "2");
        assertEquals("parcel-frozen", refusal(frozen, new MoveCorner(id, new EastNorth(11, 0), IDS)));
    }

    @Test
    void aPastedTableMovesItsCornersAsOneAct() {
        Fabric land = gap();
        Map<CornerId, EastNorth> table = new LinkedHashMap<>();
        table.put(at(land, 10, 0), new EastNorth(10.05, 0));
        table.put(at(land, 10, 10), new EastNorth(10.05, 10));
        table.put(at(land, 10.1, 0), new EastNorth(10.05, 0));
        table.put(at(land, 10.1, 10), new EastNorth(10.05, 10));
        Fabric next = after(land, new MoveCorners(table, Resurvey.NOTHING, IDS));
        assertEquals(1, next.sharedSideCount(), "corners that come to lie on one place are one");
        assertEquals(6, next.cornerCount());
    }

    @Test
    void alignedCornersLieOnTheLineAndTheirShiftsAreTold() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0.3, 20 -0.4, 30 0, 30 10, 0 10, 0 0))");
        AlignCorners align =
                new AlignCorners(List.of(at(land, 10, 0.3), at(land, 20, -0.4)), at(land, 0, 0), at(land, 30, 0), IDS);
        assertEquals(
                List.of(0.3, 0.4),
                align.shifts(land).stream().map(Shift::metres).toList());
        assertEquals(norm("POLYGON ((0 0, 10 0, 20 0, 30 0, 30 10, 0 10, 0 0))"), wkt(after(land, align), "1"));
        CornerId corner = at(land, 0, 0);
        assertEquals(
                "line-without-direction",
                refusal(land, new AlignCorners(List.of(at(land, 30, 0)), corner, corner, IDS)));
    }

    @Test
    void aParcelIsTurnedAndItsNeighbourFollows() {
        Fabric land = TestFabrics.twoNeighbours();
        List<CornerId> corners = TransformCorners.cornersOf(
                land, List.of(TestFabrics.byNumber(land, "1").id()));
        PlaneTransform quarter = PlaneTransform.rotation(new EastNorth(0, 10), 90);
        Fabric next = after(land, new TransformCorners(corners, quarter, Resurvey.NOTHING, IDS));
        assertEquals(norm("POLYGON ((-10 10, -10 0, 0 0, 0 10, -10 10))"), wkt(next, "1"), "clockwise");
        assertEquals(land.sharedSideCount(), next.sharedSideCount());
    }

    @Test
    void everythingMovesAsOneActHeldSmall() throws Exception {
        Fabric land = TestFabrics.grid(60, 60);
        PlaneTransform shift = PlaneTransform.translation(1000.5, -2000.25);
        TransformCorners all = new TransformCorners(null, shift, Resurvey.NOTHING, IDS);
        assertEquals(61 * 61, all.plan(land).changes().size());
        Fabric next = after(land, all);
        assertEquals(
                new EastNorth(1010.5, -1990.25), next.corner(at(land, 10, 10)).position());
        assertEquals(land.sharedSideCount(), next.sharedSideCount());
        PlaneTransform far = PlaneTransform.translation(2e9, 0);
        assertEquals("place-out-of-range", refusal(land, new TransformCorners(null, far, Resurvey.NOTHING, IDS)));
    }
}
