package vn.diaba.cadastre.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/** Each kind of remedy on the smallest land that needs it. Figures by hand. */
class RemediesTest {
    private static final RuleBook BOOK = RuleBook.standard(Tolerances.STANDARD);
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
    private final AtomicLong seeds = new AtomicLong(100);
    private final Supplier<IdBlock> ids = () -> IdBlock.seeded(seeds.incrementAndGet());
    private final Remedies remedies = new Remedies(BOOK, ids, LocalDate.of(2026, 6, 1));

    private static Violation fault(Fabric land, String rule) {
        List<Violation> found = BOOK.check(land, Scope.ALL).of(rule);
        assertEquals(1, found.size(), rule);
        return found.get(0);
    }

    private List<Remedy> remedies(Fabric land, String rule) {
        List<Remedy> found = remedies.of(land, fault(land, rule));
        for (Remedy remedy : found) {
            CheckReport after = BOOK.check(land.apply(remedy.plan()), Scope.ALL);
            assertEquals(0, after.count(rule), remedy.kind());
            assertEquals(0, after.count(Severity.ERROR), remedy.kind() + after.byRule());
        }
        return found;
    }

    private static List<String> kinds(List<Remedy> remedies) {
        return remedies.stream().map(Remedy::kind).toList();
    }

    private static double area(Fabric land, Remedy remedy, String number) {
        Fabric after = land.apply(remedy.plan());
        return after.areaOf(TestFabrics.byNumber(after, number).id()).squareMetres();
    }

