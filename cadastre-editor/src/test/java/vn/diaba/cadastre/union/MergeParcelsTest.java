package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

class MergeParcelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Fabric merge(Fabric land, String reason, String... numbers) throws ImpossibleEditException {
        List<ParcelId> ids = Stream.of(numbers)
                .map(number -> TestFabrics.byNumber(land, number).id())
                .toList();
        return land.apply(new MergeParcels(ids, reason, DAY, IdBlock.seeded(88)).plan(land));
    }

    @Test
    void neighboursBecomeOneAndKeepTheirOuterCorners() throws Exception {
        Fabric land = merge(TestFabrics.twoNeighbours(), "", "1", "2");
        Parcel whole = TestFabrics.byNumber(land, "3");
        assertEquals(1, land.parcelCount());
        assertEquals(
                new WKTReader()
                        .read("POLYGON ((0 0, 10 0, 20 0, 20 10, 10 10, 0 10, 0 0))")
                        .norm()
                        .toText(),
                land.shapeOf(whole.id()).norm().toText());
        assertEquals(2, whole.parents().size());
    }

    @Test
    void aRingOfParcelsKeepsItsHole() throws Exception {
        Fabric land = merge(TestFabrics.grid(3, 3), "", "1", "2", "3", "4", "6", "7", "8", "9");
        Parcel whole = TestFabrics.byNumber(land, "10");
        assertEquals(1, whole.faces().get(0).holes().size());
        assertEquals(800, land.areaOf(whole.id()).squareMetres(), 1e-9);
        assertEquals(16, land.cornerCount());
    }

    @Test
    void cornersThatNobodyNeedsGo() throws Exception {
        Fabric land = merge(TestFabrics.grid(2, 2), "", "1", "2", "3", "4");
        assertEquals(8, land.cornerCount(), "the middle corner is gone");
    }

    @Test
    void anIslandMergesIntoItsFrame() throws Exception {
        Fabric land = merge(TestFabrics.withHole(), "", "1", "2");
        assertEquals(900, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
        assertEquals(4, land.cornerCount());
    }

    @Test
    void parcelsThatOnlyTouchAtACornerAreNoNeighbours() {
        Fabric land = TestFabrics.grid(2, 2);
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> merge(land, "", "1", "4"));
        assertEquals("parcels-not-adjacent", e.code());
        assertEquals(List.of("1/1", "1/4"), e.arguments());
    }

    @Test
    void parcelsFarApartAreNoNeighbours() {
        assertThrows(ImpossibleEditException.class, () -> merge(TestFabrics.grid(3, 1), "", "1", "3"));
    }

    @Test
    void differentLandUsersNeedAReason() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel one = TestFabrics.byNumber(land, "1");
        Fabric held = land.apply(
                new EditAttributes(one.id(), Map.of("landUser", "Lê Thị Không Có"), IdBlock.seeded(9)).plan(land));
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> merge(held, "", "1", "2"));
        assertEquals("land-users-differ", e.code());
        Fabric merged = merge(held, "nhận chuyển nhượng", "1", "2");
        Parcel whole = TestFabrics.byNumber(merged, "3");
        assertEquals(1, merged.rightsOf(whole.id()).size());
        assertEquals(List.of(), merged.rightsOf(one.id()));
    }

    @Test
    void splitAndMergeGiveTheSameOutlineBack() throws Exception {
        Fabric land = TestFabrics.withTJunction();
        Parcel wide = TestFabrics.byNumber(land, "1");
        Fabric cut = land.apply(new SplitParcel(
                        wide.id(),
                        List.of(
                                new vn.diaba.cadastre.measure.EastNorth(7, -1),
                                new vn.diaba.cadastre.measure.EastNorth(7, 11)),
                        DAY,
                        IdBlock.seeded(1))
                .plan(land));
        Fabric whole = merge(cut, "", "4", "5");
        assertEquals(200, whole.areaOf(TestFabrics.byNumber(whole, "6").id()).squareMetres(), 1e-9);
        assertEquals(
                land.shapeOf(wide.id())
                        .buffer(0)
                        .symDifference(
                                whole.shapeOf(TestFabrics.byNumber(whole, "6").id()))
                        .getArea(),
                0,
                1e-9);
    }

    private static Fabric choose(Fabric land, MergeChoice choice, String... numbers) throws ImpossibleEditException {
        return TestLand.done(land, new MergeParcels(TestLand.ids(land, numbers), choice, "", DAY, IdBlock.seeded(88)));
    }

    private static MergeChoice from(String name, ParcelId part) {
        return new MergeChoice(Map.of(name, part), Map.of(), Terms.Legal.PAPERS, false);
    }

    private static MergeChoice value(String name, String value) {
        return new MergeChoice(Map.of(), Map.of(name, value), Terms.Legal.PAPERS, false);
    }

    @Test
    void anAttributeComesFromTheChosenPart() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Fabric first = choose(land, MergeChoice.NONE, "1", "2");
        assertEquals("thửa 1", TestLand.parcel(first, "3").facts().extras().get("ghi_chu"));
        Fabric second = choose(land, from("ghi_chu", TestLand.id(land, "2")), "1", "2");
        assertEquals("thửa 2", TestLand.parcel(second, "3").facts().extras().get("ghi_chu"));
    }

    @Test
    void anAttributeMayBeGivenAValue() throws Exception {
        Fabric land = choose(TestFabrics.twoNeighbours(), value("landUse", "CLN"), "1", "2");
        assertEquals("CLN", TestLand.parcel(land, "3").facts().landUses().get(0).code());
    }

    @Test
    void theNextNumberIsThatOfTheChosenSheet() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "2", "sheet", "7");
        Fabric merged = choose(land, from("sheet", TestLand.id(land, "2")), "1", "2");
        assertEquals("7/3", TestLand.parcel(merged, "3").label());
    }

    @Test
    void legalAreasAreSummedAndUnknownOnesNotGuessed() throws Exception {
        Fabric one = TestLand.set(TestFabrics.twoNeighbours(), "1", "legalArea", "99.5");
        assertEquals("null", TestLand.legal(choose(one, MergeChoice.NONE, "1", "2"), "3"));
        Fabric both = TestLand.set(one, "2", "legalArea", "101.2");
        assertEquals("200.7", TestLand.legal(choose(both, MergeChoice.NONE, "1", "2"), "3"));
        MergeChoice survey = new MergeChoice(Map.of(), Map.of(), Terms.Legal.SURVEY, false);
        assertEquals("200.0", TestLand.legal(choose(both, survey, "1", "2"), "3"));
    }

    @Test
    void landUsesAreKeptWithTheSumOfTheirAreas() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "1", "landUse", "ODT 40+CLN 60");
        land = TestLand.set(land, "2", "landUse", "CLN 100");
        assertEquals(
                "ODT 40.0+CLN 160.0",
                LandUse.text(TestLand.parcel(choose(land, MergeChoice.NONE, "1", "2"), "3")
                        .facts()
                        .landUses()));
    }

    @Test
    void theLandUsersComeFromTheChosenPart() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "1", "landUser", "Bà Một");
        Fabric held = TestLand.set(land, "2", "landUser", "Ông Hai");
        MergeParcels merge = new MergeParcels(
                TestLand.ids(held, "1", "2"),
                from("landUser", TestLand.id(held, "2")),
                "mua bán",
                DAY,
                IdBlock.seeded(88));
        Fabric merged = TestLand.done(held, merge);
        assertEquals(
                held.rightsOf(TestLand.id(held, "2")).get(0).party(),
                merged.rightsOf(TestLand.id(merged, "3")).get(0).party());
    }

    @Test
    void aNewLandUserMayBeNamed() throws Exception {
        Fabric merged = choose(TestFabrics.twoNeighbours(), value("landUser", "Bà Ba"), "1", "2");
        Right right = merged.rightsOf(TestLand.id(merged, "3")).get(0);
        assertEquals("Bà Ba", ((Party) merged.findRecord(right.party()).orElseThrow()).name());
    }

    @Test
    void theReasonIsKeptWithTheAct() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "1", "landUser", "Bà Một");
        List<Waiver> kept = new MergeParcels(TestLand.ids(land, "1", "2"), "thừa kế", DAY, IdBlock.seeded(88))
                .plan(land)
                .waivers();
        assertEquals(
                List.of("land-users-differ"), kept.stream().map(Waiver::rule).toList());
        assertEquals("thừa kế", kept.get(0).reason());
    }

    @Test
    void differentStatesNeedAReasonAndTheGravestStays() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "2", "state", "mortgaged");
        assertEquals("states-differ", refusal(land, MergeChoice.NONE, "1", "2").code());
        Fabric merged = merge(land, "ngân hàng đồng ý", "1", "2");
        assertEquals(ParcelState.MORTGAGED, TestLand.parcel(merged, "3").facts().state());
    }

    private static ImpossibleEditException refusal(Fabric land, MergeChoice choice, String... numbers) {
        return assertThrows(ImpossibleEditException.class, () -> choose(land, choice, numbers));
    }

    @Test
    void frozenParcelsAreNotMergedWhateverTheReason() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "2", "state", "frozen");
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> merge(land, "vì", "1", "2"));
        assertEquals("parcel-frozen", e.code());
        assertEquals(List.of("1/2"), e.arguments());
    }

    @Test
    void aChoiceWithoutMeaningIsRefused() {
        Fabric land = TestFabrics.grid(3, 1);
        assertEquals(
                "not-a-part",
                refusal(land, from("address", TestLand.id(land, "3")), "1", "2").code());
        assertEquals(
                "number-not-reused",
                refusal(land, from("number", TestLand.id(land, "2")), "1", "2").code());
        assertEquals(
                "attribute-unknown",
                refusal(land, value("colour", "red"), "1", "2").code());
        assertEquals(
                "attribute-computed",
                refusal(land, value("area", "7"), "1", "2").code());
        assertEquals(
                "too-few-parcels", refusal(land, MergeChoice.NONE, "1", "1").code());
    }

    @Test
    void aNeighbourThatOnlyAChainReachesIsJoined() throws Exception {
        Fabric land = merge(TestFabrics.grid(3, 1), "", "1", "3", "2");
        assertEquals(300, TestLand.area(land, "4"), 1e-9);
    }

    @Test
    void partsOfSeveralFacesMergeWithWhatTouchesOneOfThem() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((50 0, 60 0, 60 10, 50 10, 50 0)))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))",
                "POLYGON ((30 0, 40 0, 40 10, 30 10, 30 0))");
        Fabric merged = merge(land, "", "1", "2");
        assertEquals(2, TestLand.parcel(merged, "4").faces().size());
        assertEquals(300, TestLand.area(merged, "4"), 1e-9);
        assertEquals(
                List.of("1/1", "1/3"),
                refusal(land, MergeChoice.NONE, "1", "2", "3").arguments());
    }

    @Test
    void overlappingParcelsAreNamedWithThePlace() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 12, 5 12, 5 8, 10 10, 10 0))");
        ImpossibleEditException e = refusal(land, MergeChoice.NONE, "1", "2");
        assertEquals("parcels-overlap", e.code());
        assertEquals(List.of("1/1", "1/2"), e.arguments().subList(0, 2));
        Fabric twice = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        assertEquals(
                "parcels-overlap", refusal(twice, MergeChoice.NONE, "1", "2").code());
    }

    @Test
    void neighboursWhoseCornersWereNeverMatchedMergeAlongTheCommonStretch() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 30, 0 30, 0 0))", "POLYGON ((10.0005 10, 20 10, 20 20, 10 20, 10.0005 10))");
        Fabric merged = merge(land, "", "1", "2");
        assertEquals(400, TestLand.area(merged, "3"), 0.01);
        assertEquals(1, TestLand.parcel(merged, "3").faces().size());
        assertEquals(8, TestLand.parcel(merged, "3").faces().get(0).shell().size());
    }

    @Test
    void dirtyOutlinesAreMergedOrRefusedButNeverCrash() throws Exception {
        Fabric bowtie = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        try {
            merge(bowtie, "", "1", "2");
        } catch (ImpossibleEditException e) {
            assertEquals("outline-unclear", e.code());
        }
    }

    @Test
    void straightCornersGoOnlyWhenAskedAndNobodyElseHasThem() throws Exception {
        MergeChoice drop = new MergeChoice(Map.of(), Map.of(), Terms.Legal.PAPERS, true);
        Fabric free = choose(TestFabrics.twoNeighbours(), drop, "1", "2");
        assertEquals(TestLand.norm("POLYGON ((0 0, 20 0, 20 10, 0 10, 0 0))"), TestLand.shape(free, "3"));
        assertEquals(4, free.cornerCount());
        Fabric below = choose(TestFabrics.grid(2, 2), drop, "1", "2");
        assertEquals(
                TestLand.norm("POLYGON ((0 0, 20 0, 20 10, 10 10, 0 10, 0 0))"),
                TestLand.shape(below, "5"),
                "the corner to the parcels above stays");
    }

    @Test
    void aStraightCornerWithOtherFactsOnEachHandStays() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel one = TestLand.parcel(land, "1");
        SideKey key = null;
        for (int i = 0; i < 4; i++) {
            SideKey side = new SideKey(
                    one.faces().get(0).shell().at(i), one.faces().get(0).shell().at(i + 1));
            boolean isSouth = land.corner(side.first()).position().north() == 0
                    && land.corner(side.second()).position().north() == 0;
            key = isSouth ? side : key;
        }
        SideFacts wall = new SideFacts(10, "tường", "", SideFacts.Agreement.AGREED);
        Fabric walled = land.apply(ChangeSet.planned(
                new java.util.UUID(4, 4), "set-side", List.of(new Change.SideChange(key, null, wall))));
        Fabric merged = choose(walled, new MergeChoice(Map.of(), Map.of(), Terms.Legal.PAPERS, true), "1", "2");
        assertEquals(TestLand.norm("POLYGON ((0 0, 10 0, 20 0, 20 10, 0 10, 0 0))"), TestLand.shape(merged, "3"));
        assertEquals(wall, merged.findSide(key).orElseThrow());
    }

    @Test
    void cleanLandStaysClean() throws Exception {
        assertEquals(Map.of(), TestLand.errors(merge(TestFabrics.grid(3, 3), "", "5", "6", "9")));
    }
}
