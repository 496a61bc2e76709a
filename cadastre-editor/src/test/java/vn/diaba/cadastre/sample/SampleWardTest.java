package vn.diaba.cadastre.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelState;

/** What JTS says of the ward, its faults and its week; three seeds. */
class SampleWardTest {
    static Stream<SampleWard> wards() {
        return Stream.of(1L, 2L, 3L).map(SampleWard::generate);
    }

    @ParameterizedTest
    @MethodSource("wards")
    void twelveFaultsHitEightRules(SampleWard ward) {
        Map<String, Integer> rules = new HashMap<>();
        ward.truth().forEach(fault -> rules.merge(fault.rule(), 1, Integer::sum));
        assertEquals(12, ward.truth().size());
        assertEquals(
                Map.of(
                        "no-overlap", 2,
                        "no-gap", 2,
                        "edges-match", 2,
                        "no-sliver", 2,
                        "ring-is-simple", 1,
                        "no-spike", 1,
                        "area-agrees", 1,
                        "no-duplicate", 1),
                rules);
    }

    @ParameterizedTest
    @MethodSource("wards")
    void overlapsAreAsLargeAsListed(SampleWard ward) {
        Map<String, Polygon> shapes = DraftShapes.byKey(ward.drafts());
        for (PlantedFault fault : faults(ward, "no-overlap")) {
            Geometry overlap = shapes.get(fault.sourceIds().get(0))
                    .intersection(shapes.get(fault.sourceIds().get(1)));
            assertEquals(fault.size(), overlap.getArea(), 1e-4);
            assertTrue(overlap.covers(DraftShapes.point(fault.place())));
        }
    }

    @ParameterizedTest
    @MethodSource("wards")
    void gapsAreHolesOfTheWardAsLargeAsListed(SampleWard ward) {
        List<Geometry> fixed = new ArrayList<>();
        for (Polygon polygon : DraftShapes.polygons(ward.drafts())) {
            fixed.add(polygon.isValid() ? polygon : polygon.buffer(0));
        }
        Geometry union = UnaryUnionOp.union(fixed);
        for (PlantedFault fault : faults(ward, "no-gap")) {
            assertFalse(union.covers(DraftShapes.point(fault.place())));
        }
        double filled = union.getFactory()
                .createPolygon(((Polygon) union).getExteriorRing().getCoordinates())
                .getArea();
        double gaps =
                faults(ward, "no-gap").stream().mapToDouble(PlantedFault::size).sum();
        // one loose corner is 0.6 mm off its side and opens less than 0.01 m²
        assertEquals(gaps, filled - union.getArea(), 0.01);
    }

    @ParameterizedTest
    @MethodSource("wards")
    void crossedOutlinesAreTheOnlyInvalidOnes(SampleWard ward) {
        Set<String> crossed = new HashSet<>();
        faults(ward, "ring-is-simple").forEach(fault -> crossed.addAll(fault.sourceIds()));
        DraftShapes.byKey(ward.drafts()).forEach((key, shape) -> assertEquals(!crossed.contains(key), shape.isValid()));
    }

    @ParameterizedTest
    @MethodSource("wards")
    void sliversSpikesAndDuplicatesAreAsListed(SampleWard ward) {
        Map<String, Polygon> shapes = DraftShapes.byKey(ward.drafts());
        for (PlantedFault fault : faults(ward, "no-sliver")) {
            Polygon sliver = shapes.get(fault.sourceIds().get(0));
            double index = 4 * Math.PI * sliver.getArea() / Math.pow(sliver.getLength(), 2);
            assertEquals(fault.size(), sliver.getArea(), 1e-6);
            assertTrue(sliver.getArea() < 0.5 || index < 0.02);
        }
        PlantedFault spike = faults(ward, "no-spike").get(0);
        assertEquals(spike.size(), angleAt(shapes.get(spike.sourceIds().get(0)), spike.place()), 1e-6);
        assertTrue(spike.size() < 3);
        PlantedFault duplicate = faults(ward, "no-duplicate").get(0);
        assertTrue(shapes.get(duplicate.sourceIds().get(0))
                .equalsTopo(shapes.get(duplicate.sourceIds().get(1))));
    }

