package vn.diaba.exchange.shp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

class RingNestingTest {
    private static final double[] BIG_CW = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] BIG_CCW = {0, 0, 10, 0, 10, 10, 0, 10, 0, 0};
    private static final double[] SMALL_CCW = {2, 2, 8, 2, 8, 8, 2, 8, 2, 2};
    private static final double[] SMALL_CW = {2, 2, 2, 8, 8, 8, 8, 2, 2, 2};
    private static final double[] ISLAND_CW = {4, 4, 4, 6, 6, 6, 6, 4, 4, 4};
    private static final double[] FAR_CW = {20, 0, 20, 5, 25, 5, 20, 0};

    @Test
    void holesStandingBeforeTheirShellFindIt() {
        assertEquals(
                "MULTIPOLYGON (((20 0, 20 5, 25 5, 20 0)), ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2)))",
                nested(SMALL_CCW, FAR_CW, BIG_CW).nested().toString());
    }

    @Test
    void anIslandInAHoleIsAPartOfItsOwn() {
        RawShape shape = nested(BIG_CW, SMALL_CCW, ISLAND_CW).nested();
        assertEquals(2, shape.partCount());
        assertEquals("0 2 3", shape.partStarts()[0] + " " + shape.partStarts()[1] + " " + shape.partStarts()[2]);
    }

    @Test
    void wronglyDirectedRingsAreStillShellAndHole() {
        for (double[][] rings : new double[][][] {{BIG_CCW, SMALL_CW}, {BIG_CW, SMALL_CW}, {BIG_CCW, SMALL_CCW}}) {
            RingNesting nesting = nested(rings);
            assertEquals(1, nesting.nested().partCount());
            assertTrue(nesting.reversedRing());
        }
        assertFalse(nested(BIG_CW, SMALL_CCW).reversedRing());
    }

    @Test
    void aHoleThatTouchesItsShellIsAHole() {
        assertEquals(
                1,
                nested(BIG_CW, new double[] {0, 0, 5, 5, 5, 2, 0, 0}).nested().partCount());
        assertEquals(
                1,
                nested(BIG_CW, new double[] {0, 2, 10, 2, 10, 8, 0, 8, 0, 2})
                        .nested()
                        .partCount());
    }

    @Test
    void ringsSideBySideAreParts() {
        assertEquals(
                2,
                nested(BIG_CW, new double[] {10, 0, 10, 10, 20, 10, 20, 0, 10, 0})
                        .nested()
                        .partCount());
    }

    @Test
    void coincidingRingsAreToldByDirection() {
        assertEquals(1, nested(BIG_CW, BIG_CCW).nested().partCount());
        assertEquals(2, nested(BIG_CW, BIG_CW).nested().partCount());
    }

    @Test
    void aHostileNumberOfRingsEndsSoon() {
        double[][] rings = new double[30_000][];
        for (int i = 0; i < rings.length; i++) {
            double r = 1 + i;
            rings[i] = new double[] {-r, -r, -r, r, r, r, r, -r, -r, -r};
        }
        RingNesting nesting = nested(rings);
        assertEquals(30_000, nesting.nested().pathCount());
    }

    private static RingNesting nested(double[]... rings) {
        int points = 0;
        int[] starts = new int[rings.length + 1];
        for (int i = 0; i < rings.length; i++) {
            points += rings[i].length / 2;
            starts[i + 1] = points;
        }
        double[] xy = new double[2 * points];
        for (int i = 0; i < rings.length; i++) {
            System.arraycopy(rings[i], 0, xy, 2 * starts[i], rings[i].length);
        }
        return new RingNesting(new RawShape(ShapeKind.POLYGONS, xy, starts, new int[] {0, rings.length}));
    }
}
