package vn.diaba.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrsHintTest {
    @Test
    void degreesAreToldByCodeOrText() {
        assertTrue(CrsHint.ofEpsg(4326).isDegrees());
        assertTrue(CrsHint.ofWkt(" GEOGCS[\"NZGD2000\",DATUM[\"x\"]]").isDegrees());
        assertFalse(CrsHint.ofWkt("PROJCS[\"VN-2000\",GEOGCS[\"VN-2000\"]]").isDegrees());
        assertFalse(CrsHint.ofEpsg(9210).isDegrees());
    }

    @Test
    void theNameComesFromTheTextElseTheCode() {
        assertEquals("VN-2000 / TM-3 105-45", new CrsHint(9210, "PROJCS[\"VN-2000 / TM-3 105-45\"]").name());
        assertEquals("EPSG:9210", CrsHint.ofEpsg(9210).name());
        assertEquals("", CrsHint.NONE.name());
    }
}
