package vn.diaba.cadastre.cogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

class ArcTest {
    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    /** A quarter of the circle of radius 100 about the origin, from the north to the east. */
    private static Arc quarter() throws CogoException {
        return Arc.ofCentre(at(0, 100), at(100, 0), at(0, 0), true);
    }

    @Test
    void aQuarterCircleHasTheMeasuresOfTheBook() throws CogoException {
        Arc arc = quarter();
        assertEquals(90, arc.sweepDegrees(), 1e-9);
        assertEquals(157.07963267948966, arc.lengthMetres(), 1e-9);
        assertEquals(141.4213562373095, arc.chordMetres(), 1e-9);
        // Quarter disc less the triangle: 2500 pi - 5000.
        assertEquals(2853.981633974483, arc.segmentSquareMetres(), 1e-6);
        assertEquals(270, Arc.ofCentre(at(0, 100), at(100, 0), at(0, 0), false).sweepDegrees(), 1e-9);
    }

    @Test
    void radiusThreePointsAndBulgeGiveTheSameArc() throws CogoException {
        Arc arc = quarter();
        EastNorth half = at(70.71067811865476, 70.71067811865476);
        for (Arc other : List.of(
                Arc.ofRadius(arc.from(), arc.to(), 100, false),
                Arc.through(arc.from(), half, arc.to()),
                Arc.ofBulge(arc.from(), arc.to(), -Math.tan(Math.toRadians(22.5))))) {
            assertEquals(0, other.centre().distanceTo(arc.centre()), 0.0005);
            assertEquals(arc.clockwise(), other.clockwise());
        }
    }

    @Test
    void theLongWayRoundAndTheLeftTurnAreTold() throws CogoException {
        Arc major = Arc.ofRadius(at(0, 100), at(100, 0), 100, true);
        assertEquals(at(100, 100), major.centre());
        assertEquals(270, major.sweepDegrees(), 1e-9);
        Arc left = Arc.ofRadius(at(0, 100), at(100, 0), -100, false);
        assertEquals(at(100, 100), left.centre());
        assertEquals(90, left.sweepDegrees(), 1e-9);
        assertEquals(false, left.clockwise());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.001, 0.01, 0.1, 5})
    void noChordIsFartherFromTheArcThanStated(double error) throws CogoException {
        List<EastNorth> points = quarter().stroked(error);
        for (int i = 1; i < points.size(); i++) {
            EastNorth a = points.get(i - 1);
            EastNorth b = points.get(i);
            double off = 100 - Math.hypot((a.east() + b.east()) / 2, (a.north() + b.north()) / 2);
            assertTrue(off <= error + 0.0001, () -> off + " over " + error);
        }
        // One piece fewer would not do: the rise of a chord over n pieces is r (1 - cos(45 degrees / n)).
        int pieces = points.size() - 1;
        assertTrue(pieces == 1 || 100 * (1 - Math.cos(Math.PI / 4 / (pieces - 1))) > error);
    }

    @Test
    void neighboursAlongAnArcGetTheSamePoints() throws CogoException {
        Arc there =
                Arc.through(at(612_345.1234, 1_234_567.8901), at(612_400.5, 1_234_580.25), at(612_444.4, 1_234_501));
        Arc back = new Arc(there.to(), there.from(), there.centre(), !there.clockwise());
        List<EastNorth> reversed = new ArrayList<>(back.stroked(0.001));
        Collections.reverse(reversed);
        assertEquals(there.stroked(0.001), reversed);
    }

    @Test
    void theStrokedAreaComesNearTheSegment() throws CogoException {
        List<EastNorth> ring = quarter().stroked(0.001);
        assertEquals(2853.9816, PlaneMath.area(ring).squareMetres(), 2.0 / 3 * 0.001 * 158);
    }

    @Test
    void arcsThatCannotBeAreRefusedWithNumbers() {
        CogoException chord = assertThrows(CogoException.class, () -> Arc.ofRadius(at(0, 0), at(100, 0), 49.9, false));
        assertEquals("chord-too-long", chord.code());
        assertEquals(List.of(100.0, 49.9), chord.arguments());
        CogoException radii =
                assertThrows(CogoException.class, () -> Arc.ofCentre(at(0, 10), at(11, 0), at(0, 0), true));
        assertEquals("radii-differ", radii.code());
        assertEquals(List.of(10.0, 11.0), radii.arguments());
        assertEquals(
                "points-in-line",
                assertThrows(CogoException.class, () -> Arc.through(at(0, 0), at(5, 0), at(10, 0)))
                        .code());
        assertEquals(
                "points-equal",
                assertThrows(CogoException.class, () -> Arc.ofRadius(at(0, 0), at(0, 0), 5, false))
                        .code());
    }
}
