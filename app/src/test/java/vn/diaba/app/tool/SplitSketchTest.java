package vn.diaba.app.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

class SplitSketchTest {
    private final Fabric fabric = TestFabrics.twoNeighbours();

    private SplitSketch along(List<EastNorth> line) {
        ParcelId target = SplitSketch.target(fabric, List.of(), line).orElseThrow();
        return SplitSketch.of(fabric, new SplitParcel(target, line, LocalDate.of(2026, 11, 2), IdBlock.seeded(5)));
    }

    @Test
    void theParcelUnderTheLongestStretchIsMeant() {
        List<EastNorth> line = List.of(new EastNorth(9, 3), new EastNorth(10, 3), new EastNorth(20, 3));
        ParcelId target = SplitSketch.target(fabric, List.of(), line).orElseThrow();
        assertEquals("2", fabric.parcel(target).number().number());
    }

    @Test
    void theOnlySelectedParcelIsMeantWhereverTheLineRuns() {
        ParcelId west = fabric.index().parcelsAt(new EastNorth(5, 5)).get(0);
        List<EastNorth> line = List.of(new EastNorth(11, 3), new EastNorth(20, 3));
        assertEquals(west, SplitSketch.target(fabric, List.of(west), line).orElseThrow());
    }

    @Test
    void thePiecesAreShownWithTheirAreas() {
        SplitSketch sketch = along(List.of(new EastNorth(0, 3), new EastNorth(10, 3)));
        assertEquals(2, sketch.pieces().size());
        assertEquals(70, sketch.areas().get(0).after(), 1e-9);
        assertEquals(30, sketch.areas().get(1).after(), 1e-9);
    }

    @Test
    void aLineThatEndsInsideIsRefusedWithAReason() {
        SplitSketch sketch = along(List.of(new EastNorth(0, 3), new EastNorth(6, 3)));
        assertEquals("line-does-not-cut", sketch.findRefusal().orElseThrow().code());
        assertTrue(sketch.pieces().isEmpty());
    }
}
