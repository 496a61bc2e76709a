package vn.diaba.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RawShapeTest {
    @Test
    void dirtyRingsPassUnharmed() {
        RawShape open = RawShape.ring(0, 0, 0, 0, Double.NaN, 2, 3, 3);
        assertFalse(open.isClosed(0));
        assertEquals("MULTIPOLYGON (((0 0, 0 0, NaN 2, 3 3)))", open.toString());
    }

    @Test
    void doubleAreaIsPositiveCounterClockwise() {
        assertEquals(8, RawShape.ring(10, 10, 12, 10, 12, 12, 10, 12, 10, 10).doubleArea(0));
        assertEquals(-8, RawShape.ring(10, 10, 10, 12, 12, 12, 12, 10).doubleArea(0));
        assertEquals(0, RawShape.ring(1, 1, 2, 2).doubleArea(0));
    }

    @Test
    void partsAndHolesAreCounted() {
        double[] xy = {0, 0, 9, 0, 9, 9, 0, 0, 1, 1, 2, 1, 2, 2, 1, 1, 20, 20, 21, 20, 21, 21, 20, 20};
        RawShape shape = new RawShape(ShapeKind.POLYGONS, xy, new int[] {0, 4, 8, 12}, new int[] {0, 2, 3});
        assertEquals(12, shape.pointCount());
        assertEquals(3, shape.pathCount());
        assertEquals(2, shape.partCount());
        assertTrue(shape.isClosed(1));
        assertEquals(
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 20, 21 20, 21 21, 20 20)))",
                shape.toString());
    }

    @Test
    void startsThatDoNotFitAreABug() {
        double[] xy = {0, 0, 1, 1};
        assertThrows(
                IllegalArgumentException.class,
                () -> new RawShape(ShapeKind.LINES, xy, new int[] {0, 3}, new int[] {0, 1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RawShape(ShapeKind.LINES, xy, new int[] {0, 2}, new int[] {0, 2}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RawShape(ShapeKind.LINES, new double[0], new int[] {0, 0}, new int[] {0, 1}));
    }
}
