package vn.diaba.app.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.measure.EastNorth;

/** All places by hand: right angles and the 3-4-5 triangle. */
class ConstructionTest {
    private static final EastNorth A = new EastNorth(0, 0);
    private static final EastNorth B = new EastNorth(10, 0);

    private static Construction of(ConstructionKind kind, List<EastNorth> bases, String... values) {
        List<String> both = new java.util.ArrayList<>(List.of(values));
        while (both.size() < 2) {
            both.add("");
        }
        return Construction.of(kind, bases, both, AngleUnit.DEGREES);
    }

    private static void finds(Construction made, EastNorth... places) {
        assertNull(made.refusal());
        assertEquals(
                List.of(places),
                made.solutions().stream().map(points -> points.get(0)).toList());
    }

    @Test
    void everyKindFindsItsPoint() {
        finds(of(ConstructionKind.POLAR, List.of(A), "90", "5,5"), new EastNorth(5.5, 0));
        finds(of(ConstructionKind.ANGLE, List.of(A, B), "270-00-00", "3"), new EastNorth(0, 3));
        finds(
                of(ConstructionKind.DISTANCES, List.of(A, B), "6", "8"),
                new EastNorth(3.6, 4.8),
                new EastNorth(3.6, -4.8));
        finds(of(ConstructionKind.FORWARD, List.of(A, B), "315", "45"), new EastNorth(5, 5));
        finds(of(ConstructionKind.BEARINGS, List.of(A, B), "45", "315"), new EastNorth(5, 5));
        finds(
                of(ConstructionKind.BEARING_DISTANCE, List.of(A, B), "N90E", "4"),
                new EastNorth(6, 0),
                new EastNorth(14, 0));
        finds(of(ConstructionKind.OFFSET, List.of(A, B), "4", "-2"), new EastNorth(4, 2));
        finds(of(ConstructionKind.FOOT, List.of(A, B, new EastNorth(7, 9))), new EastNorth(7, 0));
        finds(of(ConstructionKind.LINES, List.of(A, B, new EastNorth(2, 1), new EastNorth(2, 5))), new EastNorth(2, 0));
    }

    @Test
    void anArcIsItsPointsBetweenTheEndsWithinTheChordError() {
        Construction arc = of(ConstructionKind.ARC_RADIUS, List.of(A, B), "5", "0,05");
        List<EastNorth> points = arc.solutions().get(0);
        // A chord stands off by r (1 - cos(step / 2)): 11 pieces of a half circle of 5 m leave 0.051 m, 12 leave 0.043
        // m.
        assertEquals(11, points.size());
        points.forEach(point -> assertEquals(5, point.distanceTo(new EastNorth(5, 0)), 1e-4));
        assertTrue(points.stream().allMatch(point -> point.north() > 0), "a right turn from west to east bulges north");
    }

    @Test
    void whatLacksIsNoFaultAndWhatCannotBeSaysWhy() {
        assertNull(of(ConstructionKind.DISTANCES, List.of(A), "6", "8").refusal());
        assertNull(of(ConstructionKind.DISTANCES, List.of(A, B), "6", "").refusal());
        Construction apart = of(ConstructionKind.DISTANCES, List.of(A, B), "3", "4");
        assertNotNull(apart.refusal());
        assertEquals("circles-apart", apart.refusal().code());
        assertEquals(
                "angle-not-read",
                of(ConstructionKind.POLAR, List.of(A), "x", "4").refusal().code());
    }
}
