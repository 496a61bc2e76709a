package vn.diaba.app.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

class CornerMoveTest {
    private final Fabric fabric = TestFabrics.twoNeighbours();
    private final CornerId shared = fabric.index()
            .nearestCorner(new EastNorth(10, 10), 0.1)
            .orElseThrow()
            .id();

    private CornerMove to(double east, double north) {
        return CornerMove.of(fabric, new MoveCorner(shared, new EastNorth(east, north), IdBlock.seeded(5)));
    }

    @Test
    void everyParcelAtTheCornerIsListedWithItsNewArea() {
        CornerMove move = to(14, 10);
        assertEquals(2, move.areas().size());
        // A triangle of 4 m by 10 m changes sides: 20 m².
        assertEquals(120, move.areas().get(0).after(), 1e-9);
        assertEquals(20, move.areas().get(0).change(), 1e-9);
        assertEquals(80, move.areas().get(1).after(), 1e-9);
        assertTrue(Double.isNaN(move.areas().get(1).difference()));
    }

    @Test
    void planningLeavesTheLandAsItIs() {
        to(14, 10);
        assertEquals(TestFabrics.twoNeighbours(), fabric);
    }

    @Test
    void standingStillHasNoMeaning() {
        assertEquals("nothing-to-do", to(10, 10).findRefusal().orElseThrow().code());
    }
}
