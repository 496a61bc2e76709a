package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.sheet.SheetGrid;

/** The rules that need an office's data or what lies around the land, on both sides of their limits. Figures by hand. */
class OfficeRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Basis NOW = new Basis("TT 08/2024/TT-BTNMT", LocalDate.of(2024, 8, 1), null);
    private static final Basis THEN = new Basis("TT 27/2018/TT-BTNMT", null, LocalDate.of(2024, 7, 31));
    private static final RuleData DATA = new RuleData(
            "test",
            List.of(),
            List.of(),
            List.of(
                    new RuleData.UseCode("ODT", false, NOW),
                    new RuleData.UseCode("CLN", false, NOW),
                    new RuleData.UseCode("NNP", true, NOW),
                    new RuleData.UseCode("BHK", false, THEN),
                    new RuleData.UseCode("ODT", false, THEN)),
            List.of(new RuleData.BirthPlace("074", Basis.CUSTOM), new RuleData.BirthPlace("001", Basis.CUSTOM)));

    private static List<Violation> found(String rule, Fabric land, Surround around) {
        return RuleBook.of(DATA, DAY, around)
                .only(List.of(rule))
                .check(land, Scope.ALL)
                .violations();
    }

    private static List<Violation> found(String rule, Fabric land) {
        return found(rule, land, Surround.NONE);
    }

    private static Fabric set(String number, String name, String value, Fabric land) throws Exception {
        var id = TestFabrics.byNumber(land, number).id();
        return land.apply(new EditAttributes(id, Map.of(name, value), IdBlock.seeded(99)).plan(land));
    }

    private static Fabric coded(String number, String code, Fabric land) {
        Parcel was = TestFabrics.byNumber(land, number);
        ParcelFacts f = was.facts();
        Parcel is = was.withFacts(new ParcelFacts(
                code,
                f.sourceId(),
                f.landUses(),
                f.legalLandUses(),
                f.legalArea(),
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                f.extras()));
        return land.apply(ChangeSet.planned(new UUID(7, 7), "x", List.of(new Change.ParcelChange(was.id(), was, is))));
    }

    private static Fabric held(Fabric land, List<Party> parties, int... shares) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            Right right = new Right(
                    new UUID(5, i), party.id(), TestFabrics.byNumber(land, "1").id(), shares[2 * i], shares[2 * i + 1]);
            changes.add(new Change.RecordChange(party.id(), null, party));
            changes.add(new Change.RecordChange(right.id(), null, right));
        }
        return land.apply(ChangeSet.planned(new UUID(8, 8), "x", changes));
    }

    private static Party party(int n, String idNumber) {
        return new Party(new UUID(4, n), "Nguyễn Văn A", idNumber, "", "");
    }

    @Test
    void withoutDataAndSurroundingsNothingIsSaidOfOrdinaryLand() {
        RuleBook book = RuleBook.of(RuleData.NONE, DAY, Surround.NONE);
        assertEquals(List.of(), book.check(TestFabrics.grid(3, 3), Scope.ALL).violations());
    }

    @Test
    void allRulesOfTheContractAreThere() {
        assertTrue(RuleBook.standard(Tolerances.STANDARD)
                .ids()
                .containsAll(Set.of(
                        "inside-sheet",
                        "inside-commune",
                        "code-is-free",
                        "land-use-is-valid",
                        "uses-sum-to-area",
                        "plausible-place",
                        "not-frozen",
                        "shares-sum-to-one",
                        "id-number-plausible",
                        "label-in-parcel")));
    }

    @Test
    void aParcelMayReachOverItsFrameByAFifthOfAMillimetreOnTheMap() {
        // 0.2 mm at 1:500 are 0.1 m on the ground.
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Surround near = framed(new Extent(-50, -50, 9.9, 50));
        Surround beyond = framed(new Extent(-50, -50, 9.8999, 50));
        assertEquals(0, found("inside-sheet", land, near).size());
        List<Violation> found = found("inside-sheet", land, beyond);
        assertEquals(1, found.size());
        assertEquals(0.1001, found.get(0).widthMetres(), 1e-9);
        assertEquals(Severity.WARNING, found.get(0).severity());
        assertEquals(0, found("inside-sheet", land, Surround.NONE).size(), "no frame is known");
    }

    /** By hand from the partition of the circular: 215 596-3-(10) is 598250 to 598500 east, 1214250 to 1214500 north. */
    @Test
    void aSheetCitedByItsNameHasItsFrameFromTheName() throws Exception {
        String over = "POLYGON ((598490 1214300, 598500.3 1214300, 598500.3 1214310, 598490 1214310, 598490 1214300))";
        Surround named = new Surround(Map.of(), Map.of(), null, SheetGrid.STANDARD);
        List<Violation> found =
                found("inside-sheet", set("1", "sheet", "215 596-3-(10)", TestFabrics.fromWkt(over)), named);
        assertEquals(1, found.size());
        assertEquals(0.3, found.get(0).widthMetres(), 1e-9);
        assertEquals(0, found("inside-sheet", TestFabrics.fromWkt(over), named).size(), "sheet 1 says no ground");
        assertEquals(
                0,
                found("inside-sheet", set("1", "sheet", "215596", TestFabrics.fromWkt(over)), named)
                        .size(),
                "a bare number, however long, is no name");
    }

    private static Surround framed(Extent extent) {
        return new Surround(Map.of(Surround.key("", "01"), new Surround.Frame(extent, 500)), Map.of(), null, null);
    }

    @Test
    void aParcelMayReachOverItsCommuneByAFifthOfAMillimetreOnTheMap() throws Exception {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Geometry inside = new WKTReader().read("POLYGON ((-9 -9, 9.9 -9, 9.9 19, -9 19, -9 -9))");
        Geometry outside = new WKTReader().read("POLYGON ((-9 -9, 9.89 -9, 9.89 19, -9 19, -9 -9))");
        assertEquals(0, found("inside-commune", land, in(inside)).size());
        List<Violation> found = found("inside-commune", land, in(outside));
        assertEquals(1, found.size());
        assertEquals(1.1, found.get(0).areaSquareMetres(), 1e-9, "0.11 m × 10 m");
    }

    private static Surround in(Geometry commune) {
        return new Surround(Map.of(), Map.of("", commune), null, null);
    }

    @Test
    void landBeyondTheReachOfItsCrsIsOutOfPlace() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214000))",
                "POLYGON ((1214000 598000, 1214010 598000, 1214010 598010, 1214000 598000))");
        Surround vietnam = new Surround(Map.of(), Map.of(), new Extent(300_000, 880_000, 700_000, 2_600_000), null);
        List<Violation> found = found("plausible-place", land, vietnam);
        assertEquals(
                List.of("2"), found.stream().map(v -> Checks.named(land, v)).toList(), "exchanged axes");
    }

    @Test
    void usesAreCodesInForceOnTheDayAndNoGroups() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals(0, found("land-use-is-valid", land).size());
        assertEquals(List.of("NNP", true, false, false), uses("ODT+NNP", DAY));
        assertEquals(List.of("BHK", false, true, false), uses("BHK", DAY));
        assertEquals(List.of("XYZ", false, false, true), uses("XYZ", DAY));
        assertEquals(List.of(), uses("BHK", LocalDate.of(2024, 7, 31)));
        assertEquals(List.of("BHK", false, true, false), uses("BHK", LocalDate.of(2024, 8, 1)));
    }

    private static List<Object> uses(String uses, LocalDate day) throws Exception {
        Fabric land = set("1", "landUse", uses, TestFabrics.twoNeighbours());
        List<Violation> found = RuleBook.of(DATA, day, Surround.NONE)
                .only(List.of("land-use-is-valid"))
                .check(land, Scope.ALL)
                .violations();
        return found.isEmpty() ? List.of() : found.get(0).arguments();
    }

    @Test
    void theUsesSumToTheAreaButForHalfASquareMetre() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals(
                0,
                found("uses-sum-to-area", set("1", "landUse", "ODT 60+CLN 40.5", land))
                        .size());
        List<Violation> found = found("uses-sum-to-area", set("1", "landUse", "ODT 60+CLN 40.6", land));
        assertEquals(List.of(100.6, 100.0), found.get(0).arguments());
        assertEquals(
                0,
                found("uses-sum-to-area", set("1", "landUse", "ODT 60+CLN 39.5", land))
                        .size());
        assertEquals(
                1,
                found("uses-sum-to-area", set("1", "landUse", "ODT 60+CLN 39.4", land))
                        .size());
        assertEquals(
                0,
                found("uses-sum-to-area", set("1", "landUse", "ODT 60+CLN", land))
                        .size(),
                "rest not known");
        assertEquals(
                1,
                found("uses-sum-to-area", set("1", "landUse", "ODT 101+CLN", land))
                        .size());
        Fabric papers = set("1", "legalArea", "90", set("1", "landUse", "ODT 60+CLN 30", land));
        assertEquals(0, found("uses-sum-to-area", papers).size(), "the parts are those of the papers");
        assertEquals(
                1,
                found("uses-sum-to-area", set("1", "legalLandUse", "ODT 60+CLN 30.6", papers))
                        .size());
    }

    @Test
    void sharesSumToTheWholeExactly() {
        Fabric land = TestFabrics.twoNeighbours();
        List<Party> three = List.of(party(1, ""), party(2, ""), party(3, ""));
        assertEquals(0, found("shares-sum-to-one", land).size());
        assertEquals(
                0,
                found("shares-sum-to-one", held(land, three, 1, 3, 1, 3, 2, 6)).size());
        assertEquals(
                1,
                found("shares-sum-to-one", held(land, three, 1, 3, 1, 3, 333_333, 1_000_000))
                        .size());
        assertEquals(
                1,
                found("shares-sum-to-one", held(land, three.subList(0, 1), 1, 2))
                        .size());
        assertEquals(
                1,
                found("shares-sum-to-one", held(land, three.subList(0, 2), 1, 1, 1, 1))
                        .size());
    }

    @Test
    void identityNumbersHaveTheFormOfOneKind() {
        assertEquals(List.of(), fault("074083001234"), "Bình Dương, a man of 1983");
        assertEquals(List.of(), fault("280123456"), "a card of nine digits");
        assertEquals(List.of(), fault("0100233488"), "a tax code");
        assertEquals(List.of(), fault("0314409058-002"), "a tax code of a branch");
        assertEquals(List.of(false), fault("099083001234"), "no such province");
        assertEquals(List.of(), fault("001226001234"), "born in 2026, the year of the check");
        assertEquals(List.of(false), fault("001227001234"), "not born yet");
        assertEquals(List.of(true), fault("74083001234"), "the leading zero was lost");
        assertEquals(List.of(true), fault("B2801234"));
        assertEquals(List.of(), fault(""));
    }

    private static List<Object> fault(String idNumber) {
        Fabric land = held(TestFabrics.twoNeighbours(), List.of(party(1, idNumber)), 1, 1);
        List<Violation> found = found("id-number-plausible", land);
        assertTrue(found.stream().noneMatch(v -> v.toString().contains("083001234")), "no number is told");
        return found.isEmpty() ? List.of() : found.get(0).arguments();
    }

    @Test
    void aCodeStandsForOneParcelRetiredOnesIncluded() throws Exception {
        Fabric land = coded("1", "w3gy6ytmny8f", TestFabrics.twoNeighbours());
        assertEquals(0, found("code-is-free", land).size());
        assertEquals(0, found("code-is-free", coded("2", "w3gy6ytmny8g", land)).size());
        List<Violation> found = found("code-is-free", coded("2", "w3gy6ytmny8f", land));
        assertEquals(2, found.get(0).parcels().size());
        assertEquals(Severity.ERROR, found.get(0).severity());
    }

    @Test
    void weightsAndLimitsAreThoseOfTheDay() {
        Basis until = new Basis("quyết định cũ", null, LocalDate.of(2025, 1, 14));
        Basis since = new Basis("quyết định mới", LocalDate.of(2025, 1, 15), null);
        RuleData data = new RuleData(
                "2",
                List.of(
                        new RuleData.Weight("no-sliver", Severity.INFORMATION, until),
                        new RuleData.Weight("no-sliver", Severity.ERROR, since)),
                List.of(new RuleData.Limit("sliverAreaSquareMetres", 2, since)),
                List.of(),
                List.of());
        RuleBook before = RuleBook.of(data, LocalDate.of(2025, 1, 14), Surround.NONE);
        RuleBook after = RuleBook.of(data, LocalDate.of(2025, 1, 15), Surround.NONE);
        assertEquals(Severity.INFORMATION, before.severity("no-sliver"));
        assertEquals(Severity.ERROR, after.severity("no-sliver"));
        assertEquals("quyết định mới", after.legalSource("no-sliver"));
        assertEquals(0.5, before.tolerances().sliverAreaSquareMetres());
        assertEquals(2, after.tolerances().sliverAreaSquareMetres());
    }

    private static Fabric drawn(Fabric land, MapObject... objects) {
        List<Change> changes = new ArrayList<>();
        for (MapObject object : objects) {
            changes.add(new Change.RecordChange(object.id(), null, object));
        }
        return land.apply(ChangeSet.planned(new UUID(6, 6), "x", changes));
    }

    private static MapObject label(int n, double east, String text) {
        return MapObject.of(new UUID(3, n), 11, ObjectShape.point(new EastNorth(east, 5)), text);
    }

    @Test
    void labelPointsLieInTheParcelOfTheirNumberOneInEach() {
        Fabric land = TestFabrics.twoNeighbours();
        assertEquals(List.of(), labels(land));
        assertEquals(List.of(), labels(drawn(land, label(1, 5, "01"), label(2, 15, ""))));
        assertEquals(List.of(List.of(true, false, false)), labels(drawn(land, label(1, 25, "1"))), "in no parcel");
        assertEquals(List.of(List.of(false, true, false)), labels(drawn(land, label(1, 15, "1"))), "number 1 in 2");
        assertEquals(List.of(List.of(false, false, true)), labels(drawn(land, label(1, 5, "1"), label(2, 6, "1"))));
        assertEquals(List.of(), labels(drawn(land, label(1, 10, "1"))), "on the common side");
        assertEquals(
                List.of(List.of(true, false, false)), labels(drawn(land, label(1, 20.0001, "2"))), "a step outside");
    }

    private static List<List<Object>> labels(Fabric land) {
        return found("label-in-parcel", land).stream().map(Violation::arguments).toList();
    }

    @Test
    void aCommuneDrawnOnTheMapServesWithoutOneInTheOfficesData() {
        MapObject commune = MapObject.of(
                new UUID(3, 9),
                46,
                ObjectShape.area(List.of(
                        new EastNorth(-9, -9), new EastNorth(15, -9), new EastNorth(15, 19), new EastNorth(-9, 19))),
                "");
        List<Violation> found = found("inside-commune", drawn(TestFabrics.twoNeighbours(), commune));
        assertEquals(1, found.size());
        assertEquals(50, found.get(0).areaSquareMetres(), 1e-9);
    }
}
