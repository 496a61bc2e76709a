package vn.diaba.cadastre.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;

class MapObjectTest {
    private static final UUID ID = new UUID(1, 2);

    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    @Test
    void aHouseLabelTellsStructureAndFloors() {
        assertEquals("b", ObjectFacts.house("b2").orElseThrow().structure());
        assertEquals(2, ObjectFacts.house(" B2 ").orElseThrow().floors());
        assertEquals("go", ObjectFacts.house("go1").orElseThrow().structure());
        assertEquals("đ", ObjectFacts.house("Đ").orElseThrow().structure());
        assertEquals("đ3", ObjectFacts.house("đ3").orElseThrow().houseLabel());
        assertTrue(ObjectFacts.house("nhà văn hóa").isEmpty());
        assertTrue(ObjectFacts.house("2").isEmpty());
    }

    @Test
    void theLabelIsTheTextElseTheHouseElseTheName() {
        ObjectShape shape = ObjectShape.point(at(1, 2));
        ObjectFacts named = new ObjectFacts("", "Suối Cạn", "", 0, 0, "", Map.of());
        assertEquals("Phố Huế", MapObject.of(ID, 28, shape, "Phố Huế").label());
        assertEquals(
                "g1", new MapObject(ID, 15, shape, "", ObjectFacts.house("g1").orElseThrow()).label());
        assertEquals("Suối Cạn", new MapObject(ID, 39, shape, "", named).label());
    }

    @Test
    void levelsRunFromOneToSixtyThree() {
        ObjectShape shape = ObjectShape.point(at(1, 2));
        assertThrows(IllegalArgumentException.class, () -> MapObject.of(ID, 0, shape, ""));
        assertThrows(IllegalArgumentException.class, () -> MapObject.of(ID, 64, shape, ""));
    }

    @Test
    void aShapeNeedsEnoughPositions() {
        assertThrows(IllegalArgumentException.class, () -> ObjectShape.line(List.of(at(1, 2))));
        assertThrows(IllegalArgumentException.class, () -> ObjectShape.area(List.of(at(1, 2), at(3, 4))));
        List<long[]> twoPoints = List.of(new long[] {1, 2}, new long[] {3, 4});
        assertThrows(
                IllegalArgumentException.class,
                () -> ObjectShape.of(ObjectShape.Kind.POINT, twoPoints, List.of(true, true)));
        assertThrows(
                IllegalArgumentException.class,
                () -> ObjectShape.of(ObjectShape.Kind.AREA, List.of(new long[] {0, 0, 5, 0, 5, 5}), List.of(false)));
    }

    @Test
    void aShapeKnowsItsExtentAndItsDistances() {
        ObjectShape square = ObjectShape.area(List.of(at(0, 0), at(10, 0), at(10, 10), at(0, 10)));
        assertEquals(new Extent(0, 0, 10, 10), square.extent());
        assertEquals(5, square.distanceMetres(at(5, 5)), "to the border from inside");
        assertEquals(2, square.distanceMetres(at(-2, 5)), "the closing side counts");
        assertEquals(at(10, 10), square.nearestPosition(at(8, 9)));
        ObjectShape line = ObjectShape.line(List.of(at(0, 0), at(10, 0), at(10, 10)));
        assertEquals(5, line.distanceMetres(at(5, 5)), "a line is not closed");
    }

    @Test
    void movingOnePlaceMovesEveryPositionThere() {
        ObjectShape ring = ObjectShape.of(
                ObjectShape.Kind.AREA,
                List.of(new long[] {0, 0, 100, 0, 100, 100}, new long[] {0, 0, 50, 10, 50, 20}),
                List.of(true, false));
        ObjectShape moved = ring.withMoved(at(0, 0), at(-0.0005, 0));
        assertEquals(-5, moved.grid(0)[0]);
        assertEquals(-5, moved.grid(1)[0]);
        assertFalse(moved.isShell(1));
        assertNotEquals(ring, moved);
        assertEquals(ring, moved.withMoved(at(-0.0005, 0), at(0, 0)));
        assertEquals(at(0.01, 0.02), ring.shifted(100, 200).first());
    }

    @Test
    void controlIsDrawnOnTheLevelOfItsRole() {
        assertEquals(
                8,
                SurveyPoint.at(ID, SurveyPoint.Role.CONTROL, "DC-07", at(1, 2)).level());
        assertEquals(
                0, SurveyPoint.at(ID, SurveyPoint.Role.DETAIL, "12", at(1, 2)).level());
        assertEquals(SurveyPoint.Role.NATIONAL, SurveyPoint.Role.ofLevel(6));
        assertEquals(SurveyPoint.Role.DETAIL, SurveyPoint.Role.ofLevel(9));
    }
}
