package vn.diaba.map.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureFilterTest {
    private static boolean holds(String ecql, Map<String, Object> values) throws StyleException {
        return FeatureFilter.ofEcql(ecql).holds(values::get);
    }

    @Test
    void textThatIsANumberComparesAsOne() throws StyleException {
        assertTrue(holds("sheet = 12 AND landUse = 'ODT'", Map.of("sheet", "12", "landUse", "ODT")));
        assertTrue(holds("sheet > 9", Map.of("sheet", "12")));
        assertFalse(holds("sheet = 12", Map.of("sheet", "13")));
    }

    @Test
    void listsPatternsAndMissingValues() throws StyleException {
        assertTrue(holds("landUse IN ('ODT', 'CLN')", Map.of("landUse", "CLN")));
        assertTrue(holds("landUse LIKE 'OD%'", Map.of("landUse", "ODT+CLN")));
        assertTrue(holds("code IS NULL", Map.of("sheet", "1")));
        assertFalse(holds("area > 100", Map.of("sheet", "1")));
    }

    @Test
    void theNamesAskedForAreKnown() throws StyleException {
        assertEquals(
                Set.of("area", "sheet"),
                FeatureFilter.ofEcql("sheet = 1 OR area > 2").attributes());
    }

    @Test
    void whatIsNoConditionIsRefused() {
        StyleException e = assertThrows(StyleException.class, () -> FeatureFilter.ofEcql("sheet = = 1"));
        assertEquals("filter-wrong", e.code());
    }
}
