package vn.diaba.cadastre.cogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

class ConstructionTest {
    private static final EastNorth ORIGIN = new EastNorth(0, 0);

    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    private static Bearing bearing(double degrees) {
        return new Bearing(degrees);
    }

    private static CogoException refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(CogoException.class, act);
    }

    @Test
    void aPolarPointIsClockwiseFromNorth() {
        // The triangle 3, 4, 5: tan of the bearing is 3/4.
        assertEquals(at(130, 240), Polar.point(at(100, 200), bearing(36.86989764584402), 50));
        assertEquals(at(70, 160), Polar.point(at(100, 200), bearing(36.86989764584402), -50));
        assertEquals(at(1, 0), Polar.point(ORIGIN, bearing(90), 1));
    }

    @Test
    void twoBearingsMeet() throws CogoException {
        assertEquals(at(50, 50), Intersections.bearings(ORIGIN, bearing(45), at(100, 0), bearing(315)));
        assertEquals(at(50, 50), Intersections.bearings(ORIGIN, bearing(225), at(100, 0), bearing(135)));
        assertEquals(at(50, 50), Intersections.angles(ORIGIN, -45, at(100, 0), 45));
    }

    @Test
    void parallelBearingsAreRefusedWithBoth() {
        CogoException wrong = refused(() -> Intersections.bearings(ORIGIN, bearing(30), at(9, 0), bearing(210)));
        assertEquals("lines-parallel", wrong.code());
        assertEquals(List.of(30.0, 210.0), wrong.arguments());
    }

    @Test
    void twoDistancesMeetOnTheLeftAndOnTheRight() throws CogoException {
        assertEquals(List.of(at(30, 40), at(30, -40)), Intersections.distances(ORIGIN, 50, at(60, 0), 50));
        assertEquals(List.of(at(-40, 30), at(40, 30)), Intersections.distances(ORIGIN, 50, at(0, 60), 50));
        assertEquals(List.of(at(20, 0)), Intersections.distances(ORIGIN, 20, at(60, 0), 40));
        assertEquals(List.of(at(-20, 0)), Intersections.distances(ORIGIN, 20, at(60, 0), 80));
    }

    @Test
    void circlesThatDoNotMeetAreRefusedWithTheirMeasures() {
        CogoException apart = refused(() -> Intersections.distances(ORIGIN, 20, at(60, 0), 39.9));
        assertEquals("circles-apart", apart.code());
        assertEquals(List.of(20.0, 39.9, 60.0), apart.arguments());
        assertEquals(
                "circle-inside-circle",
                refused(() -> Intersections.distances(ORIGIN, 20, at(60, 0), 80.1))
                        .code());
        assertEquals(
                "points-equal",
                refused(() -> Intersections.distances(ORIGIN, 20, ORIGIN, 20)).code());
        assertEquals(
                "distance-not-positive",
                refused(() -> Intersections.distances(ORIGIN, 0, at(1, 0), 20)).code());
    }

    @Test
    void aBearingAndADistanceMeetAheadFirst() throws CogoException {
        assertEquals(List.of(at(0, 10), at(0, 90)), Intersections.bearingDistance(ORIGIN, bearing(0), at(30, 50), 50));
        assertEquals(
                List.of(at(0, 10), at(0, -70)), Intersections.bearingDistance(ORIGIN, bearing(0), at(30, -30), 50));
        assertEquals(List.of(at(0, 50)), Intersections.bearingDistance(ORIGIN, bearing(0), at(30, 50), 30));
    }

    @Test
    void aLineThatMissesTheCircleIsRefusedWithRadiusAndDistance() {
        CogoException missed = refused(() -> Intersections.bearingDistance(ORIGIN, bearing(0), at(30, 50), 29));
        assertEquals("circle-missed", missed.code());
        assertEquals(29.0, missed.arguments().get(0));
        assertEquals(30.0, (double) missed.arguments().get(1), 1e-9);
    }

    @Test
    void placesBesideABaselineGoToAndFro() throws CogoException {
        Baseline line = Baseline.between(at(10, 10), at(10, 110));
        assertEquals(at(13, 50), line.point(new StationOffset(40, 3)));
        assertEquals(at(7, -10), line.point(new StationOffset(-20, -3)));
        StationOffset place = line.locate(at(13, 50));
        assertEquals(40, place.stationMetres(), 1e-9);
        assertEquals(3, place.offsetMetres(), 1e-9);
        assertEquals(at(10, 50), line.foot(at(13, 50)));
        assertEquals(at(10, 35), line.at(25));
        assertEquals(new Baseline(at(15, 10), at(15, 110)), line.parallel(5));
        assertEquals(at(10, 60), line.meets(new Baseline(at(0, 50), at(20, 70))));
        assertEquals(
                "points-equal", refused(() -> Baseline.between(ORIGIN, ORIGIN)).code());
    }

    @Test
    void aStationIsOrientedByTheMeanOfItsSights() throws CogoException {
        // Readings 30 too small; the second, of equal length, 0.02 degrees off: 30.01 is the mean.
        Orientation found = Orientation.of(
                ORIGIN, List.of(new Orientation.Sight(at(0, 100), 330), new Orientation.Sight(at(100, 0), 59.98)));
        assertEquals(30.01, found.angle().degrees(), 1e-9);
        assertEquals(-0.01, found.residualsDegrees().get(0), 1e-9);
        assertEquals(0.01, found.residualsDegrees().get(1), 1e-9);
        assertEquals(45.01, found.bearing(15).degrees(), 1e-9);
    }

    /** The answer is known because the readings are computed from it. */
    @Test
    void resectionFindsTheStationItsReadingsWereMadeFrom() throws CogoException {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 2000; i++) {
            EastNorth station = at(500_000 + 1000 * random.nextDouble(), 1_200_000 + 1000 * random.nextDouble());
            double zero = 360 * random.nextDouble();
            List<Orientation.Sight> sights = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                EastNorth target = at(500_000 + 1000 * random.nextDouble(), 1_200_000 + 1000 * random.nextDouble());
                sights.add(new Orientation.Sight(
                        target, Bearing.of(station, target).degrees() - zero));
            }
            try {
                Resection answer = Resection.of(sights);
                if (answer.dangerMetres() > 20) {
                    found++;
                    assertEquals(0, answer.station().distanceTo(station), 0.001);
                    assertEquals(0, Polar.signedDegrees(answer.orientation().degrees() - zero), 0.001);
                }
            } catch (CogoException nearDanger) {
                assertEquals("danger-circle", nearDanger.code());
            }
        }
        assertEquals(true, found > 1800, () -> "too few good figures");
    }

    @Test
    void theDangerCircleIsRefused() {
        // All four on the circle of radius 50 about the origin.
        EastNorth station = at(0, -50);
        List<Orientation.Sight> sights = new ArrayList<>();
        for (EastNorth target : List.of(at(-40, 30), at(0, 50), at(40, 30))) {
            sights.add(new Orientation.Sight(target, Bearing.of(station, target).degrees()));
        }
        assertEquals("danger-circle", refused(() -> Resection.of(sights)).code());
    }

    @Test
    void resectionNeedsThreeDirectionsThatDiffer() {
        List<Orientation.Sight> inLine = List.of(
                new Orientation.Sight(at(0, 10), 5),
                new Orientation.Sight(at(0, 20), 5),
                new Orientation.Sight(at(0, 40), 185));
        assertEquals("directions-in-line", refused(() -> Resection.of(inLine)).code());
        assertEquals(
                "sights-missing",
                refused(() -> Resection.of(inLine.subList(0, 2))).code());
    }
}
