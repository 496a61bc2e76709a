package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;

class FabricTest {
    private static ChangeSet act(Change... changes) {
        return ChangeSet.planned(new UUID(0, 7), "test", List.of(changes));
    }

    private static Change move(Corner corner, double east, double north) {
        return new Change.CornerChange(corner.id(), corner, corner.movedTo(new EastNorth(east, north)));
    }

    @Test
    void neighboursShareTheirCornersAndTheSideBetweenThem() {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals(2, land.parcelCount());
        assertEquals(6, land.cornerCount());
        assertEquals(1, land.sharedSideCount());
        Corner shared = land.index().nearestCorner(new EastNorth(10.2, 9.9), 1).orElseThrow();
        assertEquals(2, land.parcelsAt(shared.id()).size());
    }

    @Test
    void aMovedCornerMovesAllItsParcels() {
        Fabric land = TestFabrics.twoNeighbours();
        Corner shared = land.index().nearestCorner(new EastNorth(10, 10), 1).orElseThrow();
        Fabric moved = land.apply(act(move(shared, 12, 10)));
        assertEquals(110, moved.areaOf(TestFabrics.byNumber(moved, "1").id()).squareMetres(), 1e-9);
        assertEquals(90, moved.areaOf(TestFabrics.byNumber(moved, "2").id()).squareMetres(), 1e-9);
        assertEquals(1, moved.sharedSideCount());
        assertEquals(100, land.areaOf(TestFabrics.byNumber(land, "1").id()).squareMetres(), 1e-9);
    }

    @Test
    void theIndexFollowsAMovedCorner() {
        Fabric land = TestFabrics.twoNeighbours();
        Corner outer = land.index().nearestCorner(new EastNorth(20, 10), 1).orElseThrow();
        Fabric moved = land.apply(act(move(outer, 500, 10)));
        assertEquals(
                List.of(TestFabrics.byNumber(moved, "2").id()), moved.index().parcelsIn(new Extent(400, 0, 600, 100)));
        assertTrue(land.index().parcelsIn(new Extent(400, 0, 600, 100)).isEmpty());
    }

    @Test
    void aHoleIsCutOutOfTheArea() {
        Fabric land = TestFabrics.withHole();
        assertEquals(800, land.areaOf(TestFabrics.byNumber(land, "1").id()).squareMetres(), 1e-9);
        assertEquals(800, land.shapeOf(TestFabrics.byNumber(land, "1").id()).getArea(), 1e-9);
        assertEquals(4, land.sharedSideCount());
    }

    @Test
    void aPlaceIsFoundInItsParcel() {
        Fabric land = TestFabrics.withHole();
        assertEquals(List.of(TestFabrics.byNumber(land, "2").id()), land.index().parcelsAt(new EastNorth(15, 15)));
        assertEquals(List.of(TestFabrics.byNumber(land, "1").id()), land.index().parcelsAt(new EastNorth(5, 15)));
        assertTrue(land.index().parcelsAt(new EastNorth(50, 50)).isEmpty());
    }

    @Test
    void anActThatStartsFromOtherLandIsRefused() {
        Fabric land = TestFabrics.twoNeighbours();
        Corner shared = land.index().nearestCorner(new EastNorth(10, 10), 1).orElseThrow();
        Corner elsewhere = shared.movedTo(new EastNorth(11, 11));
        assertThrows(IllegalArgumentException.class, () -> land.apply(act(move(elsewhere, 12, 12))));
    }

    @Test
    void aCornerInUseCannotBeRemoved() {
        Fabric land = TestFabrics.twoNeighbours();
        Corner shared = land.index().nearestCorner(new EastNorth(10, 10), 1).orElseThrow();
        Change removal = new Change.CornerChange(shared.id(), shared, null);
        assertThrows(IllegalArgumentException.class, () -> land.apply(act(removal)));
    }

    @Test
    void aRingOfAnUnknownCornerIsRefused() {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel one = TestFabrics.byNumber(land, "1");
        Corner first = land.corner(one.faces().get(0).shell().at(0));
        Fabric other = TestFabrics.grid(3, 3);
        Change.ParcelChange alien = new Change.ParcelChange(one.id(), null, one);
        assertThrows(IllegalArgumentException.class, () -> Fabric.empty().apply(act(alien)));
        assertTrue(other.findCorner(new CornerId(1, 1)).isEmpty());
        assertTrue(land.findCorner(first.id()).isPresent());
    }

    @Test
    void attributesSurviveThePacking() {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel one = TestFabrics.byNumber(land, "1");
        assertEquals("1/1", one.number().label());
        assertEquals("thửa 1", one.facts().extras().get("ghi_chu"));
        assertEquals("ODT", one.facts().landUses().get(0).code());
    }
}