    @ParameterizedTest
    @MethodSource("wards")
    void looseCornersLieWithinAMillimetreOfTheNeighboursSide(SampleWard ward) {
        Map<String, Polygon> shapes = DraftShapes.byKey(ward.drafts());
        for (PlantedFault fault : faults(ward, "edges-match")) {
            Polygon owner = shapes.get(fault.sourceIds().get(0));
            Polygon neighbour = shapes.get(fault.sourceIds().get(1));
            Coordinate corner = DraftShapes.coordinate(fault.place());
            assertTrue(Arrays.asList(owner.getCoordinates()).contains(corner));
            assertFalse(Arrays.asList(neighbour.getCoordinates()).contains(corner));
            assertEquals(fault.size(), neighbour.getExteriorRing().distance(DraftShapes.point(fault.place())), 1e-7);
            assertTrue(fault.size() < 0.001);
        }
    }

    @ParameterizedTest
    @MethodSource("wards")
    void nothingElseBreaksTheCoverage(SampleWard ward) {
        Set<String> guilty = new HashSet<>();
        Set<String> crossed = new HashSet<>();
        ward.truth().forEach(fault -> guilty.addAll(fault.sourceIds()));
        faults(ward, "ring-is-simple").forEach(fault -> crossed.addAll(fault.sourceIds()));
        List<Draft> drafts = ward.drafts().stream()
                .filter(draft -> !crossed.contains(draft.facts().sourceId()))
                .toList();
        Geometry[] faulty = CoverageValidator.validate(DraftShapes.polygons(drafts));
        for (int i = 0; i < faulty.length; i++) {
            String key = drafts.get(i).facts().sourceId();
            assertTrue(faulty[i] == null || guilty.contains(key), key);
        }
    }

    @ParameterizedTest
    @MethodSource("wards")
    void faultsLieApartAndNumbersStayUnique(SampleWard ward) {
        for (PlantedFault one : ward.truth()) {
            for (PlantedFault other : ward.truth()) {
                assertTrue(one == other || one.place().distanceTo(other.place()) > 25, () -> one + " " + other);
            }
        }
        Set<String> labels = new HashSet<>();
        ward.drafts().forEach(draft -> labels.add(draft.number().label()));
        assertEquals(ward.drafts().size(), labels.size());
    }

    @ParameterizedTest
    @MethodSource("wards")
    void noPersonalNumberCanBeAnybodys(SampleWard ward) {
        for (Draft draft : ward.drafts()) {
            Draft.Holder holder = draft.holder();
            assertNotNull(holder);
            assertFalse(holder.name().isBlank());
            assertTrue(
                    holder.idNumber().isEmpty() || holder.idNumber().matches("999(\\d{9}|\\d{7})"), holder::idNumber);
        }
    }

    @ParameterizedTest
    @MethodSource("wards")
    void oneParcelDiffersFromItsPapersAndOneIsFrozen(SampleWard ward) {
        Draft exact = draft(ward, ward.week().exact());
        assertEquals(251.3, DraftShapes.polygon(exact).getArea(), 0.005);
        assertEquals("245.8", exact.facts().legalArea().toString());
        List<String> frozen = ward.drafts().stream()
                .filter(draft -> draft.facts().state() == ParcelState.FROZEN)
                .map(draft -> draft.facts().sourceId())
                .toList();
        assertEquals(List.of(ward.week().frozen()), frozen);
    }

