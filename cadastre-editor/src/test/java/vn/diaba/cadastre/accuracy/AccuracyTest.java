package vn.diaba.cadastre.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;

class AccuracyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static AccuracyLimits limits(int scale, boolean farmland) throws AccuracyException {
        return AccuracyLimits.of(scale, farmland, DAY);
    }

    /** Corners off by these metres, to the east and west in turn. */
    private static List<Measured> rows(AccuracyLimits limits, double... errors) {
        List<Measured> rows = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            EastNorth map = new EastNorth(100 * i, 0);
            double error = i % 2 == 0 ? errors[i] : -errors[i];
            rows.add(Measured.point("" + i, map, new EastNorth(map.east() + error, 0), limits));
        }
        return rows;
    }

    @Test
    void limitsAreThoseOfTheCircularByScaleAndLand() throws AccuracyException {
        assertEquals(0.07, limits(500, false).pointMetres());
        assertEquals(0.07, limits(500, true).pointMetres());
        assertEquals(0.15, limits(1000, false).pointMetres());
        assertEquals(0.225, limits(1000, true).pointMetres(), 1e-12);
        assertEquals(0.45, limits(2000, true).pointMetres(), 1e-12);
        assertEquals(0.2, limits(1000, false).sideMetres(12));
        assertEquals(0.04, limits(1000, false).sideMetres(4.99));
        assertTrue(limits(500, false).source().startsWith("TT26/2024"));
        assertTrue(
                AccuracyLimits.of(500, false, LocalDate.of(2020, 1, 1)).source().startsWith("TT25/2014"));
    }

    @Test
    void withoutALawThereIsNoLimit() {
        assertEquals(
                "accuracy-without-limits",
                assertThrows(AccuracyException.class, () -> limits(750, false)).code());
        assertThrows(AccuracyException.class, () -> AccuracyLimits.of(500, false, LocalDate.of(2001, 1, 1)));
    }

    @Test
    void noneMayBeAboveTheLimit() throws AccuracyException {
        AccuracyLimits limits = limits(500, false);
        assertTrue(AccuracyVerdict.of(rows(limits, 0.07), false).above() == 0);
        assertEquals(1, AccuracyVerdict.of(rows(limits, 0.0701, 0.01), false).above());
        assertFalse(AccuracyVerdict.of(rows(limits, 0.0701, 0.01), false).passes());
    }

    @Test
    void aTenthMayBeNearTheLimit() throws AccuracyException {
        AccuracyLimits limits = limits(500, false);
        double[] errors = {0.065, 0.01, 0.02, 0.03, 0.063, 0.01, 0.02, 0.03, 0.01, 0.01};
        AccuracyVerdict one = AccuracyVerdict.of(rows(limits, errors), false);
        // 0.063 is 90 % exactly and not yet near.
        assertEquals(1, one.near());
        assertTrue(one.passes());
        errors[1] = 0.066;
        AccuracyVerdict two = AccuracyVerdict.of(rows(limits, errors), false);
        assertEquals(2, two.near());
        assertFalse(two.passes());
    }

    @Test
    void aCommonShiftIsReported() throws AccuracyException {
        AccuracyLimits limits = limits(500, false);
        List<Measured> shifted = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            EastNorth map = new EastNorth(10 * i, 0);
            shifted.add(Measured.point("" + i, map, new EastNorth(10 * i + 0.03 + 0.002 * (i % 3), 0), limits));
        }
        AccuracyVerdict verdict = AccuracyVerdict.of(shifted, false);
        assertTrue(verdict.systematic());
        assertEquals(0.0318, verdict.meanEastMetres(), 0.0005);
        assertFalse(AccuracyVerdict.of(rows(limits, 0.02, 0.02, 0.03, 0.02, 0.03, 0.02), false)
                .systematic());
    }

    @Test
    void sidesKeepTheirSign() throws AccuracyException {
        AccuracyLimits limits = limits(500, false);
        Measured side = Measured.side("1-2", new EastNorth(0, 0), new EastNorth(3, 4), 4.9, limits);
        assertEquals(-0.1, side.errorMetres(), 1e-9);
        assertEquals(0.1, side.limitMetres());
        assertEquals(
                0.04,
                Measured.side("1-2", new EastNorth(0, 0), new EastNorth(3, 0), 3, limits)
                        .limitMetres());
    }

    @Test
    void aShotFindsItsCornerOrSaysWhyNot() {
        Fabric land = TestFabrics.twoNeighbours();
        EastNorth corner = land.cornerAt(0).position();
        EastNorth near = new EastNorth(corner.east() + 0.03, corner.north());
        CornerMatch.Found found = assertInstanceOf(CornerMatch.Found.class, CornerMatch.of(land, near, 0.5));
        assertEquals(corner, found.corner().position());
        EastNorth far = new EastNorth(corner.east() - 500, corner.north() - 500);
        assertInstanceOf(CornerMatch.None.class, CornerMatch.of(land, far, 0.5));
    }

    @Test
    void theSameSeedDrawsTheSameSample() {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals(RandomSample.corners(land, 3, 7), RandomSample.corners(land, 3, 7));
        assertEquals(3, new HashSet<>(RandomSample.corners(land, 3, 7)).size());
        assertEquals(land.cornerCount(), RandomSample.corners(land, 1000, 7).size());
        // Two neighbours with four corners each share one side: seven sides.
        assertEquals(7, RandomSample.sides(land, 1000, 7).size());
    }
}
