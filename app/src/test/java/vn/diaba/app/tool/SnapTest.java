package vn.diaba.app.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;

class SnapTest {
    private final Fabric fabric = TestFabrics.twoNeighbours();

    @Test
    void aCornerWithinReachIsCaughtBeforeASide() {
        assertEquals(new Snap(Snap.Kind.CORNER, new EastNorth(10, 10)), Snap.at(fabric, new EastNorth(10.3, 9.8), 0.5));
    }

    @Test
    void aSideIsCaughtAtTheFootOfThePerpendicular() {
        assertEquals(new Snap(Snap.Kind.SIDE, new EastNorth(10, 5)), Snap.at(fabric, new EastNorth(10.3, 5), 0.5));
    }

    @Test
    void nothingIsCaughtBeyondReach() {
        assertEquals(new Snap(Snap.Kind.FREE, new EastNorth(11, 5)), Snap.at(fabric, new EastNorth(11, 5), 0.5));
    }

    @Test
    void aPositionOfAMapObjectIsCaughtBeforeASideAndAfterACorner() throws Exception {
        MapObject wall = MapObject.of(
                new UUID(1, 1), 14, ObjectShape.line(List.of(new EastNorth(9.9, 5), new EastNorth(9.9, 9.9))), "");
        Fabric built = fabric.apply(new AddObjects(List.of(wall), Origin.SURVEYOR, new UUID(1, 2)).plan(fabric));
        assertEquals(new Snap(Snap.Kind.OBJECT, new EastNorth(9.9, 5)), Snap.at(built, new EastNorth(10, 5.1), 0.5));
        assertEquals(new Snap(Snap.Kind.CORNER, new EastNorth(10, 10)), Snap.at(built, new EastNorth(9.8, 9.8), 0.5));
    }
}
