package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;

class RuleBookTest {
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String OVER = "POLYGON ((8 2, 18 2, 18 8, 8 8, 8 2))";
    private static final String FRAME = "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10))";

    private static CheckReport check(String... shapes) {
        return Checks.BOOK.check(TestFabrics.fromWkt(shapes), Scope.ALL);
    }

    private static Fabric moved(Fabric land, double east, double north, EastNorth to) {
        List<Change> moves = new ArrayList<>();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            Corner corner = land.cornerAt(slot);
            if (corner.position().equals(new EastNorth(east, north))) {
                moves.add(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
            }
        }
        return land.apply(ChangeSet.planned(new UUID(3, 3), "move-corner", moves));
    }

    private static List<Violation> brought(Fabric before, Fabric after) {
        return Checks.BOOK.newErrors(Checks.BOOK.check(before, Scope.ALL), Checks.BOOK.check(after, Scope.ALL));
    }

    @Test
    void theSameFaultHasTheSameIdInTheNextRun() {
        assertEquals(check(SQUARE, OVER).violations(), check(SQUARE, OVER).violations());
        List<Violation> two = check(SQUARE, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 7, 10 3, 10 0))")
                .of("edges-match");
        assertEquals(2, two.size());
        assertNotEquals(two.get(0).id(), two.get(1).id());
    }

    @Test
    void anOfficeMayWeighARuleOtherwiseButNotWhatTheRuleTakesLightly() {
        RuleBook lenient = Checks.BOOK.withSeverity("no-overlap", Severity.WARNING);
        CheckReport report = lenient.check(TestFabrics.fromWkt(SQUARE, OVER), Scope.ALL);
        assertEquals(Severity.WARNING, report.of("no-overlap").get(0).severity());
        assertTrue(report.isClean());
        String lake = "POLYGON ((0 0, 300 0, 300 300, 0 300, 0 0), (50 50, 50 200, 200 200, 200 50, 50 50))";
        RuleBook strict = Checks.BOOK.withSeverity("no-gap", Severity.ERROR);
        assertEquals(
                Severity.WARNING,
                strict.check(TestFabrics.fromWkt(lake), Scope.ALL)
                        .of("no-gap")
                        .get(0)
                        .severity());
        RuleBook mild = Checks.BOOK.withSeverity("no-gap", Severity.INFORMATION);
        assertEquals(
                Severity.INFORMATION,
                mild.check(TestFabrics.fromWkt(lake), Scope.ALL)
                        .of("no-gap")
                        .get(0)
                        .severity());
        assertThrows(IllegalArgumentException.class, () -> Checks.BOOK.withSeverity("no-such", Severity.ERROR));
    }

    @Test
    void beyondTenThousandFaultsOfARuleAreOnlyCounted() {
        List<String> spikes = new ArrayList<>();
        for (int i = 0; i < 10_003; i++) {
            spikes.add("POLYGON ((%1$d 0, %2$d 0, %1$d 0.4, %1$d 0))".formatted(20 * i, 20 * i + 10));
        }
        CheckReport report = Checks.BOOK
                .only(List.of("no-spike"))
                .check(TestFabrics.fromWkt(spikes.toArray(new String[0])), Scope.ALL);
        assertEquals(10_000, report.violations().size());
        assertEquals(10_003, report.count("no-spike"));
        assertEquals(10_003, report.count(Severity.WARNING));
    }

    @Test
    void anActThatLeavesAFaultAsItWasBringsNoError() {
        Fabric land = TestFabrics.fromWkt(SQUARE, OVER);
        assertEquals(List.of(), brought(land, moved(land, 18, 2, new EastNorth(19, 2))));
        assertEquals(List.of(), brought(land, moved(land, 8, 2, new EastNorth(9, 2))), "made smaller");
    }

    @Test
    void anActThatMakesAFaultGrowBringsIt() {
        Fabric land = TestFabrics.fromWkt(SQUARE, OVER);
        List<Violation> brought = brought(land, moved(land, 8, 2, new EastNorth(7, 2)));
        assertEquals(
                List.of("no-overlap"), brought.stream().map(Violation::rule).toList());
        Fabric hardly = moved(land, 8, 2, new EastNorth(7.999, 2));
        assertEquals(List.of(), brought(land, hardly), "0.003 m² more is within the tolerance");
    }

    @Test
    void anActThatMovesASharedCornerBringsNothing() {
        Fabric land = TestFabrics.grid(3, 3);
        assertEquals(List.of(), brought(land, moved(land, 10, 10, new EastNorth(11, 12))));
    }

    @Test
    void aParcelInAHoleMakesTheHoleSmallerNotNew() {
        CheckReport before = check(FRAME);
        CheckReport after = check(FRAME, "POLYGON ((10 10, 20 10, 20 15, 10 15, 10 10))");
        assertEquals(1, after.count("no-gap"));
        List<Violation> brought = Checks.BOOK.newErrors(before, after);
        assertTrue(brought.stream().noneMatch(v -> v.rule().equals("no-gap")), brought.toString());
    }

    @Test
    void partsInheritTheFaultsOfTheParcelTheyComeFrom() {
        ParcelId whole = new ParcelId(1, 1);
        ParcelId other = new ParcelId(1, 2);
        ParcelId part = new ParcelId(1, 3);
        Violation before = overlap(whole, other, 4);
        Violation after = overlap(part, other, 4);
        CheckReport then = report(before);
        CheckReport now = report(after);
        assertEquals(List.of(after), Checks.BOOK.newErrors(then, now));
        assertEquals(List.of(), Checks.BOOK.newErrors(then, now, id -> id.equals(part) ? whole : id));
    }

    private static Violation overlap(ParcelId a, ParcelId b, double area) {
        return new Violation(
                "x", "no-overlap", Severity.ERROR, List.of(a, b), new EastNorth(0, 0), area, 1, null, List.of());
    }

    private static CheckReport report(Violation violation) {
        return new CheckReport(List.of(violation), Map.of(), Map.of(), 0, 0);
    }

    @Test
    void aCancelledRunStops() {
        Progress cancelled = new Progress() {
            @Override
            public void done(long n, long of) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThrows(CancelledException.class, () -> Checks.BOOK.check(TestFabrics.grid(2, 2), Scope.ALL, cancelled));
    }

    @Test
    void twoParcelsWithOneNumberAreNamedOnceAndOneWithoutIsInformation() {
        Fabric land = TestFabrics.grid(3, 1);
        Parcel second = TestFabrics.byNumber(land, "2");
        Parcel third = TestFabrics.byNumber(land, "3");
        Fabric same = land.apply(ChangeSet.planned(
                new UUID(4, 4),
                "set",
                List.of(
                        new Change.ParcelChange(
                                second.id(), second, second.withNumber(new ParcelNumber("", "01", "001"))),
                        new Change.ParcelChange(third.id(), third, third.withNumber(new ParcelNumber("", "1", ""))))));
        CheckReport whole = Checks.BOOK.check(same, Scope.ALL);
        assertEquals(1, whole.count(Severity.ERROR));
        assertEquals(1, whole.count(Severity.INFORMATION));
        Violation pair = whole.of("number-is-unique").stream()
                .filter(v -> v.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertEquals("1+2", Checks.named(same, pair));
        Scope touched = Scope.around(Set.of(second.id()), null);
        assertEquals(1, Checks.BOOK.check(same, touched).count("number-is-unique"));
        assertEquals(0, Checks.BOOK.check(same, touched.keepingNumbers()).count("number-is-unique"));
    }

    @Test
    void theLegalAreaMayDifferByTheLimitOfTheFormerRules() {
        // 100 m² on a sheet 1:500: 0.05 + 0.0004 · 500 · √100 = 2.05 m²
        assertEquals(0, withLegalArea("102").count("area-agrees"));
        assertEquals(1, withLegalArea("102.1").count("area-agrees"));
    }

    private static CheckReport withLegalArea(String squareMetres) {
        Fabric land = TestFabrics.fromWkt(SQUARE);
        Parcel parcel = TestFabrics.byNumber(land, "1");
        ParcelFacts facts = new ParcelFacts(
                "", "", List.of(), List.of(), LegalArea.parse(squareMetres), ParcelState.NORMAL, "", "", "", Map.of());
        Change change = new Change.ParcelChange(parcel.id(), parcel, parcel.withFacts(facts));
        return Checks.BOOK.check(land.apply(ChangeSet.planned(new UUID(4, 4), "set", List.of(change))), Scope.ALL);
    }

    @Test
    void cornersOnOneGridPointAreApart() {
        Fabric land = TestFabrics.fromWkt(SQUARE, "POLYGON ((10 0, 20 0, 20 10, 10.5 10, 10 0))");
        Fabric together = moved(land, 10.5, 10, new EastNorth(10, 10));
        assertEquals(1, Checks.of("corners-apart", together).size());
        assertEquals(0, Checks.of("corners-apart", land).size());
        assertEquals(Set.of("corners-apart"), Checks.errors(together));
    }
}
