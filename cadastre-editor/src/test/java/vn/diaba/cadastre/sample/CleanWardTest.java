package vn.diaba.cadastre.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.model.IdBlock;

class CleanWardTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyParcelIsValidByJts(long seed) {
        for (Draft draft : SampleWard.clean(seed, 3000)) {
            Polygon polygon = DraftShapes.polygon(draft);
            assertTrue(polygon.isValid(), () -> seed + " " + draft.facts().sourceId() + " " + polygon);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theWardIsACoverageByJts(long seed) {
        assertTrue(CoverageValidator.isValid(DraftShapes.polygons(SampleWard.clean(seed, 3000))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void parcelsFillTheirUnionWithoutHoleOrOverlap(long seed) {
        Polygon[] parcels = DraftShapes.polygons(SampleWard.clean(seed, 3000));
        Geometry union = UnaryUnionOp.union(Arrays.asList(parcels));
        double sum = Arrays.stream(parcels).mapToDouble(Polygon::getArea).sum();
        assertEquals(1, union.getNumGeometries());
        assertEquals(0, ((Polygon) union).getNumInteriorRing());
        assertEquals(sum, union.getArea(), 1e-3);
    }

    @Test
    void everySideIsSharedButThoseOfTheBorder() {
        List<Draft> drafts = SampleWard.clean(1, 3000);
        Polygon[] parcels = DraftShapes.polygons(drafts);
        long sides = Arrays.stream(parcels)
                .mapToLong(p -> p.getNumPoints() - 1 - p.getNumInteriorRing())
                .sum();
        int border = CoverageUnion.union(parcels).getNumPoints() - 1;
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        drafts.forEach(builder::add);
        FabricBuilder.Built built = builder.build();
        Fabric land = Fabric.empty().apply(ChangeSet.planned(new UUID(1, 1), "add-parcels", built.changes()));
        assertEquals(List.of(), built.findings());
        assertEquals((sides - border) / 2, land.sharedSideCount());
        assertEquals(0, (sides - border) % 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noParcelIsASliverOrHasASpikeOrTinySide(long seed) {
        for (Draft draft : SampleWard.clean(seed, 3000)) {
            Polygon polygon = DraftShapes.polygon(draft);
            String key = seed + " " + draft.facts().sourceId() + " " + polygon;
            double index = 4 * Math.PI * polygon.getArea() / Math.pow(polygon.getLength(), 2);
            assertTrue(polygon.getArea() > 3, key);
            assertTrue(index > 0.025, key);
            Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                Coordinate next = ring[i == ring.length - 1 ? 1 : i + 1];
                assertTrue(ring[i].distance(next) > 0.1, key);
                assertTrue(Angle.toDegrees(Angle.angleBetween(ring[i - 1], ring[i], next)) > 8, key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1000, 3000, 12_000})
    void sizesAreMetWithinAFifth(int parcels) {
        assertEquals(parcels, SampleWard.clean(1, parcels).size(), 0.2 * parcels);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1000, 12_000})
    void wardsOfAnySizeAreCoverages(int parcels) {
        Polygon[] polygons = DraftShapes.polygons(SampleWard.clean(2, parcels));
        assertTrue(Arrays.stream(polygons).allMatch(Polygon::isValid));
        assertTrue(CoverageValidator.isValid(polygons));
    }

    @Test
    void aHamletIsTooSmall() {
        assertThrows(IllegalArgumentException.class, () -> SampleWard.clean(1, 99));
    }

    @Test
    void numbersAreUniqueAndBeginInTheNorthOfEachSheet() {
        List<Draft> drafts = SampleWard.clean(1, 3000);
        Set<String> labels = new HashSet<>();
        drafts.forEach(draft -> labels.add(draft.number().label()));
        assertEquals(drafts.size(), labels.size());
        for (Draft first : drafts) {
            if (first.number().number().equals("1")) {
                double north = DraftShapes.polygon(first).getEnvelopeInternal().getMaxY();
                assertTrue(drafts.stream()
                        .filter(d -> d.number().sheet().equals(first.number().sheet()))
                        .filter(d -> DraftShapes.polygon(d).getInteriorPoint().getY() > north + 12.5)
                        .findAny()
                        .isEmpty());
            }
        }
    }

    @Test
    void parcelsOfASheetHaveTheirLabelsInOneSquareOf250Metres() {
        Map<String, Set<String>> squares = new HashMap<>();
        for (Draft draft : SampleWard.clean(1, 3000)) {
            Coordinate label = DraftShapes.polygon(draft).getInteriorPoint().getCoordinate();
            squares.computeIfAbsent(draft.number().sheet(), s -> new HashSet<>())
                    .add(Math.floor(label.x / 250) + " " + Math.ceil(label.y / 250));
        }
        assertTrue(squares.size() > 12);
        squares.values().forEach(square -> assertEquals(1, square.size()));
    }

    @Test
    void somethingOfEveryKindIsThere() {
        Set<String> uses = new HashSet<>();
        int holes = 0;
        int old = 0;
        for (Draft draft : SampleWard.clean(1, 3000)) {
            draft.facts().landUses().forEach(use -> uses.add(use.code()));
            holes += draft.rings().size() - 1;
            old += draft.facts().oldSheet().isEmpty() ? 0 : 1;
        }
        assertTrue(
                uses.containsAll(List.of("ODT", "CLN", "LUC", "DGT", "DTL", "DGD", "DCH", "NTD", "TSC")),
                uses::toString);
        assertTrue(holes > 0);
        assertTrue(old > 100);
    }
}
