package vn.diaba.cadastre.traverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

class TraverseTest {
    private static final Traverse.Limits LIMITS = Traverse.Limits.STANDARD;

    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    private static TraverseLeg leg(String to, double bearing, double metres) {
        return TraverseLeg.ofBearing(to, new Bearing(bearing), metres);
    }

    /** A square of 100 m walked from A, the last side 0.08 m too short to the west and 0.06 m off to the north. */
    private static Traverse square() {
        return new Traverse(
                "A",
                at(1000, 1000),
                null,
                List.of(leg("B", 0, 100), leg("C", 90, 100), leg("D", 180, 99.94), leg("A", 270, 99.92)),
                Traverse.Close.at(at(1000, 1000)));
    }

    @Test
    void theMiscloseOfALoopIsItsSumOfLegs() throws TraverseException {
        TraverseResult result = TraverseAdjustment.adjust(square(), TraverseMethod.NONE, LIMITS);
        assertEquals(0.08, result.eastMisclose(), 1e-9);
        assertEquals(0.06, result.northMisclose(), 1e-9);
        assertEquals(0.10, result.linearMiscloseMetres(), 1e-9);
        assertEquals(3998.6, result.ratio(), 0.01);
        assertEquals(at(1000.08, 1000.06), result.rows().get(3).after());
    }

    @Test
    void theCompassRuleSpreadsByLength() throws TraverseException {
        // Shares by hand: 100/399.86, 200/399.86, 299.94/399.86 of (-0.08, -0.06).
        TraverseResult result = TraverseAdjustment.adjust(square(), TraverseMethod.COMPASS, LIMITS);
        assertEquals(at(999.98, 1099.985), result.rows().get(0).after());
        assertEquals(at(1099.96, 1099.97), result.rows().get(1).after());
        assertEquals(at(1099.94, 1000.015), result.rows().get(2).after());
        assertEquals(at(1000, 1000), result.rows().get(3).after());
        assertEquals(at(1000, 1100), result.rows().get(0).before());
        assertTrue(result.suspicions().isEmpty());
    }

    @Test
    void theTransitRuleSpreadsEastingsAndNorthingsAlone() throws TraverseException {
        // Legs without easting take none of the east misclose: B stays on its meridian.
        TraverseResult result = TraverseAdjustment.adjust(square(), TraverseMethod.TRANSIT, LIMITS);
        assertEquals(at(1000, 1099.97), result.rows().get(0).after());
        assertEquals(at(1099.96, 1099.97), result.rows().get(1).after());
        assertEquals(at(1099.96, 1000), result.rows().get(2).after());
        assertEquals(at(1000, 1000), result.rows().get(3).after());
    }

    /** A link over known points, its angles computed from these and made 10″ too large each. */
    private static Traverse link(List<EastNorth> points, double excessDegrees) {
        List<TraverseLeg> legs = new ArrayList<>();
        for (int i = 1; i + 1 < points.size() - 1; i++) {
            EastNorth here = points.get(i);
            EastNorth next = points.get(i + 1);
            double angle = Bearing.of(here, next).degrees()
                    - Bearing.of(here, points.get(i - 1)).degrees();
            legs.add(TraverseLeg.ofAngle(
                    "P" + (i + 1), new Bearing(angle).degrees() + excessDegrees, here.distanceTo(next)));
        }
        int last = points.size() - 2;
        double closing = Bearing.of(points.get(last), points.get(last + 1)).degrees()
                - Bearing.of(points.get(last), points.get(last - 1)).degrees();
        return new Traverse(
                "P1",
                points.get(1),
                Bearing.of(points.get(1), points.get(0)),
                legs,
                new Traverse.Close(
                        points.get(last),
                        new Bearing(closing).degrees() + excessDegrees,
                        Bearing.of(points.get(last), points.get(last + 1))));
    }

    private static final List<EastNorth> WAY = List.of(
            at(500_000, 1_200_000),
            at(500_100, 1_200_050),
            at(500_210, 1_200_020),
            at(500_290, 1_200_110),
            at(500_430, 1_200_090),
            at(500_500, 1_200_190),
            at(500_640, 1_200_200));

    @Test
    void balancedAnglesBringALinkHome() throws TraverseException {
        TraverseResult result = TraverseAdjustment.adjust(link(WAY, 10.0 / 3600), TraverseMethod.COMPASS, LIMITS);
        assertEquals(50.0 / 3600, result.angularMiscloseDegrees(), 1e-6);
        assertEquals(5, result.anglesSharing());
        assertEquals(0, result.linearMiscloseMetres(), 0.001);
        assertEquals(0, result.rows().get(1).after().distanceTo(WAY.get(3)), 0.001);
        assertTrue(result.suspicions().isEmpty());
    }

    private static Traverse with(Traverse traverse, int index, TraverseLeg leg) {
        List<TraverseLeg> legs = new ArrayList<>(traverse.legs());
        legs.set(index, leg);
        return new Traverse(traverse.start(), traverse.startAt(), traverse.back(), legs, traverse.close());
    }

    private static Suspicion first(Traverse traverse) throws TraverseException {
        return TraverseAdjustment.adjust(traverse, TraverseMethod.COMPASS, LIMITS)
                .suspicions()
                .get(0);
    }

