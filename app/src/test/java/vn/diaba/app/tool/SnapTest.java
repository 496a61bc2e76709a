package vn.diaba.app.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;

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
}
