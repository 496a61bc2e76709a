package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.TestFabrics;

/** Each rule on land that is as it demands, on land that is not, and on both sides of its limit. Figures by hand. */
class RuleTest {
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";

    @Test
    void landOfNeighboursWithHolesAndJunctionsHasNoFault() {
        assertEquals(Set.of(), Checks.errors(TestFabrics.grid(4, 3)));
        assertEquals(Set.of(), Checks.errors(TestFabrics.withHole()));
        assertEquals(Set.of(), Checks.errors(TestFabrics.withTJunction()));
        assertEquals(
                0,
                Checks.BOOK
                        .check(TestFabrics.withHole(), Scope.ALL)
                        .violations()
                        .size());
    }

    @Test
    void aBowTieIsNotSimpleAndItsCrossingIsThePlace() {
        assertEquals(List.of("1 at 5.0 5.0"), Checks.said("ring-is-simple", "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"));
    }

    @Test
    void aHoleOutsideItsShellAndAShellInAShellAreNotSimple() {
        assertEquals(
                1,
                Checks.of("ring-is-simple", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (20 20, 20 22, 22 22, 20 20))")
                        .size());
        assertEquals(
                1,
                Checks.of("ring-is-simple", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))")
                        .size());
    }

    @Test
    void aHoleThatTouchesItsShellInAPointIsSimpleAndOneThatSharesASideIsNot() {
        assertEquals(
                0,
                Checks.of("ring-is-simple", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 0, 2 4, 4 2, 0 0))")
                        .size());
        assertEquals(
                1,
                Checks.of("ring-is-simple", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 0, 0 9, 4 4, 0 0))")
                        .size());
    }

    @Test
    void anOverlapHasItsShapeAreaAndWidth() {
        List<Violation> found = Checks.of("no-overlap", SQUARE, "POLYGON ((8 2, 18 2, 18 8, 8 8, 8 2))");
        assertEquals(1, found.size());
        assertEquals(12, found.get(0).areaSquareMetres(), 1e-9);
        assertEquals(2, found.get(0).widthMetres(), 1e-9);
        assertEquals(
                "9.0 5.0",
                found.get(0).place().east() + " " + found.get(0).place().north());
        assertTrue(found.get(0).wkt().startsWith("POLYGON"));
    }

    @Test
    void overlapsAreCountedFromTheirLimitsOn() {
        String strip = "POLYGON ((%s 0, 20 0, 20 %s, %s %s, %s 0))";
        assertEquals(
                0,
                Checks.of("no-overlap", SQUARE, strip.formatted("9.9991", "10", "9.9991", "10", "9.9991"))
                        .size());
        assertEquals(
                1,
                Checks.of("no-overlap", SQUARE, strip.formatted("9.9988", "10", "9.9988", "10", "9.9988"))
                        .size());
        String wide = "POLYGON ((0 0, 100 0, 100 10, 0 10, 0 0))";
        String below = "POLYGON ((0 %1$s, 100 %1$s, 100 20, 0 20, 0 %1$s))";
        assertEquals(1, Checks.of("no-overlap", wide, below.formatted("9.9998")).size(), "0.02 m² though 0.2 mm wide");
        assertEquals(0, Checks.of("no-overlap", wide, below.formatted("9.9999")).size(), "0.01 m² exactly");
    }

    @Test
    void aParcelWithinAnotherOverlapsIt() {
        assertEquals(
                List.of("1+2 at 5.0 5.0"), Checks.said("no-overlap", SQUARE, "POLYGON ((4 4, 6 4, 6 6, 4 6, 4 4))"));
    }

    @Test
    void aHoleFilledTwiceIsAnOverlapAndADuplicate() {
        String filler = "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))";
        String frame = "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10))";
        assertEquals(List.of("2+3 at 15.0 15.0"), Checks.said("no-overlap", frame, filler, filler));
        assertEquals(List.of("2+3 at 15.0 15.0"), Checks.said("no-duplicate", frame, filler, filler));
    }

    @Test
    void equalShapesWithOtherStartsDirectionsAndCornersAreDuplicates() {
        String turned = "POLYGON ((10 10, 10 5, 10 0, 0 0, 0 10, 10 10))";
        assertEquals(1, Checks.of("no-duplicate", SQUARE, turned).size());
        assertEquals(
                0,
                Checks.of("no-duplicate", SQUARE, "POLYGON ((0 0, 10 0, 10 9.99, 0 10, 0 0))")
                        .size());
    }

    @Test
    void layersStackedOnEachOtherOverlapAwayFromTheirRims() {
        String[] lower = new String[9];
        for (int i = 0; i < 9; i++) {
            int e = 10 * (i % 3);
            int n = 10 * (i / 3);
            lower[i] = square(e, n, 10);
        }
        String[] both = java.util.Arrays.copyOf(lower, 10);
        both[9] = "MULTIPOLYGON (((12 12, 18 12, 18 18, 12 18, 12 12)))";
        assertEquals(List.of("5+10 at 15.0 15.0"), Checks.said("no-overlap", both));
        String[] layers = java.util.Arrays.copyOf(lower, 13);
        for (int i = 0; i < 4; i++) {
            layers[9 + i] = square(15 * (i % 2), 15 * (i / 2), 15);
        }
        assertEquals(16, Checks.of("no-overlap", layers).size(), "each of 4 large squares meets 4 of 9 small ones");
    }

    private static String square(int e, int n, int side) {
        return "POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))"
                .formatted(e, n, e + side, n, e + side, n + side, e, n + side, e, n);
    }

    @Test
    void anOverlapWithABowTieIsMeasuredOnItsRepairedCopy() {
        List<Violation> found = Checks.of(
                "no-overlap", "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", "POLYGON ((0 0, 5 5, 0 10, -5 5, 0 0))");
        assertEquals(1, found.size());
        assertEquals(25, found.get(0).areaSquareMetres(), 1e-9, "the western lobe");
    }

    @Test
    void aGapHasItsShapeAndNamesWhatLiesAround() {
        String slanting = "POLYGON ((10 0, 20 0, 20 10, 12 10, 10 0))";
        assertEquals(List.of(), Checks.said("no-gap", SQUARE, slanting), "open to the north: no gap but a bay");
        String north = "POLYGON ((0 10, 10 10, 12 10, 20 10, 20 20, 0 20, 0 10))";
        List<Violation> found = Checks.of("no-gap", SQUARE, slanting, north);
        assertEquals(1, found.size());
        assertEquals(3, found.get(0).parcels().size());
        assertEquals(10, found.get(0).areaSquareMetres(), 1e-9);
        assertEquals(Severity.ERROR, found.get(0).severity());
    }

    @Test
    void theGroundInARingOfParcelsIsAGapAndAnIslandInItIsNot() {
        String frame = "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10))";
        List<Violation> found = Checks.of("no-gap", frame, "POLYGON ((14 14, 16 14, 16 16, 14 16, 14 14))");
        assertEquals(1, found.size());
        assertEquals(96, found.get(0).areaSquareMetres(), 1e-9);
        assertEquals(1, Checks.of("holes-are-filled", frame).size());
        assertEquals(0, Checks.of("holes-are-filled", TestFabrics.withHole()).size());
    }

    @Test
    void gapsAreCountedFromTheirLimitsOnAndWideOnesMayBeUnsurveyed() {
        String frame = "POLYGON ((0 0, 300 0, 300 300, 0 300, 0 0), (10 10, 10 %2$s, %1$s %2$s, %1$s 10, 10 10))";
        assertEquals(0, Checks.of("no-gap", frame.formatted("10.0009", "20")).size(), "0.9 mm wide, 0.009 m²");
        assertEquals(1, Checks.of("no-gap", frame.formatted("10.0012", "20")).size());
        assertEquals(
                Severity.ERROR,
                Checks.of("no-gap", frame.formatted("29.9", "150")).get(0).severity());
        assertEquals(
                Severity.WARNING,
                Checks.of("no-gap", frame.formatted("30.1", "150")).get(0).severity());
        assertEquals(
                Severity.ERROR,
                Checks.of("no-gap", frame.formatted("50", "59.9")).get(0).severity());
    }

    @Test
    void aCornerOnASideItIsNoPartOfNamesBothParcels() {
        String[] unmatched = {SQUARE, "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 5, 10 0))"};
        assertEquals(List.of("1+2 at 10.0 5.0"), Checks.said("edges-match", unmatched));
        assertEquals(Set.of("edges-match"), Checks.errors(TestFabrics.fromWkt(unmatched)));
    }

    @Test
    void aCornerBesideASideIsFoundUpToOneMillimetre() {
        String beside = "POLYGON ((10 0, 20 0, 20 10, 10 10, %s 5, 10 0))";
        assertEquals(
                1, Checks.of("edges-match", SQUARE, beside.formatted("10.001")).size());
        assertEquals(
                1, Checks.of("edges-match", SQUARE, beside.formatted("9.999")).size());
        assertEquals(
                0, Checks.of("edges-match", SQUARE, beside.formatted("10.0011")).size());
        assertEquals(
                0, Checks.of("edges-match", SQUARE, beside.formatted("9.9989")).size());
    }

    @Test
    void aTriangleThatTouchesASideWithItsTipIsFound() {
        assertEquals(
                List.of("1+2 at 5.0 5.0"),
                Checks.said("edges-match", "POLYGON ((1 9, 9 9, 9 5, 1 5, 1 9))", "POLYGON ((1 1, 5 5, 9 1, 1 1))"));
    }

    @Test
    void cornersOfNeighboursAMillimetreApartAreFoundOnce() {
        List<String> said = Checks.said("edges-match", SQUARE, "POLYGON ((10.0005 0, 20 0, 20 10, 10 10, 10.0005 0))");
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("1+2 at 10.0"), said.get(0));
    }

    @Test
    void aSliverIsNamedByAreaOrByShape() {
        assertEquals(
                1,
                Checks.of("no-sliver", "POLYGON ((0 0, 0.7 0, 0.7 0.7, 0 0.7, 0 0))")
                        .size(),
                "0.49 m²");
        assertEquals(
                0,
                Checks.of("no-sliver", "POLYGON ((0 0, 0.8 0, 0.8 0.7, 0 0.7, 0 0))")
                        .size(),
                "0.56 m²");
        // 4π·a·b/(2(a+b))² for 1 × 160 is 0.0194, for 1 × 150 it is 0.0207.
        assertEquals(
                1,
                Checks.of("no-sliver", "POLYGON ((0 0, 160 0, 160 1, 0 1, 0 0))")
                        .size());
        assertEquals(
                0,
                Checks.of("no-sliver", "POLYGON ((0 0, 150 0, 150 1, 0 1, 0 0))")
                        .size());
    }

    @Test
    void aSpikeIsNamedAtItsTipFromThreeDegreesDown() {
        // atan(0.5/10) = 2.86°, atan(0.55/10) = 3.15°
        assertEquals(
                List.of("1 at 10.0 0.0"),
                Checks.said("no-spike", "POLYGON ((0 0, 10 0, 0 0.5, -5 5, 0 0))")
                        .subList(0, 1));
        assertEquals(
                0,
                Checks.of("no-spike", "POLYGON ((0 0, 10 0, 0 0.55, -5 5, 0 0))")
                        .size());
        assertEquals(
                List.of("1 at 5.0 15.0"),
                Checks.said("no-spike", "POLYGON ((0 0, 10 0, 10 10, 5 10, 5 15, 5 10, 0 10, 0 0))"));
    }

    @Test
    void aShortSideIsNamedOnceForBothItsParcels() {
        String left = "POLYGON ((0 0, 10 0, 10 %1$s, 10 10, 0 10, 0 0))";
        String right = "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 %1$s, 10 0))";
        assertEquals(
                1,
                Checks.of("minimum-edge", left.formatted("0.0099"), right.formatted("0.0099"))
                        .size());
        assertEquals(
                0,
                Checks.of("minimum-edge", left.formatted("0.01"), right.formatted("0.01"))
                        .size());
    }

    @Test
    void aPlaceAloneHasNoShape() {
        assertNull(Checks.of("no-spike", "POLYGON ((0 0, 10 0, 0 0.3, -5 5, 0 0))")
                .get(0)
                .wkt());
    }
}
