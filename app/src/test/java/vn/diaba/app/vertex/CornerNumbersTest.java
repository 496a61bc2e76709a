package vn.diaba.app.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

class CornerNumbersTest {
    private final Fabric land = TestFabrics.withHole();

    private ParcelId id(String number) {
        return TestFabrics.byNumber(land, number).id();
    }

    private CornerId at(double east, double north) {
        return land.index()
                .nearestCorner(new EastNorth(east, north), 0.1)
                .orElseThrow()
                .id();
    }

    @Test
    void numbersRunClockwiseFromTheNorthWestAndOnThroughTheHole() {
        List<EastNorth> places = CornerNumbers.of(land, id("1")).stream()
                .map(corner -> land.corner(corner).position())
                .toList();
        assertEquals(
                List.of(
                        new EastNorth(0, 30),
                        new EastNorth(30, 30),
                        new EastNorth(30, 0),
                        new EastNorth(0, 0),
                        new EastNorth(10, 20),
                        new EastNorth(20, 20),
                        new EastNorth(20, 10),
                        new EastNorth(10, 10)),
                places);
    }

    @Test
    void aSelectedParcelsNumbersAreMeantElseThoseOfTheOneWithFewestCorners() {
        CornerId shared = at(20, 10);
        assertEquals(id("2"), CornerNumbers.reference(land, shared, List.of()).orElseThrow());
        assertEquals(
                id("1"), CornerNumbers.reference(land, shared, List.of(id("1"))).orElseThrow());
        assertEquals(7, CornerNumbers.number(land, id("1"), shared));
        assertEquals(3, CornerNumbers.number(land, id("2"), shared));
        assertEquals(0, CornerNumbers.number(land, id("2"), at(0, 0)));
    }
}
