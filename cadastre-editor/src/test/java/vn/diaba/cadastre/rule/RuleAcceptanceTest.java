package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;

/** The rules on real parcels, against what GEOS found there and what JTS finds now. */
@Tag("acceptance")
class RuleAcceptanceTest {
    private static final String SEEDED = "nz-waiheke-seeded-errors/";

    private static CheckReport check(Fabric land) {
        return Checks.BOOK.check(land, Scope.ALL);
    }

    /** The rows of numbers under a key of the truth file. */
    private static List<double[]> truth(String key) throws Exception {
        String text = Files.readString(SharedData.folder().resolve(SEEDED + "west-truth.json"));
        Matcher list = Pattern.compile("\"" + key + "\":\\s*\\[(.*?)\\]\\s*\\]", Pattern.DOTALL)
                .matcher(text);
        assertTrue(list.find(), key);
        List<double[]> rows = new ArrayList<>();
        for (String row : list.group(1).split("\\]")) {
            rows.add(Pattern.compile("-?[0-9.]+(?:e-?[0-9]+)?")
                    .matcher(row)
                    .results()
                    .mapToDouble(number -> Double.parseDouble(number.group()))
                    .toArray());
        }
        return rows;
    }

    /** Holes of the union of all parcels larger than a hundredth of a square metre, by JTS on repaired copies. */
    private static long holesOfUnion(Fabric land) {
        List<Geometry> shapes = new ArrayList<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            Geometry shape = land.shapeOf(land.parcelAt(slot).id());
            shapes.add(shape.isValid() ? shape : GeometryFixer.fix(shape));
        }
        Geometry union = OverlayNGRobust.union(new GeometryFactory().buildGeometry(shapes));
        long holes = 0;
        for (Object piece : PolygonExtracter.getPolygons(union)) {
            Polygon polygon = (Polygon) piece;
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                holes += new GeometryFactory()
                                        .createPolygon(
                                                polygon.getInteriorRingN(h).getCoordinates())
                                        .getArea()
                                > 0.01
                        ? 1
                        : 0;
            }
        }
        return holes;
    }

    /** Pairs of parcels that share more than a hundredth of a square metre, by JTS on repaired copies, all compared. */
    private static Set<String> overlappingPairs(Fabric land) {
        STRtree tree = new STRtree();
        Map<ParcelId, String> keys = Checks.sources(land);
        keys.forEach((id, key) -> {
            Geometry shape = land.shapeOf(id);
            Geometry valid = shape.isValid() ? shape : GeometryFixer.fix(shape);
            valid.setUserData(key);
            tree.insert(valid.getEnvelopeInternal(), valid);
        });
        Set<String> pairs = new TreeSet<>();
        for (Object a : tree.query(new Envelope(-1e9, 1e9, -1e9, 1e9))) {
            for (Object b : tree.query(((Geometry) a).getEnvelopeInternal())) {
                if (a != b
                        && OverlayNGRobust.overlay((Geometry) a, (Geometry) b, OverlayNG.INTERSECTION)
                                        .getArea()
                                > 0.01) {
                    pairs.add(Stream.of(a, b)
                            .map(shape -> (String) ((Geometry) shape).getUserData())
                            .sorted()
                            .collect(Collectors.joining("+")));
                }
            }
        }
        return pairs;
    }

    private static Set<String> pairs(Fabric land, CheckReport report) {
        Map<ParcelId, String> keys = Checks.sources(land);
        return report.of("no-overlap").stream()
                .filter(v -> v.areaSquareMetres() > 0.01)
                .map(v -> v.parcels().stream().map(keys::get).sorted().collect(Collectors.joining("+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> invalid(Fabric land) {
        Map<ParcelId, String> keys = Checks.sources(land);
        return keys.keySet().stream()
                .filter(id -> !land.shapeOf(id).isValid())
                .map(keys::get)
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Fabric land, CheckReport report, String rule) {
        Map<ParcelId, String> keys = Checks.sources(land);
        return report.of(rule).stream()
                .flatMap(v -> v.parcels().stream())
                .map(keys::get)
                .collect(Collectors.toSet());
    }

    @Test
    void waihekeHasNoError() throws Exception {
        Fabric land = SharedData.shapefile("nz-waiheke-primary-parcels/parcels.shp");
        assertEquals(7636, land.parcelCount());
        CheckReport report = check(land);
        assertEquals(0, report.count(Severity.ERROR), report.byRule().toString());
    }

    @Test
    void theCleanWestHasItsTwoHolesAndNothingElse() throws Exception {
        Fabric land = SharedData.geoPackage(SEEDED + "west-clean.gpkg", "parcels", "parcel_id", 1);
        CheckReport report = check(land);
        assertEquals(2, report.count("no-gap"));
        assertEquals(
                Set.of("no-gap"),
                report.violations().stream()
                        .filter(v -> v.severity() == Severity.ERROR || v.rule().equals("no-gap"))
                        .map(Violation::rule)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyPairOfTheTruthFileIsNamed() throws Exception {
        Fabric land = SharedData.geoPackage(SEEDED + "west-dirty.gpkg", "parcels", "parcel_id", 1);
        CheckReport report = check(land);
        Set<String> pairs = new TreeSet<>();
        for (double[] row : truth("overlap_pairs")) {
            String pair = (int) row[0] + "+" + (int) row[1];
            pairs.add(pair);
            boolean counts = row[2] > 0.01;
            Set<String> rules = report.violations().stream()
                    .filter(v -> List.of(Checks.named(land, v).split("\\+")).containsAll(List.of(pair.split("\\+"))))
                    .map(Violation::rule)
                    .collect(Collectors.toSet());
            assertTrue(rules.contains("no-overlap") || (!counts && rules.contains("edges-match")), pair + rules);
        }
        assertEquals(48, pairs.size());
        List<String> ours =
                report.of("no-overlap").stream().map(v -> Checks.named(land, v)).toList();
        assertTrue(pairs.containsAll(ours), ours + " of " + pairs);
        assertEquals(5, report.count("no-duplicate"));
    }

    @Test
    void everyHoleOfTheTruthFileIsFound() throws Exception {
        Fabric land = SharedData.geoPackage(SEEDED + "west-dirty.gpkg", "parcels", "parcel_id", 1);
        CheckReport report = check(land);
        List<EastNorth> bowTies =
                report.of("ring-is-simple").stream().map(Violation::place).toList();
        int holes = 0;
        for (double[] row : truth("new_holes_x_y_area")) {
            EastNorth place = new EastNorth(row[0], row[1]);
            Geometry point = new WKTReader().read("POINT (" + row[0] + " " + row[1] + ")");
            boolean found = false;
            for (Violation gap : report.of("no-gap")) {
                Geometry shape = new WKTReader().read(gap.wkt());
                boolean same = Math.abs(shape.getArea() - row[2]) < 0.002 * Math.max(1, Math.sqrt(row[2]));
                boolean atBowTie = bowTies.stream().anyMatch(tie -> tie.distanceTo(place) < 30);
                found |= shape.distance(point) < 15 && (same || atBowTie);
            }
            boolean small = row[2] < 0.01;
            found |= small
                    && report.of("edges-match").stream().anyMatch(v -> v.place().distanceTo(place) < 15);
            assertTrue(found, place + " " + row[2]);
            holes++;
        }
        assertEquals(39, holes);
        assertEquals(holesOfUnion(land), report.count("no-gap"));
        assertEquals(3, report.count("holes-are-filled"));
    }

    @Test
    void everyInvalidShapeOfTheTruthFileIsNamed() throws Exception {
        Fabric land = SharedData.geoPackage(SEEDED + "west-dirty.gpkg", "parcels", "parcel_id", 1);
        assertEquals(
                Set.of("79", "1148", "1721", "3337", "5282", "5657", "5674", "5777"),
                named(land, check(land), "ring-is-simple"));
        assertTrue(named(land, check(land), "no-spike").containsAll(Set.of("5777", "1721", "5282", "5674")));
    }

    @Test
    void cambridgeIsReadWithAllItsFaults() throws Exception {
        Fabric land =
                SharedData.geoPackage("cambridge-ma-parcels-2013/parcels-2013-epsg26986.gpkg", "parcels", "fid", 1);
        CheckReport report = check(land);
        assertEquals(invalid(land), named(land, report, "ring-is-simple"));
        assertEquals(23, report.count("ring-is-simple"), "README: 22 invalid, before rounding to the grid");
        assertEquals(1, report.count("no-duplicate"), "README: 1 exact duplicate");
        assertEquals(overlappingPairs(land), pairs(land, report));
        assertTrue(report.count("no-overlap") >= 53, "README: 53 overlapping pairs, invalid shapes left out");
        assertEquals(holesOfUnion(land), report.count("no-gap"));
    }

    @Test
    void wherePlentyOverlapsEveryPairIsFound() throws Exception {
        Fabric land =
                SharedData.geoPackage("nz-waca-adjustments/nz-waca-adjustments.gpkg", "nz_waca_adjustments", "id", 1e5);
        CheckReport report = check(land);
        assertEquals(313, report.count("no-overlap"), "README: 313 overlapping pairs");
        assertEquals(4, report.count("no-duplicate"), "README: 4 exact duplicates");
    }

    @Test
    void thePairsThatJtsTestsItsOwnRulesWithAreJudgedAlike() throws Exception {
        String text = Files.readString(
                SharedData.folder().resolve("peer-jts-coverage-pairs/CoveragePolygonValidatorTest.json"));
        Matcher cases = Pattern.compile("\"call\": \"(check\\w+)\",\\s*\"args\": \\[\\s*\"(.*?)\",\\s*\"(.*?)\"")
                .matcher(text);
        int judged = 0;
        while (cases.find()) {
            List<String> shapes = new ArrayList<>(List.of(cases.group(2)));
            Geometry beside = new WKTReader().read(cases.group(3).replaceFirst("\\)\\)\\)\\), \\(", "))), ("));
            for (int g = 0; g < beside.getNumGeometries(); g++) {
                shapes.add(beside.getGeometryN(g).toText());
            }
            Fabric land = TestFabrics.fromWkt(shapes.toArray(new String[0]));
            Set<String> target = check(land).violations().stream()
                    .filter(v -> v.severity() == Severity.ERROR)
                    .filter(v -> List.of(Checks.named(land, v).split("\\+")).contains("1"))
                    .map(Violation::rule)
                    .collect(Collectors.toSet());
            boolean isGapOnly = cases.group(1).equals("checkInvalidGap");
            assertEquals(
                    cases.group(1).equals("checkValid") || isGapOnly, target.isEmpty(), cases.group() + " " + target);
            judged++;
        }
        assertEquals(24, judged);
    }
}
