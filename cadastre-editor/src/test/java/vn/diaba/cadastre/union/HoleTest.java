package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;

class HoleTest {
    private static final Terms KEPT = Terms.kept("", TestLand.DAY);
    private static final double[] SQUARE = {2, 2, 5, 2, 5, 6, 2, 6};

    private static CutHole cut(Fabric land, String number, boolean filled, Terms terms, double... ring) {
        return new CutHole(TestLand.id(land, number), TestLand.line(ring), filled, terms, IdBlock.seeded(44));
    }

    private static FillHole fill(Fabric land, EastNorth inside, @Nullable String to, Terms terms) {
        return new FillHole(
                inside, to == null ? null : TestLand.id(land, to), ParcelSet.SURVEYED, terms, IdBlock.seeded(45));
    }

    private static ImpossibleEditException refused(Fabric land, EditCommand command) {
        return assertThrows(ImpossibleEditException.class, () -> command.plan(land));
    }

    @Test
    void anIslandIsCutOutAndTheParcelAroundBeginsAnew() throws Exception {
        Fabric before = TestLand.set(TestFabrics.twoNeighbours(), "1", "legalArea", "50.0");
        Fabric land = TestLand.done(before, cut(before, "1", true, Terms.renewed("", TestLand.DAY), SQUARE));
        assertEquals(
                TestLand.norm("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 6, 5 6, 5 2, 2 2))"),
                TestLand.shape(land, "3"));
        assertEquals(12, TestLand.area(land, "4"), 1e-9);
        assertEquals("44.0", TestLand.legal(land, "3"));
        assertEquals("6.0", TestLand.legal(land, "4"));
        assertEquals(
                List.of(TestLand.id(before, "1")), TestLand.parcel(land, "4").parents());
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void theParcelAroundMayGoOn() throws Exception {
        Fabric before = TestFabrics.twoNeighbours();
        Fabric land = TestLand.done(before, cut(before, "1", true, KEPT, SQUARE));
        assertEquals(88, TestLand.area(land, "1"), 1e-9);
        assertEquals(12, TestLand.area(land, "3"), 1e-9);
    }

    @Test
    void anOpenHoleNeedsAReasonWhichAcceptsTheGap() throws Exception {
        Fabric before = TestFabrics.twoNeighbours();
        assertEquals(
                "reason-needed",
                refused(before, cut(before, "1", false, KEPT, SQUARE)).code());
        CutHole open = cut(before, "1", false, Terms.kept("ao công cộng", TestLand.DAY), SQUARE);
        Fabric land = TestLand.done(before, open);
        assertEquals(Map.of("no-gap", 1), TestLand.errors(land));
        Waiver waiver = open.plan(before).waivers().get(1);
        assertEquals("no-gap", waiver.rule());
        assertEquals(List.of(TestLand.id(before, "1").uuid()), waiver.subjects());
    }

    @Test
    void aRingThatIsNotInsideIsRefusedWithThePlace() {
        Fabric land = TestFabrics.twoNeighbours();
        ImpossibleEditException out = refused(land, cut(land, "1", true, KEPT, 2, 2, 15, 2, 15, 6, 2, 6));
        assertEquals("hole-not-inside", out.code());
        assertEquals(List.of("1/1", TestLand.at(15, 2)), out.arguments());
        assertEquals(
                "hole-not-inside",
                refused(land, cut(land, "1", true, KEPT, 2, 2, 10, 2, 5, 6)).code());
        assertEquals(
                "ring-too-short",
                refused(land, cut(land, "1", true, KEPT, 2, 2, 5, 2)).code());
        assertEquals(
                "ring-crosses-itself",
                refused(land, cut(land, "1", true, KEPT, 2, 2, 8, 8, 8, 2, 2, 8))
                        .code());
    }

    @Test
    void aRingAroundAnIslandCutsOutWhatLiesBetween() throws Exception {
        Fabric before = TestFabrics.withHole();
        Fabric land = TestLand.done(before, cut(before, "1", true, KEPT, 5, 5, 25, 5, 25, 25, 5, 25));
        assertEquals(500, TestLand.area(land, "1"), 1e-9);
        assertEquals(300, TestLand.area(land, "3"), 1e-9);
        assertEquals(Map.of(), TestLand.errors(land));
    }

    private static Fabric holed() {
        return TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 6, 5 6, 5 2, 2 2))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
    }

    @Test
    void aHoleGoesToTheParcelAround() throws Exception {
        Fabric before = TestLand.set(holed(), "1", "legalArea", "90.0");
        Fabric land = TestLand.done(before, fill(before, TestLand.at(3, 3), "1", KEPT));
        assertEquals(TestLand.norm("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), TestLand.shape(land, "1"));
        assertEquals("90.0", TestLand.legal(land, "1"));
        assertEquals(6, land.cornerCount());
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void aHoleBecomesAParcel() throws Exception {
        Fabric before = holed();
        Fabric land = TestLand.done(before, fill(before, TestLand.at(3, 3), null, KEPT));
        assertEquals(12, TestLand.area(land, "3"), 1e-9);
        assertEquals(List.of(), TestLand.parcel(land, "3").parents());
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void aGapBetweenSeveralParcelsIsFilledAroundWhatStandsInIt() throws Exception {
        Fabric before = TestFabrics.fromWkt(
                "POLYGON ((0 0, 30 0, 30 10, 0 10, 0 0))",
                "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))",
                "POLYGON ((20 10, 30 10, 30 20, 20 20, 20 10))",
                "POLYGON ((0 20, 10 20, 20 20, 30 20, 30 30, 0 30, 0 20))",
                "POLYGON ((13 13, 15 13, 15 15, 13 15, 13 13))");
        Fabric own = TestLand.done(before, fill(before, TestLand.at(12, 12), null, KEPT));
        assertEquals(96, TestLand.area(own, "6"), 1e-9);
        assertEquals(1, TestLand.parcel(own, "6").faces().get(0).holes().size());
        Fabric given = TestLand.done(before, fill(before, TestLand.at(12, 12), "2", KEPT));
        assertEquals(196, TestLand.area(given, "2"), 1e-9);
    }

    @Test
    void whatIsNoHoleIsNotFilled() {
        Fabric land = holed();
        assertEquals(
                "place-taken",
                refused(land, fill(land, TestLand.at(1, 1), "1", KEPT)).code());
        assertEquals(
                "no-hole-there",
                refused(land, fill(land, TestLand.at(30, 5), "1", KEPT)).code());
        assertEquals(
                "no-hole-there",
                refused(land, fill(land, TestLand.at(-3, 5), null, KEPT)).code());
        assertEquals(
                "not-beside-hole",
                refused(land, fill(land, TestLand.at(3, 3), "2", KEPT)).code());
    }

    @Test
    void cutAndFillGiveTheLandBack() throws Exception {
        Fabric before = TestFabrics.grid(3, 3);
        Fabric cut = before.apply(cut(before, "5", false, Terms.kept("ao", TestLand.DAY), 12, 12, 18, 13, 15, 18)
                .plan(before));
        Fabric filled = TestLand.done(cut, fill(cut, TestLand.at(15, 14), "5", KEPT));
        assertEquals(TestLand.shape(before, "5"), TestLand.shape(filled, "5"));
        assertEquals(Set.of(), TestLand.errors(filled).keySet());
    }

    @Test
    void aHoleIsFilledWhereTheSidesAroundAnotherGapWereNeverMatched() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (8 10, 8 20, 20 24, 20 10, 8 10))",
                "POLYGON ((30 0, 50 0, 50 30, 30 30, 30 20, 40 20, 40 10, 30 10, 30 0))");
        Fabric filled = TestLand.done(land, fill(land, TestLand.at(14, 16), "1", KEPT));
        assertEquals(900, TestLand.area(filled, "1"), 1e-9);
        assertEquals(
                "not-beside-hole",
                refused(land, fill(land, TestLand.at(14, 16), "2", KEPT)).code());
    }
}
