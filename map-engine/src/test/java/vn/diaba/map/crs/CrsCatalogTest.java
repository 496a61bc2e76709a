package vn.diaba.map.crs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class CrsCatalogTest {
    private final CrsCatalog catalog = CrsCatalog.standard();

    @Test
    void eighteenZonesFromWestToEast() {
        List<Integer> codes = catalog.vn2000Zones().stream().map(Crs::code).toList();
        assertEquals(
                List.of(
                        5896, 9205, 9206, 9207, 9208, 5897, 9209, 9210, 9211, 9212, 9213, 9214, 9215, 9216, 5899, 5898,
                        9217, 9218),
                codes);
        assertTrue(catalog.vn2000Zones().stream().allMatch(Crs::isMetric));
    }

    @Test
    void zonesKnowTheirMeridianAndItsScale() throws CrsException {
        assertEquals(
                new MeridianZone(105.75, 0.9999),
                catalog.byCode(9210).meridianZone().orElseThrow());
        assertEquals(
                new MeridianZone(105, 0.9996),
                catalog.byCode(3405).meridianZone().orElseThrow());
        assertTrue(catalog.byCode(3857).meridianZone().isEmpty());
        assertTrue(catalog.byCode(4756).meridianZone().isEmpty());
    }

    @Test
    void withdrawnZonesAreRefusedWithTheCodeToUse() {
        IntStream.of(6956, 6957, 6958, 6959).forEach(code -> {
            CrsException refused = assertThrows(CrsException.class, () -> catalog.byCode(code));
            assertEquals("crs-deprecated", refused.code());
            assertEquals(code, refused.arguments().get(0));
        });
    }

    @Test
    void anUnknownCodeSaysSo() {
        CrsException refused = assertThrows(CrsException.class, () -> catalog.byCode(99999));
        assertEquals("crs-unknown-code", refused.code());
        assertEquals(List.of(99999), refused.arguments());
    }

    /** Control values by PROJ 9.1 (cs2cs from the national geographic system; 2180's northing stands first there). */
    @ParameterizedTest
    @CsvSource({
        "9702, 2180, 19.0, 52.0, 500000.000, 459309.209",
        "4167, 2193, 175.0, -36.8, 1778427.454, 5925448.022",
        "4269, 26986, -71.1, 42.37, 232946.484, 902243.595",
        "4171, 2154, 2.5, 48.8, 663273.523, 6855663.089"
    })
    void planesOfOtherCountriesComeEastFirst(ArgumentsAccessor row) throws CrsException {
        double[] point = {row.getDouble(2), row.getDouble(3)};
        CoordinateTransform transform =
                catalog.transform(catalog.byCode(row.getInteger(0)), catalog.byCode(row.getInteger(1)));
        transform.apply(point, 0, 1);
        assertArrayEquals(new double[] {row.getDouble(4), row.getDouble(5)}, point, 0.002);
        assertEquals(0, transform.accuracyMetres(), 1e-9);
    }

    @Test
    void webMercatorAgreesWithItsFormula() throws CrsException {
        double[] point = {106.7, 10.8};
        catalog.transform(catalog.byCode(4326), catalog.byCode(3857)).apply(point, 0, 1);
        assertEquals(6378137.0 * Math.toRadians(106.7), point[0], 1e-3);
        assertEquals(6378137.0 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(10.8) / 2)), point[1], 1e-3);
    }

    @Test
    void oneSystemToItselfIsTheIdentityToTheLastBit() throws CrsException {
        CoordinateTransform transform = catalog.transform(catalog.byCode(9210), catalog.byCode(9210));
        assertTrue(transform.isIdentity());
        double[] point = {603500.123456789, 1192000.987654321};
        transform.apply(point, 0, 1);
        assertArrayEquals(new double[] {603500.123456789, 1192000.987654321}, point, 0);
    }

    @Test
    void swappedCoordinatesAreOutsideTheArea() throws CrsException {
        CoordinateTransform transform = catalog.transform(catalog.byCode(9210), catalog.byCode(4326));
        double[] points = {603500, 1192000, 1192000, 603500};
        double[] before = points.clone();
        CrsException refused = assertThrows(CrsException.class, () -> transform.apply(points, 0, 2));
        assertEquals("crs-outside-area", refused.code());
        assertEquals(List.of(1192000.0, 603500.0, "VN-2000 / TM-3 105-45"), refused.arguments());
        assertArrayEquals(before, points, 0, "nothing is changed when one point fails");
    }

    @Test
    void notANumberIsRefused() throws CrsException {
        CoordinateTransform transform = catalog.transform(catalog.byCode(9210), catalog.byCode(4326));
        CrsException refused =
                assertThrows(CrsException.class, () -> transform.apply(new double[] {Double.NaN, 0}, 0, 1));
        assertEquals("crs-not-finite", refused.code());
    }

    @Test
    void onlyTheStretchAskedForIsCarried() throws CrsException {
        double[] points = {1, 2, 603500, 1192000, 3, 4};
        catalog.transform(catalog.byCode(9210), catalog.byCode(4326)).apply(points, 2, 1);
        assertArrayEquals(new double[] {1, 2, 106.698183771, 10.777429903, 3, 4}, points, 2e-8);
    }

    @Test
    void aGeographicSystemIsNotMetric() throws CrsException {
        assertFalse(catalog.byCode(4326).isMetric());
        assertTrue(Double.isNaN(catalog.byCode(4326).metresPerUnit()));
        assertEquals(1200.0 / 3937, catalog.byCode(2249).metresPerUnit(), 1e-12, "US survey foot");
        assertFalse(catalog.byCode(2249).isMetric());
    }

    @Test
    void aDatumWithoutAKnownShiftIsRefused() throws CrsException {
        Crs local = catalog.fromWkt("PROJCS[\"Local\",GEOGCS[\"Local\",DATUM[\"D_Nowhere\",SPHEROID[\"Krasovsky_1940\","
                + "6378245.0,298.3]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
                + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",105.0],"
                + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");
        assertEquals(0, local.code());
        CrsException refused = assertThrows(CrsException.class, () -> catalog.transform(local, catalog.byCode(9210)));
        assertEquals("crs-no-path", refused.code());
    }
}
