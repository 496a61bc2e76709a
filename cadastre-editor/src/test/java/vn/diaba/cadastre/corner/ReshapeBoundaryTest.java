package vn.diaba.cadastre.corner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.diaba.cadastre.corner.CornerTests.IDS;
import static vn.diaba.cadastre.corner.CornerTests.after;
import static vn.diaba.cadastre.corner.CornerTests.at;
import static vn.diaba.cadastre.corner.CornerTests.norm;
import static vn.diaba.cadastre.corner.CornerTests.openSides;
import static vn.diaba.cadastre.corner.CornerTests.refusal;
import static vn.diaba.cadastre.corner.CornerTests.side;
import static vn.diaba.cadastre.corner.CornerTests.wkt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideFacts;

class ReshapeBoundaryTest {
    private static ReshapeBoundary stroke(double... pairs) {
        return through(null, pairs);
    }

    private static ReshapeBoundary through(@Nullable EastNorth via, double... pairs) {
        List<EastNorth> places = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            places.add(new EastNorth(pairs[i], pairs[i + 1]));
        }
        return new ReshapeBoundary(places, ParcelSet.SURVEYED, via, IDS);
    }

    @Test
    void bothNeighboursGetTheStroke() {
        Fabric land = TestFabrics.twoNeighbours();
        Fabric next = after(land, stroke(10, 0, 11, 3, 9, 7, 10, 10));
        assertEquals(norm("POLYGON ((0 0, 10 0, 11 3, 9 7, 10 10, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(norm("POLYGON ((10 0, 20 0, 20 10, 10 10, 9 7, 11 3, 10 0))"), wkt(next, "2"));
        assertEquals(3, next.sharedSideCount());
    }

    @Test
    void cornersBetweenGoAndThoseOnTheStrokeStay() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 12 2, 11 5, 12 8, 10 10, 0 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 12 8, 11 5, 12 2, 10 0))");
        CornerId kept = at(land, 11, 5);
        Fabric next = after(land, stroke(10, 0, 11, 5, 10, 10));
        assertEquals(norm("POLYGON ((0 0, 10 0, 11 5, 10 10, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(2, next.parcelsAt(kept).size());
        assertEquals(7, next.cornerCount());
    }

    @Test
    void aStrokeMayBeginAndEndOnSides() {
        Fabric land = TestFabrics.twoNeighbours();
        Fabric next = after(land, stroke(10, 2, 11, 5, 10, 8));
        assertEquals(norm("POLYGON ((0 0, 10 0, 10 2, 11 5, 10 8, 10 10, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(4, next.sharedSideCount());
    }

    @Test
    void parcelsBehindTheStretchFollowAlongTheirSides() {
        Fabric row = TestFabrics.grid(3, 1);
        Fabric bent = after(row, stroke(0, 10, 15, 13, 30, 10));
        assertEquals(norm("POLYGON ((0 0, 10 0, 10 12, 0 10, 0 0))"), wkt(bent, "1"));
        assertEquals(norm("POLYGON ((10 0, 20 0, 20 12, 15 13, 10 12, 10 0))"), wkt(bent, "2"));
        assertEquals(row.sharedSideCount(), bent.sharedSideCount());
        assertEquals(openSides(row) + 1, openSides(bent), "one more corner on the outside");
        assertEquals(
                List.of(true, true),
                List.of(
                        bent.findCorner(at(row, 10, 10)).isPresent(),
                        bent.findCorner(at(row, 20, 10)).isPresent()));
    }

    @Test
    void whereSeveralSidesEndTheStrokePassesThroughOrIsRefused() {
        Fabric land = TestFabrics.grid(2, 2);
        assertEquals("side-ends-there", refusal(land, stroke(0, 10, 10, 11, 20, 10)));
        Fabric next = after(land, stroke(0, 10, 5, 11, 10, 10, 15, 9, 20, 10));
        assertEquals(norm("POLYGON ((0 0, 10 0, 10 10, 5 11, 0 10, 0 0))"), wkt(next, "1"));
        assertEquals(norm("POLYGON ((10 10, 15 9, 20 10, 20 20, 10 20, 10 10))"), wkt(next, "4"));
        assertEquals(6, next.sharedSideCount());
    }

    @Test
    void aPlaceOnTheStretchTellsWhichWayIsMeant() {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        assertEquals(
                norm("POLYGON ((0 0, 5 -1, 10 0, 10 10, 0 10, 0 0))"),
                wkt(after(land, stroke(0, 0, 5, -1, 10, 0)), "1"));
        Fabric round = after(land, through(new EastNorth(5, 10), 0, 0, 5, 12, 10, 0));
        assertEquals(norm("POLYGON ((0 0, 10 0, 5 12, 0 0))"), wkt(round, "1"));
    }

    @Test
    void newSidesTakeWhatIsKnownOfTheOldOnesNearby() {
        SideFacts wall = new SideFacts(10, "wall", "1", SideFacts.Agreement.AGREED);
        Fabric bare = TestFabrics.twoNeighbours();
        Fabric land = CornerTests.withFacts(bare, side(bare, 10, 0, 10, 10), wall);
        Fabric next = after(land, stroke(10, 0, 11, 3, 10, 10));
        assertEquals(wall, next.findSide(side(next, 10, 0, 11, 3)).orElseThrow());
        assertEquals(wall, next.findSide(side(next, 11, 3, 10, 10)).orElseThrow());
        assertTrue(next.findSide(side(bare, 10, 0, 10, 10)).isEmpty());
    }

    @Test
    void strokesWithoutMeaningAreRefused() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals("line-too-short", refusal(land, stroke(10, 0, 10, 0)));
        assertEquals("end-off-boundary", refusal(land, stroke(10, 0, 15, 5)));
        assertEquals("no-boundary-between", refusal(land, stroke(10, 0, 15, 5, 10, 0)));
        assertEquals("nothing-to-do", refusal(land, stroke(10, 0, 10, 10)));
        assertEquals("parcel-frozen", refusal(CornerTests.frozen(land, "2"), stroke(10, 0, 11, 5, 10, 10)));
        Fabric apart = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((50 0, 60 0, 60 10, 50 10, 50 0))");
        assertEquals("no-boundary-between", refusal(apart, stroke(10, 0, 50, 0)));
        Fabric fan = TestFabrics.fromWkt(
                "POLYGON ((-10 0, 0 0, 10 10, -10 10, -10 0))",
                "POLYGON ((0 0, 30 0, 20 10, 10 10, 0 0))",
                "POLYGON ((30 0, 40 0, 40 10, 20 10, 30 0))");
        assertEquals(
                "reshape-tangled", refusal(fan, stroke(-10, 10, -10, 20, 40, 20, 40, 10)), "the sides cross below");
        Fabric triangle = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 5 8, 0 0))");
        assertEquals("ring-too-small", refusal(triangle, through(new EastNorth(5, 8), 0, 0, 10, 0)));
    }

    @Test
    void aSpikeIntoTheStretchIsRefusedNotTorn() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10.5 5, 10 10, 0 10, 0 0))",
                "POLYGON ((20 0, 20 10, 10 10, 10.5 5, 10 10, 10 20, 30 20, 30 0, 20 0))");
        assertEquals("side-ends-there", refusal(land, stroke(10, 0, 12, 5, 10, 10)));
    }
}
