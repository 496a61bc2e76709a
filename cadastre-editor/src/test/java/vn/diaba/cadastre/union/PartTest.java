package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;

class PartTest {
    private static final Terms KEPT = Terms.kept("", TestLand.DAY);

    /** Number 1 lies in two pieces, west and east of 2; 3 stands alone. */
    private static Fabric scattered() {
        return TestFabrics.fromWkt(
                "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))",
                "POLYGON ((50 0, 60 0, 60 10, 50 10, 50 0))");
    }

    private static AddPart add(Fabric land, String to, String from, EastNorth inside) {
        return new AddPart(TestLand.id(land, to), TestLand.id(land, from), inside, KEPT, IdBlock.seeded(33));
    }

    private static RemovePart remove(Fabric land, String number, boolean begins, Terms terms, EastNorth inside) {
        return new RemovePart(TestLand.id(land, number), inside, begins, terms, IdBlock.seeded(34));
    }

    private static ImpossibleEditException refused(Fabric land, EditCommand command) {
        return assertThrows(ImpossibleEditException.class, () -> command.plan(land));
    }

    @Test
    void aSeparatePieceBecomesPartOfAParcelAndItsOwnEnds() throws Exception {
        Fabric before = scattered();
        Fabric land = TestLand.done(before, add(before, "2", "3", TestLand.at(55, 5)));
        assertEquals(2, TestLand.parcel(land, "2").faces().size());
        assertEquals(200, TestLand.area(land, "2"), 1e-9);
        assertEquals(2, land.parcelCount());
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void oneFaceOfSeveralPassesOverAndJoinsWhatItTouches() throws Exception {
        Fabric before = scattered();
        Fabric land = TestLand.done(before, add(before, "2", "1", TestLand.at(25, 5)));
        assertEquals(1, TestLand.parcel(land, "2").faces().size());
        assertEquals(100, TestLand.area(land, "1"), 1e-9);
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void aFaceBecomesAParcelOfItsOwn() throws Exception {
        Fabric before = scattered();
        Fabric kept = TestLand.done(before, remove(before, "1", true, KEPT, TestLand.at(25, 5)));
        assertEquals(100, TestLand.area(kept, "1"), 1e-9);
        assertEquals(100, TestLand.area(kept, "4"), 1e-9);
        Fabric renewed =
                TestLand.done(before, remove(before, "1", true, Terms.renewed("", TestLand.DAY), TestLand.at(25, 5)));
        assertEquals(
                List.of(TestLand.id(before, "1")), TestLand.parcel(renewed, "5").parents());
        assertEquals(4, renewed.parcelCount());
    }

    @Test
    void aFaceIsReleasedForAReason() throws Exception {
        Fabric before = scattered();
        assertEquals(
                "reason-needed",
                refused(before, remove(before, "1", false, KEPT, TestLand.at(25, 5)))
                        .code());
        Fabric land = TestLand.done(
                before, remove(before, "1", false, Terms.kept("sạt lở", TestLand.DAY), TestLand.at(25, 5)));
        assertEquals(300, TestLand.total(land), 1e-9);
        assertEquals(before.cornerCount() - 2, land.cornerCount(), "two corners stay with the neighbour");
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() {
        Fabric land = scattered();
        assertEquals(
                "only-part",
                refused(land, remove(land, "2", true, KEPT, TestLand.at(15, 5))).code());
        assertEquals(
                "place-not-in-parcel",
                refused(land, remove(land, "1", true, KEPT, TestLand.at(15, 5))).code());
        assertEquals(
                "too-few-parcels",
                refused(land, add(land, "1", "1", TestLand.at(5, 5))).code());
        assertEquals(
                "place-not-in-parcel",
                refused(land, add(land, "1", "2", TestLand.at(5, 5))).code());
    }

    @Test
    void aRetiredParcelLeavesItsCornersToTheNeighboursAndItsReasonWithTheGap() throws Exception {
        Fabric before = TestFabrics.grid(3, 3);
        RetireParcel retire = new RetireParcel(TestLand.id(before, "5"), "thu hồi", TestLand.DAY, IdBlock.seeded(35));
        Fabric land = TestLand.done(before, retire);
        assertEquals(16, land.cornerCount());
        assertEquals(Map.of("no-gap", 1), TestLand.errors(land));
        assertEquals("no-gap", retire.plan(before).waivers().get(0).rule());
        assertEquals(9, retire.plan(before).waivers().get(0).subjects().size());
        assertEquals(
                TestLand.DAY, land.parcel(TestLand.id(before, "5")).lifespan().to());
        Fabric alone = scattered();
        Fabric gone = TestLand.done(
                alone, new RetireParcel(TestLand.id(alone, "3"), "thu hồi", TestLand.DAY, IdBlock.seeded(36)));
        assertEquals(alone.cornerCount() - 4, gone.cornerCount());
    }

    @Test
    void retiringNeedsAReasonAndAParcelThatIsNotFrozen() throws Exception {
        Fabric land = scattered();
        assertEquals(
                "reason-needed",
                refused(land, new RetireParcel(TestLand.id(land, "1"), " ", TestLand.DAY, IdBlock.seeded(35)))
                        .code());
        Fabric frozen = TestLand.set(land, "1", "state", "frozen");
        assertEquals(
                "parcel-frozen",
                refused(frozen, new RetireParcel(TestLand.id(land, "1"), "vì", TestLand.DAY, IdBlock.seeded(35)))
                        .code());
    }

    private static DissolveRoad dissolve(Fabric land, String start, String reason) {
        return new DissolveRoad(TestLand.id(land, start), MergeChoice.NONE, reason, TestLand.DAY, IdBlock.seeded(37));
    }

    @Test
    void theConnectedPiecesOfARoadBecomeOne() throws Exception {
        Fabric before = TestFabrics.grid(5, 2);
        for (String number : List.of("1", "2", "3", "5", "8")) {
            before = TestLand.set(before, number, "landUse", "DGT");
        }
        Fabric land = TestLand.done(before, dissolve(before, "2", ""));
        assertEquals(400, TestLand.area(land, "11"), 1e-9, "1, 2, 3 and 8; 5 does not hang together with them");
        assertEquals(7, land.parcelCount());
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void aRoadWithoutNeighboursOfItsUseIsNotDissolved() throws Exception {
        Fabric land = TestLand.set(TestFabrics.grid(3, 1), "1", "landUse", "DGT");
        ImpossibleEditException e = refused(land, dissolve(land, "1", ""));
        assertEquals("nothing-to-dissolve", e.code());
        assertEquals(List.of("1/1", "DGT"), e.arguments());
        Fabric none = TestLand.set(land, "1", "landUse", "");
        assertEquals("land-use-missing", refused(none, dissolve(none, "1", "")).code());
        Fabric held = TestLand.set(TestFabrics.grid(3, 1), "1", "landUser", "UBND");
        assertEquals("land-users-differ", refused(held, dissolve(held, "1", "")).code());
    }

    @Test
    void landThatCrossesItselfDoesNotPassOver() {
        Fabric land = TestFabrics.fromWkt(
                "MULTIPOLYGON (((0 0, 10 10, 10 0, 0 10, 0 0)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
                "POLYGON ((30 0, 40 0, 40 10, 30 10, 30 0))");
        Terms kept = Terms.kept("", TestLand.DAY);
        EastNorth inside = TestLand.at(25, 5);
        AddPart add = new AddPart(TestLand.id(land, "2"), TestLand.id(land, "1"), inside, kept, IdBlock.seeded(35));
        assertEquals("outline-unclear", refused(land, add).code());
    }
}