    @ParameterizedTest
    @MethodSource("wards")
    void theSplitRunsFromTheRoadThroughTheParcel(SampleWard ward) {
        SampleWeek.Split split = ward.week().split();
        Polygon parcel = DraftShapes.polygon(draft(ward, split.sourceId()));
        Coordinate[] ends = {DraftShapes.coordinate(split.from()), DraftShapes.coordinate(split.to())};
        LineString line = parcel.getFactory().createLineString(ends);
        Polygon road = DraftShapes.byKey(ward.drafts()).values().stream()
                .filter(shape -> shape.covers(DraftShapes.point(split.from())))
                .findFirst()
                .orElseThrow();
        assertNotEquals(parcel, road);
        assertFalse(parcel.covers(DraftShapes.point(split.to())));
        assertEquals(1, parcel.intersection(line).getNumGeometries());
        assertEquals(2, parcel.difference(line.buffer(0.01)).getNumGeometries());
        assertTrue(parcel.contains(DraftShapes.point(split.sold())));
        assertTrue(sharedLength(parcel, DraftShapes.polygon(draft(ward, split.neighbour()))) > 5);
    }

    @ParameterizedTest
    @MethodSource("wards")
    void theMergedNeighboursShareASideAndAUser(SampleWard ward) {
        Draft one = draft(ward, ward.week().merge().sourceId());
        Draft other = draft(ward, ward.week().merge().neighbour());
        assertEquals(one.holder(), other.holder());
        assertTrue(sharedLength(DraftShapes.polygon(one), DraftShapes.polygon(other)) > 1);
    }

    @ParameterizedTest
    @MethodSource("wards")
    void theContestedCornerBelongsToItsParcelsAndMovesTwoWays(SampleWard ward) {
        SampleWeek.Contested contested = ward.week().contested();
        assertTrue(contested.sourceIds().size() >= 3);
        for (String key : contested.sourceIds()) {
            Coordinate[] ring = DraftShapes.polygon(draft(ward, key)).getCoordinates();
            assertTrue(Arrays.asList(ring).contains(DraftShapes.coordinate(contested.place())));
        }
        assertNotEquals(contested.first(), contested.second());
    }

    @ParameterizedTest
    @MethodSource("wards")
    void theWeekKeepsClearOfFaults(SampleWard ward) {
        SampleWeek week = ward.week();
        Set<String> keys = new HashSet<>(week.contested().sourceIds());
        keys.addAll(List.of(
                week.split().sourceId(), week.split().neighbour(), week.merge().sourceId()));
        keys.addAll(List.of(week.merge().neighbour(), week.correction().sourceId(), week.frozen()));
        for (PlantedFault fault : ward.truth()) {
            assertTrue(fault.sourceIds().stream().noneMatch(keys::contains));
        }
        String use = draft(ward, week.correction().sourceId())
                .facts()
                .landUses()
                .get(0)
                .code();
        assertEquals(week.correction().before(), use);
    }

    @Test
    void theSameSeedGivesTheSameWard() {
        SampleWard one = SampleWard.generate(7);
        SampleWard again = SampleWard.generate(7);
        assertEquals(one.truth(), again.truth());
        assertEquals(one.week(), again.week());
        for (int i = 0; i < one.drafts().size(); i++) {
            assertEquals(one.drafts().get(i).facts(), again.drafts().get(i).facts());
            assertEquals(one.drafts().get(i).holder(), again.drafts().get(i).holder());
            assertTrue(DraftShapes.polygon(one.drafts().get(i))
                    .equalsExact(DraftShapes.polygon(again.drafts().get(i))));
        }
    }

    private static List<PlantedFault> faults(SampleWard ward, String rule) {
        return ward.truth().stream().filter(fault -> fault.rule().equals(rule)).toList();
    }

    private static Draft draft(SampleWard ward, String key) {
        return ward.drafts().stream()
                .filter(draft -> draft.facts().sourceId().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static double sharedLength(Polygon a, Polygon b) {
        return a.getBoundary().intersection(b.getBoundary()).getLength();
    }

    private static double angleAt(Polygon polygon, EastNorth place) {
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            if (ring[i].equals2D(DraftShapes.coordinate(place))) {
                return Angle.toDegrees(
                        Angle.angleBetween(ring[i - 1], ring[i], ring[i == ring.length - 1 ? 1 : i + 1]));
            }
        }
        throw new AssertionError("no corner at " + place);
    }
}
