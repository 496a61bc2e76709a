package vn.diaba.cadastre.traverse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.Intersections;
import vn.diaba.cadastre.cogo.Orientation;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.cogo.Resection;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/** The thirteen computations of {@code survey-known-answers} with the answers another program gives, to 0.1 mm. */
@Tag("acceptance")
class KnownAnswersAcceptanceTest {
    private static final Map<String, Map<?, ?>> CASES = new LinkedHashMap<>();
    private static final Pattern POINT = Pattern.compile(
            "compare\\((\\w+)(?:\\[(\\d)\\])?, Point\\('(\\w+)', ([-\\d.]+), ([-\\d.]+)(?:, ([-\\d.]+))?\\)\\)");

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("../shared/data"))) {
            folder = folder.getParent();
        }
        Map<?, ?> all =
                (Map<?, ?>) JsonTree.read(folder.resolve("../shared/data/survey-known-answers/groma-cases.json"));
        for (Object each : (List<?>) all.get("cases")) {
            Map<?, ?> one = (Map<?, ?>) each;
            CASES.put((String) one.get("test"), one);
        }
        assertEquals(13, CASES.size());
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static Map<?, ?> input(String test, String name) {
        return map(map(CASES.get(test).get("inputs")).get(name));
    }

    private static double number(Map<?, ?> map, String name) {
        return (Double) map.get(name);
    }

    private static EastNorth place(Map<?, ?> point) {
        return new EastNorth(number(point, "e"), number(point, "n"));
    }

    private static EastNorth point(String test, String name) {
        return place(input(test, name));
    }

    private static double angle(Object value) throws CogoException {
        Map<?, ?> angle = map(value);
        Object size = angle.get("angle");
        if (size instanceof Double degrees) {
            return angle.get("unit").equals("RAD") ? Math.toDegrees(degrees) : degrees;
        }
        return AngleText.DEGREES.degrees(size.toString());
    }

    private static double hz(String test, String observation) throws CogoException {
        return angle(input(test, observation).get("hz"));
    }

    private static List<String> assertions(String test) {
        List<String> texts = new ArrayList<>();
        for (Object each : (List<?>) CASES.get(test).get("expected")) {
            texts.add((String) map(each).get("assert"));
        }
        return texts;
    }

    /** Compares with the assertion of this number, which names a point. */
    private static void assertPoint(String test, int number, EastNorth found) {
        Matcher expected = POINT.matcher(assertions(test).get(number));
        assertEquals(true, expected.matches(), () -> assertions(test).get(number));
        assertEquals(Double.parseDouble(expected.group(4)), found.east(), 1.01e-4);
        assertEquals(Double.parseDouble(expected.group(5)), found.north(), 1.01e-4);
    }

    private static void assertAngle(String test, int number, Bearing found) {
        assertEquals(
                true,
                assertions(test).get(number).contains("'" + AngleText.dms(found.degrees(), 0) + "'"),
                () -> found + " " + assertions(test).get(number));
    }

    private static Orientation orientation(String test, String station, String... pairs) throws CogoException {
        List<Orientation.Sight> sights = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sights.add(new Orientation.Sight(point(test, pairs[i]), hz(test, pairs[i + 1])));
        }
        return Orientation.of(place(map(input(test, station).get("station_at"))), sights);
    }

    /** Orientation whose targets stand in the call, not among the inputs. */
    private static Orientation called(String test, String result) throws CogoException {
        Map<?, ?> call =
                map(map(map(CASES.get(test).get("results")).get(result)).get("item"));
        List<?> arguments = (List<?>) call.get("args");
        List<Orientation.Sight> sights = new ArrayList<>();
        for (Object each : (List<?>) arguments.get(1)) {
            List<?> pair = (List<?>) each;
            sights.add(new Orientation.Sight(
                    place(map(pair.get(0))), angle(map(pair.get(1)).get("hz"))));
        }
        return Orientation.of(place(map(map(arguments.get(0)).get("station_at"))), sights);
    }

    @Test
    void distancesAndBearings() {
        EastNorth one = point("test_distance2d", "p1");
        EastNorth two = point("test_distance2d", "p2");
        assertEquals("compare(d.d, 70.7107)", assertions("test_distance2d").get(0));
        assertEquals(70.7107, one.distanceTo(two), 1e-4);
        assertEquals("compare(d.d, 71.4143)", assertions("test_distance3d").get(0));
        double rise = number(input("test_distance3d", "p2"), "z") - number(input("test_distance3d", "p1"), "z");
        assertEquals(71.4143, Math.hypot(one.distanceTo(two), rise), 1e-4);
        assertAngle("test_bearing", 0, Bearing.of(one, two));
        assertAngle("test_bearing", 1, Bearing.of(two, one));
    }

    @Test
    void forwardIntersections() throws CogoException {
        String test = "test_intersection3d";
        assertPoint(
                test,
                0,
                Intersections.bearings(
                        point(test, "p1"),
                        new Bearing(hz(test, "o1")),
                        point(test, "p2"),
                        new Bearing(hz(test, "o2"))));
        String plane = "test_intersection2d";
        assertPoint(
                plane,
                0,
                Intersections.bearings(
                        point(plane, "A1"),
                        new Bearing(hz(plane, "sA1o") + hz(plane, "oA1")),
                        point(plane, "A2"),
                        new Bearing(hz(plane, "sA2o") + hz(plane, "oA2"))));
    }

    @Test
    void resection() throws CogoException {
        String test = "test_resection";
        List<Orientation.Sight> sights = new ArrayList<>();
        for (String name : List.of("101", "102", "103")) {
            sights.add(new Orientation.Sight(point(test, "p" + name + "res"), hz(test, "o" + name + "res")));
        }
        assertPoint(test, 0, Resection.of(sights).station());
    }

    @Test
    void orientations() throws CogoException {
        assertAngle(
                "test_orientation1", 0, called("test_orientation1", "z101ori").angle());
        assertAngle(
                "test_orientation2", 0, called("test_orientation2", "z201ori").angle());
        assertAngle(
                "test_orientation4", 0, called("test_orientation4", "z301ori").angle());
    }

    @Test
    void polarPoints() throws CogoException {
        String test = "test_polar_points";
        Orientation one =
                orientation(test, "s101pol", "p201pol", "o201pol", "p202pol", "o202pol", "p203pol", "o203pol");
        assertAngle(test, 0, one.angle());
        assertPoint(test, 1, shot(test, "p101pol", one, "o9pol"));
        assertPoint(test, 2, shot(test, "p101pol", one, "o10pol"));
        Orientation other = orientation(test, "sA1pol", "pT1pol", "oT1pol", "pT2pol", "oT2pol", "pT3pol", "oT3pol");
        assertAngle(test, 3, other.angle());
        assertPoint(test, 4, shot(test, "pA1pol", other, "oP1pol"));
        assertPoint(test, 5, shot(test, "pA1pol", other, "oP2pol"));
    }

    private static EastNorth shot(String test, String station, Orientation orientation, String observation)
            throws CogoException {
        Map<?, ?> shot = input(test, observation);
        double metres = number(map(shot.get("distance")), "dist");
        return Polar.point(point(test, station), orientation.bearing(angle(shot.get("hz"))), metres);
    }

    @Test
    void polarPointWithSlopeDistance() throws CogoException {
        String test = "test_polar_point3d_1";
        Map<?, ?> shot = input(test, "oo2");
        double zenith = Math.toRadians(angle(shot.get("v")));
        double slope = number(map(shot.get("distance")), "dist");
        EastNorth found = Polar.point(point(test, "ppp"), new Bearing(angle(shot.get("hz"))), slope * Math.sin(zenith));
        assertPoint(test, 0, found);
    }

    @Test
    void aLinkOverHorizontalDistances() throws CogoException, TraverseException {
        String test = "test_traverse1";
        Orientation start = orientation(
                test, "s5247otra", "p5241otra", "o5241otra", "p5245otra", "o5245otra", "p5246otra", "o5246otra");
        assertAngle(test, 0, start.angle());
        List<TraverseLeg> legs = new ArrayList<>();
        String[] names = {"5247", "111", "112", "113", "114", "115"};
        for (int i = 0; i + 1 < names.length; i++) {
            Map<?, ?> fore = input(test, "o" + names[i] + "_" + names[i + 1] + "otra");
            double metres = number(map(fore.get("distance")), "dist");
            if (i == 0) {
                legs.add(TraverseLeg.ofBearing(names[1], start.bearing(angle(fore.get("hz"))), metres));
            } else {
                double back = hz(test, "o" + names[i] + "_" + names[i - 1] + "otra");
                legs.add(TraverseLeg.ofAngle(names[i + 1], angle(fore.get("hz")) - back, metres));
            }
        }
        Traverse open = new Traverse("5247", point(test, "p5247otra"), null, legs, Traverse.Close.NONE);
        TraverseResult result = TraverseAdjustment.adjust(open, TraverseMethod.COMPASS, Traverse.Limits.STANDARD);
        for (int i = 0; i < 5; i++) {
            assertPoint(test, i + 1, result.rows().get(i).after());
        }
    }

    @Test
    void aLinkOverSlopeDistancesMeasuredBothWays() throws CogoException, TraverseException {
        String test = "test_traverse3";
        Orientation start = orientation(test, "sA5tra", "pA4tra", "oA5_A4tra");
        assertAngle(test, 0, start.angle());
        List<TraverseLeg> legs = new ArrayList<>();
        for (int i = 5; i < 11; i++) {
            Map<?, ?> fore = input(test, "oA" + i + "_A" + (i + 1) + "tra");
            Map<?, ?> back = input(test, "oA" + (i + 1) + "_A" + i + "tra");
            double metres = (horizontal(fore) + horizontal(back)) / 2;
            String to = "A" + (i + 1);
            if (i == 5) {
                legs.add(TraverseLeg.ofBearing(to, start.bearing(angle(fore.get("hz"))), metres));
            } else {
                double behind = hz(test, "oA" + i + "_A" + (i - 1) + "tra");
                legs.add(TraverseLeg.ofAngle(to, angle(fore.get("hz")) - behind, metres));
            }
        }
        Traverse link =
                new Traverse("A5", point(test, "pA5tra"), null, legs, Traverse.Close.at(point(test, "pA11tra")));
        TraverseResult result = TraverseAdjustment.adjust(link, TraverseMethod.COMPASS, Traverse.Limits.STANDARD);
        for (int i = 0; i < 5; i++) {
            assertPoint(test, i + 1, result.rows().get(i).after());
        }
        assertEquals("A10", result.rows().get(4).to());
    }

    private static double horizontal(Map<?, ?> shot) throws CogoException {
        Map<?, ?> distance = map(shot.get("distance"));
        assertEquals("SD", distance.get("type"));
        return number(distance, "dist") * Math.sin(Math.toRadians(angle(shot.get("v"))));
    }
}
