package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

class AdjustBoundaryTest {
    private static final Terms KEPT = Terms.kept("", TestLand.DAY);

    private static Fabric adjust(Fabric land, List<ParcelId> parcels, double... line) throws ImpossibleEditException {
        return TestLand.done(land, new AdjustBoundary(parcels, TestLand.line(line), KEPT, IdBlock.seeded(55)));
    }

    @Test
    void theNewLineReplacesTheOldOneAndEachKeepsItsNumber() throws Exception {
        Fabric before = TestFabrics.twoNeighbours();
        Fabric land = adjust(before, TestLand.ids(before, "1", "2"), 8, 0, 13, 10);
        assertEquals(TestLand.norm("POLYGON ((0 0, 8 0, 13 10, 10 10, 0 10, 0 0))"), TestLand.shape(land, "1"));
        assertEquals(TestLand.norm("POLYGON ((8 0, 10 0, 20 0, 20 10, 13 10, 8 0))"), TestLand.shape(land, "2"));
        assertEquals(200, TestLand.total(land), 1e-9);
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void aStretchInTheMiddleIsReplacedAndTheEndsStay() throws Exception {
        Fabric before = TestFabrics.twoNeighbours();
        Fabric land = adjust(before, TestLand.ids(before, "1", "2"), 10, 2, 7, 5, 10, 8);
        assertEquals(91, TestLand.area(land, "1"), 1e-9);
        assertEquals(109, TestLand.area(land, "2"), 1e-9);
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void neighboursOutsideGetTheNewCorners() throws Exception {
        Fabric before = TestFabrics.grid(2, 3);
        Fabric land = adjust(before, TestLand.ids(before, "3", "4"), 8, 10, 8, 20);
        assertEquals(5, TestLand.parcel(land, "1").faces().get(0).shell().size());
        assertEquals(5, TestLand.parcel(land, "5").faces().get(0).shell().size());
        assertEquals(4, TestLand.parcel(land, "2").faces().get(0).shell().size());
        assertEquals(80, TestLand.area(land, "3"), 1e-9);
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void moreThanHalfMayPassOverWhenTheLineSaysSo() throws Exception {
        Fabric before = TestFabrics.twoNeighbours();
        Fabric land = adjust(before, TestLand.ids(before, "1", "2"), 3, 0, 3, 10);
        assertEquals(30, TestLand.area(land, "1"), 1e-9);
        assertEquals(170, TestLand.area(land, "2"), 1e-9);
    }

    @Test
    void aRearBoundaryMovesForSeveralParcelsAtOnce() throws Exception {
        Fabric before = TestFabrics.fromWkt(
                "POLYGON ((0 0, 20 0, 20 10, 10 10, 0 10, 0 0))",
                "POLYGON ((0 10, 10 10, 10 30, 0 30, 0 10))",
                "POLYGON ((10 10, 20 10, 20 30, 10 30, 10 10))");
        Fabric land = adjust(before, TestLand.ids(before, "1", "2", "3"), 0, 12, 20, 12);
        assertEquals(240, TestLand.area(land, "1"), 1e-9);
        assertEquals(180, TestLand.area(land, "2"), 1e-9);
        assertEquals(180, TestLand.area(land, "3"), 1e-9);
        assertEquals(
                "piece-between-several",
                refused(before, List.of("1", "2", "3"), 0, 8, 20, 8).code());
    }

    @Test
    void thePapersAreasKeepTheirSum() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "1", "legalArea", "98.7");
        land = TestLand.set(land, "2", "legalArea", "103.1");
        Fabric next = adjust(land, TestLand.ids(land, "1", "2"), 8, 0, 13, 10);
        // 1 gives the triangle (8 0, 10 0, 10 4), 4 m2: 4/100 of 98.7 = 3.948; 2 gives (10 4, 13 10, 10 10), 9 m2:
        // 9.279
        assertEquals("104.1", TestLand.legal(next, "1"));
        assertEquals("97.7", TestLand.legal(next, "2"));
    }

    private static ImpossibleEditException refused(Fabric land, List<String> numbers, double... line) {
        List<ParcelId> ids = TestLand.ids(land, numbers.toArray(new String[0]));
        return assertThrows(ImpossibleEditException.class, () -> adjust(land, ids, line));
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() throws Exception {
        Fabric land = TestFabrics.grid(3, 1);
        assertEquals("too-few-parcels", refused(land, List.of("1"), 5, 0, 5, 10).code());
        assertEquals("line-too-short", refused(land, List.of("1", "2"), 5, 0).code());
        assertEquals(
                "line-does-not-cut",
                refused(land, List.of("1", "2"), 12, 2, 14, 3).code());
        assertEquals(
                "line-does-not-cut",
                refused(land, List.of("1", "2"), 10, 0, 10, 10).code());
        assertEquals(
                "line-parts-nothing",
                refused(land, List.of("1", "3"), 5, 0, 5, 10).code());
        Fabric frozen = TestLand.set(land, "2", "state", "frozen");
        assertEquals(
                "parcel-frozen", refused(frozen, List.of("1", "2"), 9, 0, 9, 10).code());
        Fabric held = TestLand.set(land, "2", "landUser", "Ông Hai");
        assertEquals(
                "land-users-differ",
                refused(held, List.of("1", "2"), 9, 0, 9, 10).code());
    }

    @Test
    void randomAdjustmentsKeepTotalAndOutlineAndStayClean() throws Exception {
        int done = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(4, 3);
            double south = 10 + (random.nextBoolean() ? 0 : 2 * random.nextDouble());
            double north = 20 - (random.nextBoolean() ? 0 : 2 * random.nextDouble());
            double[] line = {
                20 + 8 * random.nextGaussian() / 3, south,
                20 + 8 * random.nextGaussian() / 3, 13 + 4 * random.nextDouble(),
                20 + 8 * random.nextGaussian() / 3, north
            };
            try {
                Fabric next = adjust(land, TestLand.ids(land, "6", "7"), line);
                assertEquals(1200, TestLand.total(next), 1e-4 * 20 + 0.001, "seed " + seed);
                assertEquals(
                        200, TestLand.area(next, "6") + TestLand.area(next, "7"), 1e-4 * 20 + 0.001, "seed " + seed);
                assertEquals(Map.of(), TestLand.errors(next), "seed " + seed);
                done++;
            } catch (ImpossibleEditException e) {
                Set<String> known = Set.of("line-does-not-cut", "line-parts-nothing", "parcel-falls-apart");
                assertTrue(known.contains(e.code()), "seed " + seed + " " + e);
            }
        }
        assertTrue(done > 100, "only " + done);
    }
}