    @Test
    void aWrongAngleIsNamedByItsPointAndAmount() throws TraverseException {
        Traverse good = link(WAY, 0);
        TraverseLeg second = good.legs().get(1);
        Suspicion found =
                first(with(good, 1, TraverseLeg.ofAngle("P3", second.angleDegrees() + 0.5, second.lengthMetres())));
        assertEquals("blunder-angle", found.code());
        assertEquals(List.of("P2", "P1", "P3", "0-30-00"), found.arguments());
    }

    @Test
    void aDistanceThatIsTooLongIsNamedByItsAmount() throws TraverseException {
        Traverse good = link(WAY, 0);
        TraverseLeg third = good.legs().get(2);
        Suspicion found =
                first(with(good, 2, TraverseLeg.ofAngle("P4", third.angleDegrees(), third.lengthMetres() + 0.437)));
        assertEquals("blunder-distance-long", found.code());
        assertEquals("P3", found.arguments().get(0));
        assertEquals("P4", found.arguments().get(1));
        assertEquals(0.437, (double) found.arguments().get(2), 0.005);
    }

    @Test
    void swappedDigitsAreRecognised() throws TraverseException {
        Traverse good = new Traverse(
                "A",
                at(0, 0),
                null,
                List.of(leg("B", 10, 71.43), leg("C", 110, 55.18)),
                Traverse.Close.at(Polar.point(Polar.point(at(0, 0), new Bearing(10), 74.13), new Bearing(110), 55.18)));
        Suspicion found = first(good);
        assertEquals("blunder-distance-digits", found.code());
        assertEquals(List.of("A", "B", "71.43", "74.13"), found.arguments());
    }

    @Test
    void aReversedBearingIsRecognised() throws TraverseException {
        EastNorth home = Polar.point(Polar.point(at(0, 0), new Bearing(10), 74.13), new Bearing(110), 55.18);
        Traverse wrong = new Traverse(
                "A", at(0, 0), null, List.of(leg("B", 10, 74.13), leg("C", 290, 55.18)), Traverse.Close.at(home));
        Suspicion found = first(wrong);
        assertEquals("blunder-bearing-reversed", found.code());
        assertEquals(List.of("B", "C"), found.arguments());
    }

    @Test
    void swappedDigitsOfABearingAreRecognised() throws TraverseException {
        EastNorth home = Polar.point(Polar.point(at(0, 0), new Bearing(10), 74.13), new Bearing(113.5), 55.18);
        Traverse wrong = new Traverse(
                "A", at(0, 0), null, List.of(leg("B", 10, 74.13), leg("C", 131.5, 55.18)), Traverse.Close.at(home));
        Suspicion found = first(wrong);
        assertEquals("blunder-bearing-digits", found.code());
        assertEquals(List.of("B", "C", "131-30-00", "113-30-00"), found.arguments());
    }

    @Test
    void bearingsFromAnotherNorthAreRecognised() throws TraverseException {
        EastNorth home = Polar.point(Polar.point(at(0, 0), new Bearing(10), 174.13), new Bearing(60), 155.18);
        Traverse wrong = new Traverse(
                "A", at(0, 0), null, List.of(leg("B", 10.6, 174.13), leg("C", 60.6, 155.18)), Traverse.Close.at(home));
        List<Suspicion> found =
                TraverseAdjustment.adjust(wrong, TraverseMethod.NONE, LIMITS).suspicions();
        assertTrue(
                found.stream()
                        .anyMatch(each -> each.code().equals("blunder-all-turned")
                                && each.arguments().equals(List.of("0-36-00"))),
                found::toString);
    }

    @Test
    void anArcLegGoesItsChord() throws TraverseException {
        // A quarter of the circle of radius 100, 157.0796 m long, is a chord of 141.4214 m.
        Traverse arc = new Traverse(
                "A",
                at(0, 100),
                null,
                List.of(TraverseLeg.ofBearing("B", new Bearing(135), 157.07963267948966)
                        .along(100)),
                Traverse.Close.NONE);
        TraverseResult result = TraverseAdjustment.adjust(arc, TraverseMethod.COMPASS, LIMITS);
        assertEquals(at(100, 0), result.rows().get(0).after());
        assertTrue(Double.isNaN(result.linearMiscloseMetres()));
    }

    @Test
    void anAngleNeedsSomethingToCountFrom() {
        Traverse lost =
                new Traverse("A", at(0, 0), null, List.of(TraverseLeg.ofAngle("B", 10, 10)), Traverse.Close.NONE);
        TraverseException wrong = assertThrows(
                TraverseException.class, () -> TraverseAdjustment.adjust(lost, TraverseMethod.NONE, LIMITS));
        assertEquals("traverse-without-orientation", wrong.code());
        assertEquals(List.of("A"), wrong.arguments());
    }

    @Test
    void groundDistancesAreReducedByTheCombinedFactor() {
        // 0.9999 on the central meridian at 500 m: 0.9999 × 6371009 / 6371509.
        assertEquals(0.99982153, GridScale.of(0.9999, 500).combined(), 1e-8);
        // Domain table: 100 km from the meridian the 3 degree zone is +23 ppm long.
        assertEquals(1.000023, GridScale.pointScale(0.9999, 100_000), 1e-6);
        GridScale half = new GridScale(0.95);
        assertEquals(95, half.gridMetres(100), 1e-9);
        assertEquals(100, half.groundMetres(95), 1e-9);
        assertEquals(100, half.groundSquareMetres(90.25), 1e-9);
    }
}
