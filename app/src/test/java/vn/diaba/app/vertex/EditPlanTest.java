package vn.diaba.app.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;

class EditPlanTest {
    private final Fabric fabric = TestFabrics.twoNeighbours();
    private final Corner shared =
            fabric.index().nearestCorner(new EastNorth(10, 10), 0.1).orElseThrow();

    private EditPlan to(double east, double north) {
        EastNorth place = new EastNorth(east, north);
        return EditPlan.of(
                fabric,
                new MoveCorner(shared.id(), place, IdBlock.seeded(5)),
                List.of(new Shift(shared.id(), shared.position(), place)));
    }

    @Test
    void everyParcelAtTheCornerIsListedWithItsNewArea() {
        EditPlan move = to(14, 10);
        assertEquals(2, move.areas().size());
        // A triangle of 4 m by 10 m changes sides: 20 m².
        assertEquals(120, move.areas().get(0).after(), 1e-9);
        assertEquals(20, move.areas().get(0).change(), 1e-9);
        assertEquals(80, move.areas().get(1).after(), 1e-9);
        assertTrue(Double.isNaN(move.areas().get(1).difference()));
        assertEquals(4, move.largestShiftMetres(), 1e-9);
        assertEquals(20, move.largestAreaChange(), 1e-9);
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
