package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.diaba.cadastre.measure.Extent;

/**
 * By hand, for texts that end at 90 mm: the sketch beside a table is 195 − 73 − 4 − 23.5 = 94.5 mm wide and 230 − 12.5 − 90
 * = 127.5 mm high; less 11 mm around, a parcel may cover 72.5 mm × 105.5 mm.
 */
class PageLayoutTest {
    private static final double NEVER_BELOW = 100;

    private static PageLayout fit(double width, double height) {
        return PageLayout.fit(new Extent(0, 0, width, height), 90, NEVER_BELOW);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 200",
        "14.5, 21.1, 200",
        "14.51, 1, 250",
        "1, 21.11, 250",
        "18.126, 1, 300",
        "36.25, 1, 500",
        "72.5, 1, 1000",
        "145, 1, 2000",
        "362.5, 1, 5000",
        "725, 1, 10000",
        "725.1, 1, 12000",
        "7000, 1, 100000"
    })
    void theScaleIsTheLargestThatFits(double width, double height, int denominator) {
        assertEquals(denominator, fit(width, height).denominator());
    }

    @Test
    void aWideParcelHasItsTableBelow() {
        PageLayout layout = PageLayout.fit(new Extent(0, 0, 120, 8), 90, 30);
        assertTrue(layout.isTableBelow());
        assertEquals(1000, layout.denominator());
        assertTrue(layout.sketch().bottom() < layout.tables().get(0).top());
    }

    @Test
    void aDeepParcelHasItsTableBeside() {
        assertFalse(PageLayout.fit(new Extent(0, 0, 8, 20), 90, 30).isTableBelow());
    }

    @Test
    void anotherScaleIsTakenOnlyIfTheParcelFits() {
        Extent parcel = new Extent(0, 0, 14.51, 1);
        assertTrue(fit(14.51, 1).at(200, parcel).isEmpty());
        assertEquals(333, fit(14.51, 1).at(333, parcel).orElseThrow().denominator());
    }
}
