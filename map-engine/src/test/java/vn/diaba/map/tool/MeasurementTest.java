package vn.diaba.map.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    /** By hand: sides 30, 40 and 50 m, a right triangle of 600 m²; the last side runs from (40, 30) back to (0, 0). */
    @Test
    void aTriangleByHand() {
        Measurement m = Measurement.of(List.of(
                new double[] {600000, 1200000},
                new double[] {600000, 1200030},
                new double[] {600040, 1200030},
                new double[] {600000, 1200000}));
        assertEquals(120, m.lengthMetres(), 1e-9);
        assertEquals(50, m.lastSideMetres(), 1e-9);
        assertEquals(233.13010235, m.lastBearingDegrees(), 1e-8);
        assertEquals(600, m.areaSquareMetres(), 1e-9);
    }

    @Test
    void nothingMeasuresNothing() {
        assertEquals(0, Measurement.of(List.of()).lengthMetres());
        assertTrue(Double.isNaN(Measurement.of(List.of(new double[] {1, 2})).lastBearingDegrees()));
    }
}
