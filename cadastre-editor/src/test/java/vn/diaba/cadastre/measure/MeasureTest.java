package vn.diaba.cadastre.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class MeasureTest {
    @Test
    void positionsLieOnTheTenthOfAMillimetreGrid() {
        assertEquals(new EastNorth(598359.3670, 1214279.4480), new EastNorth(598359.36704, 1214279.44796));
        assertEquals(5983593670L, new EastNorth(598359.367, 1214279.448).gridEast());
    }

    @Test
    void whatIsNoNumberIsNoPosition() {
        assertThrows(IllegalArgumentException.class, () -> new EastNorth(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new EastNorth(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void legalAreasRoundHalfUpOnTheDecimalForm() {
        assertEquals("245.9", LegalArea.of(new Area(245.85)).toString());
        assertEquals("1.2", LegalArea.of(new Area(1.15)).toString());
        assertEquals("245.8", LegalArea.parse("245,8").toString());
    }

    @Test
    void aSharedTotalClosesByTheLargestRemainder() {
        List<LegalArea> thirds = LegalArea.share(LegalArea.parse("100"), List.of(1.0, 1.0, 1.0));
        assertEquals(
                List.of("33.4", "33.3", "33.3"),
                thirds.stream().map(LegalArea::toString).toList());
    }

    @Test
    void bearingsRunClockwiseFromGridNorth() {
        EastNorth here = new EastNorth(0, 0);
        assertEquals(0, Bearing.of(here, new EastNorth(0, 5)).degrees(), 1e-12);
        assertEquals(90, Bearing.of(here, new EastNorth(5, 0)).degrees(), 1e-12);
        assertEquals(225, Bearing.of(here, new EastNorth(-5, -5)).degrees(), 1e-12);
    }

    @Test
    void theAreaOfASmallParcelFarFromTheOriginAgreesWithJts() {
        List<EastNorth> ring = List.of(
                new EastNorth(598000.1, 1214000.2),
                new EastNorth(598010.3, 1214001.7),
                new EastNorth(598012.9, 1214015.1),
                new EastNorth(597999.4, 1214012.6));
        Coordinate[] closed = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            closed[i] = new Coordinate(ring.get(i % 4).east(), ring.get(i % 4).north());
        }
        assertEquals(
                org.locationtech.jts.algorithm.Area.ofRing(closed),
                PlaneMath.area(ring).squareMetres(),
                1e-6);
    }

    @Test
    void thePerpendicularFootStaysOnTheSegment() {
        EastNorth a = new EastNorth(0, 0);
        EastNorth b = new EastNorth(10, 0);
        assertEquals(0.3, PlaneMath.footShare(a, b, new EastNorth(3, 7)), 1e-12);
        assertEquals(1, PlaneMath.footShare(a, b, new EastNorth(12, 1)), 1e-12);
        assertEquals(Math.sqrt(5), PlaneMath.distanceToSegment(a, b, new EastNorth(12, 1)), 1e-12);
    }
}