    @Test
    void aCornerOnANeighboursSideIsPutOnItOrTakenAway() {
        Fabric land = TestFabrics.fromWkt(SQUARE, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))");
        List<Remedy> found = remedies(land, "edges-match");
        assertEquals(List.of("remedy-insert-corner", "remedy-remove-corner"), kinds(found));
        assertTrue(found.stream().allMatch(Remedy::isSafe));
        Fabric after = land.apply(found.get(0).plan());
        assertEquals(
                5,
                TestFabrics.byNumber(after, "1")
                        .rings()
                        .findFirst()
                        .orElseThrow()
                        .size());
        assertEquals(0, found.get(0).largestAreaChange(), 1e-9);
    }

    @Test
    void cornersAMillimetreApartAreWeldedAndTheBetterSurveyedStays() {
        Fabric land = TestFabrics.fromWkt(SQUARE, "POLYGON ((10.0005 0, 20 0, 20 10, 10 10, 10.0005 0))");
        Corner east =
                land.index().nearestCorner(new EastNorth(10.0005, 0), 0.0001).orElseThrow();
        Observation rtk = new Observation("RTK", 0.02, LocalDate.of(2025, 5, 5), "", "");
        Corner surveyed = new Corner(east.id(), east.position(), "", rtk);
        Fabric measured = applied(land, new Change.CornerChange(east.id(), east, surveyed));
        Remedy best = remedies(measured, "edges-match").get(0);
        assertEquals("remedy-weld", best.kind());
        assertTrue(best.isSafe());
        assertEquals(
                List.of(0.0005),
                best.shifts().stream()
                        .map(Remedy.Shift::metres)
                        .map(m -> Math.rint(m * 1e4) / 1e4)
                        .toList());
        assertTrue(measured.apply(best.plan()).findCorner(east.id()).isPresent());
        Remedy unsurveyed = remedies(land, "edges-match").get(0);
        CornerId stays = land.index()
                .nearestCorner(new EastNorth(10, 0), 0.0001)
                .orElseThrow()
                .id();
        assertTrue(land.apply(unsurveyed.plan()).findCorner(stays).isPresent(), "the older one");
    }

    private static Fabric applied(Fabric land, Change... changes) {
        return land.apply(ChangeSet.planned(new UUID(9, 9), "x", List.of(changes)));
    }

    @Test
    void cornersOnOnePointAreWelded() {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel two = TestFabrics.byNumber(land, "2");
        CornerId shared = land.index()
                .nearestCorner(new EastNorth(10, 0), 0.0001)
                .orElseThrow()
                .id();
        Corner twin = Corner.at(new CornerId(2, 2), new EastNorth(10, 0));
        List<CornerId> ring = two.faces().get(0).shell().corners().stream()
                .map(corner -> corner.equals(shared) ? twin.id() : corner)
                .toList();
        Fabric apart = applied(
                land,
                new Change.CornerChange(twin.id(), null, twin),
                new Change.ParcelChange(
                        two.id(), two, two.withFaces(List.of(vn.diaba.cadastre.model.Face.of(new Ring(ring))))));
        List<Remedy> found = remedies(apart, "corners-apart");
        assertEquals("remedy-weld", found.get(0).kind());
        assertTrue(found.get(0).isSafe());
    }

    @Test
    void theEndsOfAShortSideBecomeOne() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 0, 10 0.005, 10 10, 0 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0.005, 10 0))");
        List<Remedy> found = remedies(land, "minimum-edge");
        assertEquals("remedy-weld", found.get(0).kind());
        assertEquals(2, found.size(), "either end may stay");
    }

    @Test
    void aSpikeWithoutLandIsTakenOffSafely() {
        Fabric land = TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 5 10, 5 15, 5.0001 10, 0 10, 0 0))");
        Violation spike = BOOK.check(land, Scope.ALL).of("no-spike").get(0);
        Remedy best = remedies.of(land, spike).get(0);
        assertEquals("remedy-remove-spike", best.kind());
        assertTrue(best.isSafe());
        assertEquals(100, area(land, best, "1"), 0.001);
    }

    @Test
    void aSliverOverlapIsClosedFromEitherSideOrGivenToOne() {
        Fabric land = TestFabrics.fromWkt(
                SQUARE,
                "POLYGON ((9.98 0, 20 0, 20 10, 9.98 10, 9.98 0))",
                "POLYGON ((0 10, 10 10, 9.98 10, 20 10, 20 20, 0 20, 0 10))"
                        .replace("10 10, 9.98 10", "9.98 10, 10 10"));
        List<Remedy> found = remedies(land, "no-overlap");
        assertEquals(3, found.size());
        assertTrue(kinds(found).contains("remedy-attach"));
        Set<Long> areas = found.stream()
                .map(remedy -> Math.round(area(land, remedy, "1") * 10))
                .collect(Collectors.toSet());
        assertTrue(areas.containsAll(Set.of(1000L, 998L)), areas + ": 1 keeps its 100 m², or loses 0.02 m × 10 m");
        assertTrue(found.stream().noneMatch(Remedy::isSafe), "0.2 m² change hands");
    }

    @Test
    void aSliverGapIsClosedFromEitherSideOrGivenToOne() {
        Fabric land = TestFabrics.fromWkt(
                SQUARE,
                "POLYGON ((10.03 0, 20 0, 20 10, 10.03 10, 10.03 0))",
                "POLYGON ((0 10, 10 10, 10.03 10, 20 10, 20 20, 0 20, 0 10))",
                "POLYGON ((0 0, 0 -9, 20 -9, 20 0, 10.03 0, 10 0, 0 0))");
        List<Remedy> found = remedies(land, "no-gap");
        assertFalse(found.isEmpty());
        assertTrue(found.stream().noneMatch(Remedy::isSafe));
        Set<Long> areas = found.stream()
                .map(remedy -> Math.round(area(land, remedy, "1") * 10))
                .collect(Collectors.toSet());
        assertTrue(areas.contains(1000L) || areas.contains(1003L), areas.toString());
    }

    @Test
    void aBowTieBetweenNeighboursIsUncrossedTheOneWayThatFits() {
        Fabric land = TestFabrics.fromWkt(
                "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        List<Remedy> found = remedies(land, "ring-is-simple");
        assertEquals("remedy-uncross", found.get(0).kind());
        assertEquals(100, area(land, found.get(0), "1"), 1e-9);
    }

    @Test
    void theDuplicateOfACodedOrOlderParcelIsRetired() {
        Fabric land = TestFabrics.fromWkt(SQUARE, SQUARE);
        Violation fault = fault(land, "no-duplicate");
        List<Remedy> found = remedies.of(land, fault);
        assertEquals(List.of("remedy-retire-duplicate", "remedy-retire-duplicate"), kinds(found));
        assertEquals(List.of(TestFabrics.byNumber(land, "1").id()), found.get(0).parcels(), "the older stays");
        Fabric after = land.apply(found.get(0).plan());
        assertEquals(1, after.parcelCount());
        assertEquals(4, after.cornerCount());
        assertTrue(found.stream().noneMatch(Remedy::isSafe));
    }

    @Test
    void ofTwoEqualNumbersOneGetsTheNextFree() throws Exception {
        Fabric land = TestFabrics.grid(3, 1);
        ParcelId three = TestFabrics.byNumber(land, "3").id();
        Fabric twice = land.apply(new EditAttributes(three, Map.of("number", "01"), IdBlock.seeded(7)).plan(land));
        Remedy best = remedies(twice, "number-is-unique").get(0);
        assertEquals("remedy-renumber", best.kind());
        Fabric after = twice.apply(best.plan());
        assertEquals("3", after.parcel(three).number().number(), "2 is the largest in use");
        assertFalse(best.isSafe());
    }

    @Test
    void whatIsKnownOfASideGoesWithBothItsHalves() {
        Fabric land = TestFabrics.fromWkt(SQUARE, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))");
        CornerId low = land.index()
                .nearestCorner(new EastNorth(10, 0), 0.01)
                .orElseThrow()
                .id();
        CornerId mid = land.index()
                .nearestCorner(new EastNorth(10, 5), 0.01)
                .orElseThrow()
                .id();
        CornerId high = land.index()
                .nearestCorner(new EastNorth(10, 10), 0.01)
                .orElseThrow()
                .id();
        SideFacts wall = new SideFacts(10, "wall", "", SideFacts.Agreement.AGREED);
        Fabric known = applied(land, new Change.SideChange(new SideKey(low, high), null, wall));
        Remedy best = remedies(known, "edges-match").get(0);
        Fabric after = known.apply(best.plan());
        assertEquals(wall, after.findSide(new SideKey(low, mid)).orElseThrow());
        assertEquals(wall, after.findSide(new SideKey(mid, high)).orElseThrow());
        assertTrue(after.findSide(new SideKey(low, high)).isEmpty());
        Fabric back = after.apply(best.plan().inverse(new UUID(1, 2)));
        assertEquals(known, back);
    }

    @Test
    void frozenLandIsNotMended() throws Exception {
        Fabric land = TestFabrics.fromWkt(SQUARE, "POLYGON ((9.98 0, 20 0, 20 10, 9.98 10, 9.98 0))");
        for (String number : List.of("1", "2")) {
            ParcelId id = TestFabrics.byNumber(land, number).id();
            land = land.apply(new EditAttributes(id, Map.of("state", "frozen"), IdBlock.seeded(8)).plan(land));
        }
        assertEquals(List.of(), remedies.of(land, fault(land, "no-overlap")));
    }

    @Test
    void aRemedyForOtherLandIsRefused() {
        Fabric land = TestFabrics.fromWkt(SQUARE, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))");
        Remedy best = remedies(land, "edges-match").get(0);
        Fabric after = land.apply(best.plan());
        assertEquals(
                "remedy-outdated",
                assertThrows(ImpossibleEditException.class, () -> best.plan(after))
                        .code());
        assertEquals(List.of(), remedies.of(after, fault(land, "edges-match")));
    }

    @Test
    void manyFaultsAreMendedInOneActThatUndoes() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                SQUARE,
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 7, 10 5, 10 0))",
                "POLYGON ((20 0, 30 0, 30 10, 20 10, 20 5, 20 0))");
        CheckReport before = BOOK.check(land, Scope.ALL);
        assertEquals(3, before.count("edges-match"));
        FixPlan plan = new FixPlan(remedies, land, new UUID(4, 4));
        plan.addSafe(before.violations(), Progress.NONE);
        assertEquals(3, plan.fixes().size());
        assertEquals(List.of(), plan.left());
        ChangeSet act = plan.plan(land);
        Fabric after = land.apply(act);
        assertEquals(0, BOOK.check(after, Scope.ALL).count(Severity.ERROR));
        assertEquals(land, after.apply(act.inverse(new UUID(1, 3))));
    }
}
