package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.model.IdBlock;

class FabricBuilderTest {
    private static FabricBuilder.Built build(Fabric existing, double weld, String... shapes) {
        FabricBuilder builder = new FabricBuilder(existing, IdBlock.seeded(42), weld);
        for (int i = 0; i < shapes.length; i++) {
            builder.add(TestFabrics.draft(i + 1, shapes[i]));
        }
        return builder.build();
    }

    private static Fabric applied(Fabric existing, FabricBuilder.Built built) {
        return existing.apply(ChangeSet.planned(new UUID(3, 3), "add-parcels", built.changes()));
    }

    private static List<String> codes(FabricBuilder.Built built) {
        return built.findings().stream().map(Finding::code).toList();
    }

    @Test
    void pointsEqualOnTheGridBecomeOneCorner() {
        FabricBuilder.Built built = build(
                Fabric.empty(),
                0,
                "POLYGON ((0 0, 10.00001 0, 10 10, 0 10, 0 0))",
                "POLYGON ((9.99999 0, 20 0, 20 10, 10 10, 9.99999 0))");
        assertEquals(2, built.welded());
        assertEquals(6, applied(Fabric.empty(), built).cornerCount());
        assertEquals(0.00001, built.largestShiftMetres(), 1e-9);
        assertEquals(List.of(), codes(built));
    }

    @Test
    void withoutAToleranceNearPointsStayApart() {
        FabricBuilder.Built built = build(
                Fabric.empty(),
                0,
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "POLYGON ((10.004 0, 20 0, 20 10, 10 10, 10.004 0))");
        assertEquals(7, applied(Fabric.empty(), built).cornerCount());
    }

    @Test
    void withAToleranceTheLaterPointMovesToTheOlderAndIsListed() {
        FabricBuilder.Built built = build(
                Fabric.empty(),
                0.005,
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "POLYGON ((10.004 0, 20 0, 20 10, 10 10, 10.004 0))");
        assertEquals(6, applied(Fabric.empty(), built).cornerCount());
        assertEquals(List.of("point-moved"), codes(built));
        assertEquals(0.004, built.largestShiftMetres(), 1e-9);
    }

    @Test
    void aPointIsNeverMovedFartherThanTheToleranceBySteps() {
        FabricBuilder.Built built = build(
                Fabric.empty(),
                0.005,
                "POLYGON ((0 0, 10 0, 10 10, 0 0))",
                "POLYGON ((10.004 0, 20 0, 20 10, 10.004 0))",
                "POLYGON ((10.008 0, 20 0, 15 -9, 10.008 0))");
        assertEquals(0.004, built.largestShiftMetres(), 1e-9);
        assertEquals(7, applied(Fabric.empty(), built).cornerCount(), "10.008 is too far from 10 and stays");
    }

    @Test
    void twoCornersOfOneRingNeverFallTogether() {
        FabricBuilder.Built built = build(Fabric.empty(), 0.05, "POLYGON ((0 0, 10 0, 10 10, 9.97 10, 0 10, 0 0))");
        assertEquals(5, applied(Fabric.empty(), built).cornerCount());
    }

    @Test
    void newLandSharesTheCornersOfLandThatIsThere() {
        Fabric two = TestFabrics.twoNeighbours();
        FabricBuilder.Built built = build(two, 0, "POLYGON ((20 0, 30 0, 30 10, 20 10, 20 0))");
        Fabric three = applied(two, built);
        assertEquals(8, three.cornerCount());
        assertEquals(2, three.sharedSideCount());
        assertEquals(3, built.changes().size(), "two new corners and one parcel");
    }

    @Test
    void dirtyRingsAreKeptAndOnlyRepeatsGo() {
        FabricBuilder.Built built = build(
                Fabric.empty(),
                0,
                "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))",
                "POLYGON ((0 20, 10 20, 10 20, 10 30, 0 30, 0 20))",
                "POLYGON ((0 40, 5 40, 5 48, 5 40, 10 40, 10 50, 0 50, 0 40))");
        assertEquals(3, built.parcels());
        assertEquals(List.of("repeated-points-dropped"), codes(built));
    }

    @Test
    void aRingWithoutThreeDifferentCornersIsLeftOutAndListed() {
        FabricBuilder.Built built =
                build(Fabric.empty(), 0, "POLYGON ((0 0, 10 10, 0 0, 0 0))", "POLYGON ((0 0, 1 0, 1 1, 0 0))");
        assertEquals(1, built.parcels());
        assertEquals(List.of("ring-collapsed", "parcel-without-ring"), codes(built));
    }

    @Test
    void aCoordinateThatIsNoNumberLeavesTheRecordOut() {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        Draft good = TestFabrics.draft(1, "POLYGON ((0 0, 1 0, 1 1, 0 0))");
        double[] xy = {0, 0, Double.NaN, 0, 1, 1};
        builder.add(
                new Draft(2, good.set(), good.number(), good.facts(), List.of(new Draft.DraftRing(xy, true)), null));
        builder.add(good);
        FabricBuilder.Built built = builder.build();
        assertEquals(1, built.parcels());
        assertEquals(List.of("coordinate-not-finite"), codes(built));
        assertEquals(2, built.findings().get(0).record());
    }
}
