package vn.diaba.cadastre.traverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.cogo.Arc;
import vn.diaba.cadastre.cogo.Baseline;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/** Lots of a Western Australian plan and two Swiss parcels with arcs, against their published areas. */
@Tag("acceptance")
class PublishedPlanAcceptanceTest {
    /** The plan's distances are ground distances: 1.00022 of the grid's, by its README. */
    private static final GridScale GROUND = new GridScale(1 / 1.00022);

    private static final Map<String, EastNorth> POINTS = new HashMap<>();
    private static final Map<String, Map<String, String>> LINES = new HashMap<>();
    private static List<Map<String, String>> parcels = List.of();

    private static Path data(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("../shared/data"))) {
            folder = folder.getParent();
        }
        return folder.resolve("../shared/data").resolve(name);
    }

    private static List<Map<String, String>> rows(String name) throws IOException {
        List<String> lines = Files.readAllLines(data("au-wa-dp400715-survey/" + name), StandardCharsets.UTF_8);
        String[] names = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], values[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    @BeforeAll
    static void read() throws IOException {
        for (Map<String, String> row : rows("dp400715-points.csv")) {
            POINTS.put(
                    row.get("id"),
                    new EastNorth(Double.parseDouble(row.get("easting")), Double.parseDouble(row.get("northing"))));
        }
        for (Map<String, String> row : rows("dp400715-lines.csv")) {
            LINES.put(row.get("line_id"), row);
        }
        parcels = rows("dp400715-parcels.csv");
        assertEquals(45, parcels.size());
    }

    /** The lines of a parcel in order, each as from, to and the centre of its arc or "". */
    private static List<String[]> around(Map<String, String> parcel) {
        List<String[]> sides = new ArrayList<>();
        String[] ids = parcel.get("lines_in_order").split(" ");
        Map<String, String> first = LINES.get(ids[0]);
        Map<String, String> second = LINES.get(ids[1]);
        boolean turned = List.of(second.get("from"), second.get("to")).contains(first.get("from"));
        String here = turned ? first.get("to") : first.get("from");
        for (String id : ids) {
            Map<String, String> line = LINES.get(id);
            String next = line.get("from").equals(here) ? line.get("to") : line.get("from");
            sides.add(new String[] {here, next, line.get("center"), line.get("distance_ground_m")});
            here = next;
        }
        assertEquals(sides.get(0)[0], here, parcel.get("lot"));
        return sides;
    }

    private static List<EastNorth> stroked(String[] side) throws CogoException {
        EastNorth from = POINTS.get(side[0]);
        EastNorth to = POINTS.get(side[1]);
        if (side[2].isEmpty()) {
            return List.of(from, to);
        }
        EastNorth centre = POINTS.get(side[2]);
        // None of the plan's arcs is more than half a circle: its centre on the right means it turns right.
        boolean right = new Baseline(from, to).locate(centre).offsetMetres() > 0;
        return Arc.ofCentre(from, to, centre, right).stroked(0.001);
    }

    @Test
    void publishedAreasAreGroundAreasOfTheStrokedLots() throws CogoException {
        for (Map<String, String> parcel : parcels) {
            List<EastNorth> ring = new ArrayList<>();
            for (String[] side : around(parcel)) {
                List<EastNorth> points = stroked(side);
                ring.addAll(points.subList(0, points.size() - 1));
            }
            double published = Double.parseDouble(parcel.get("published_area_m2"));
            double ground = GROUND.groundSquareMetres(PlaneMath.area(ring).squareMetres());
            // Published to 0.01 m² from distances rounded to a millimetre; arcs stroked at 1 mm.
            assertEquals(published, ground, 0.1 + 3e-6 * published, parcel.get("lot"));
        }
    }

    @Test
    void everyLotClosesByItsGroundDistances() throws TraverseException {
        int closed = 0;
        for (Map<String, String> parcel : parcels) {
            List<String[]> sides = around(parcel);
            List<TraverseLeg> legs = new ArrayList<>();
            for (String[] side : sides) {
                EastNorth from = POINTS.get(side[0]);
                EastNorth to = POINTS.get(side[1]);
                double metres =
                        side[3].isEmpty() ? from.distanceTo(to) : GROUND.gridMetres(Double.parseDouble(side[3]));
                legs.add(TraverseLeg.ofBearing(side[1], Bearing.of(from, to), metres));
            }
            EastNorth start = POINTS.get(sides.get(0)[0]);
            Traverse loop = new Traverse(sides.get(0)[0], start, null, legs, Traverse.Close.at(start));
            TraverseResult result = TraverseAdjustment.adjust(loop, TraverseMethod.COMPASS, Traverse.Limits.STANDARD);
            assertTrue(result.linearMiscloseMetres() < 0.005, parcel.get("lot"));
            for (int i = 0; i < sides.size(); i++) {
                assertEquals(
                        0,
                        result.rows().get(i).after().distanceTo(POINTS.get(sides.get(i)[1])),
                        0.005,
                        parcel.get("lot"));
            }
            closed++;
        }
        assertEquals(45, closed);
    }

    /** The two arcs of the Swiss line work, as its drawing states them: centre, radius, angles from east, turning left. */
    private static Arc arc(double east, double north, double radius, double from, double to) throws CogoException {
        EastNorth centre = new EastNorth(east, north);
        EastNorth start = Polar.point(centre, new Bearing(90 - from), radius);
        EastNorth end = Polar.point(centre, new Bearing(90 - to), radius);
        return Arc.ofCentre(start, end, centre, false);
    }

    @Test
    void strokedArcsGiveTheRegisteredAreasOfSolothurn() throws CogoException, IOException {
        double segments = 0;
        for (Arc arc : List.of(
                arc(2611809.1067864983, 1233626.1543371286, 212.3930186820655, 65.53074938663211, 75.60690209984534),
                arc(
                        2611809.1314287265,
                        1233626.1641383169,
                        212.37389166489478,
                        55.49617813716425,
                        65.53570517836084))) {
            double stroked = PlaneMath.area(arc.stroked(0.001)).squareMetres();
            assertEquals(arc.segmentSquareMetres(), stroked, 0.05);
            segments += stroked;
        }
        for (String line :
                Files.readAllLines(data("ch-solothurn-2549-av/expected-parcels.csv"), StandardCharsets.UTF_8)) {
            String[] row = line.split(",");
            double sign = row[0].equals("33") ? 1 : row[0].equals("29") ? -1 : 0;
            if (sign != 0) {
                double registered = Double.parseDouble(row[4]);
                assertEquals(registered, Double.parseDouble(row[6]) + sign * segments, 0.5, row[0]);
            }
        }
    }
}
