package vn.diaba.cadastre.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;

/** The worked example X = 1214279.448, Y = 598359.367 was reckoned by hand from the rule of the circular. */
class SheetNameTest {
    private static final EastNorth PLACE = new EastNorth(598359.367, 1214279.448);
    private static final List<String> NAMES =
            List.of("10-218 596", "215 596", "215 596-3", "215 596-3-c", "215 596-3-(10)", "215 596-3-74");

    private static String name(SheetScale scale, double east, double north) {
        return SheetGrid.STANDARD.name(scale, new EastNorth(east, north)).toString();
    }

    @Test
    void aPlaceHasASheetAtEachScale() {
        for (SheetScale scale : SheetScale.values()) {
            assertEquals(
                    NAMES.get(scale.ordinal()),
                    SheetGrid.STANDARD.name(scale, PLACE).toString());
        }
    }

    @Test
    void aPlaceOnTheUpperOrLeftEdgeBelongsToTheSheetBelowOrRight() {
        assertEquals("215 596", name(SheetScale.S5000, 596000, 1215000));
        assertEquals("218 596", name(SheetScale.S5000, 596000, 1215000.0001));
        assertEquals("215 593", name(SheetScale.S5000, 595999.9999, 1215000));
        assertEquals("215 596-1-(1)", name(SheetScale.S500, 596000, 1215000));
        assertEquals("215 596-1-(2)", name(SheetScale.S500, 596250, 1215000));
        assertEquals("215 596-1-(5)", name(SheetScale.S500, 596000, 1214750));
        assertEquals("215 596-1-(1)", name(SheetScale.S500, 596000, 1214750.0001));
        assertEquals("215 596-5-1", name(SheetScale.S200, 597000, 1214000));
    }

    @Test
    void aNameFindsItsSheetAgainWithAPlaceNearby() {
        Extent expected = new Extent(598250, 1214250, 598500, 1214500);
        EastNorth anywhere = new EastNorth(500000, 1500000);
        assertEquals(
                expected,
                SheetGrid.STANDARD
                        .find(SheetName.parse("215 596-3-(10)").orElseThrow(), anywhere)
                        .orElseThrow());
        assertEquals(expected, SheetGrid.STANDARD.extent(SheetScale.S500, PLACE));
    }

    @Test
    void everySheetFindsItselfAgain() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            EastNorth place =
                    new EastNorth(400000 + 300000 * random.nextDouble(), 900000 + 1700000 * random.nextDouble());
            SheetGrid grid = i % 2 == 0 ? SheetGrid.STANDARD : new SheetGrid(0, 0);
            for (SheetScale scale : SheetScale.values()) {
                SheetName name = grid.name(scale, place);
                Extent extent = grid.extent(scale, place);
                assertTrue(extent.contains(place));
                assertEquals(scale.sideMetres(), extent.east() - extent.west());
                assertEquals(name, SheetName.parse(name.toString()).orElseThrow());
                assertEquals(extent, grid.find(name, place).orElseThrow(), name + " near " + place);
            }
        }
    }

    @Test
    void peopleSpellNamesAsTheyLike() {
        for (String spelling : List.of(
                "215 596-3-(10)", "215596-3-(10)", "215 596 - 3 - (10)", "215-596-3-( 10 )", "215 596–3–(10)")) {
            assertEquals(
                    "215 596-3-(10)", SheetName.parse(spelling).orElseThrow().toString());
        }
        assertEquals("725 500-6-d", SheetName.parse("725 500-6-D").orElseThrow().toString());
        assertEquals("10-728 494", SheetName.parse("10 - 728494").orElseThrow().toString());
        for (String wrong : List.of(
                "",
                "215",
                "215 596-0",
                "215 596-3-e",
                "215 596-3-(17)",
                "215 596-3-101",
                "215 596-3-0",
                "10-215 596-3",
                "x215 596")) {
            assertTrue(SheetName.parse(wrong).isEmpty(), wrong);
        }
    }

    @Test
    void theRememberedExampleFitsTheStandardOriginAndNoOther() {
        // 10-728 494, 725 500-6-d and 725 500-6-(11): appendix example of the circular on cadastral maps
        EastNorth vietnam = new EastNorth(500000, 1500000);
        for (String name : List.of("10-728 494", "725 500-6-d", "725 500-6-(11)")) {
            SheetName parsed = SheetName.parse(name).orElseThrow();
            assertTrue(SheetGrid.STANDARD.find(parsed, vietnam).isPresent(), name);
            assertTrue(new SheetGrid(0, 0).find(parsed, vietnam).isEmpty(), name);
        }
    }
}
