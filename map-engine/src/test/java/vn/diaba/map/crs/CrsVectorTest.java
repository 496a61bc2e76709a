package vn.diaba.map.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** VN-2000 against reference vectors: Krüger series of order 6 and EPSG:6960 by another program, first row also by CTS. */
class CrsVectorTest {
    private static final double TWO_MM = 0.002;
    private static final double TWO_MM_IN_DEGREES = 1.8e-8;

    private final CrsCatalog catalog = CrsCatalog.standard();

    @ParameterizedTest
    @CsvSource({
        "9210, 1214279.448, 598359.367, 10.979999998, 106.650000004, 10.978981928, 106.651787600",
        "9210, 1192000.000, 603500.000, 10.778448386, 106.696397523, 10.777429903, 106.698183771",
        "5897, 2326400.937, 588350.757, 21.030000005, 105.849999999, 21.029014040, 105.851882671",
        "5899, 1775050.940, 548149.084, 16.049999999, 108.199999999, 16.048976345, 108.201821269",
        "9207, 1015121.764, 571431.319, 9.179999999, 105.149999996, 9.178988661, 105.151781037",
        "5897, 1110000.000, 584000.000, 10.037594596, 105.766291455, 10.036580817, 105.768075772",
        "9205, 2475000.000, 545000.000, 22.373707864, 103.436978802, 22.372756477, 103.438883428"
    })
    void referenceVectorsHoldToTwoMillimetresBothWays(ArgumentsAccessor row) throws CrsException {
        double[] plane = {row.getDouble(2), row.getDouble(1)};
        double[] vn2000 = {row.getDouble(4), row.getDouble(3)};
        double[] wgs84 = {row.getDouble(6), row.getDouble(5)};
        assertCarries(row.getInteger(0), 4756, plane, vn2000);
        assertCarries(row.getInteger(0), 4326, plane, wgs84);
        assertCarries(4756, 4326, vn2000, wgs84);
    }

    @Test
    void oneZoneToAnotherStaysOnTheDatum() throws CrsException {
        CoordinateTransform transform = catalog.transform(catalog.byCode(9210), catalog.byCode(5897));
        assertEquals(0, transform.accuracyMetres());
        double[] point = {603500, 1192000};
        transform.apply(point, 0, 1);
        catalog.transform(catalog.byCode(5897), catalog.byCode(4756)).apply(point, 0, 1);
        assertEquals(106.696397523, point[0], TWO_MM_IN_DEGREES);
        assertEquals(10.778448386, point[1], TWO_MM_IN_DEGREES);
    }

    @Test
    void theShiftToWgs84IsGoodToOneMetre() throws CrsException {
        assertEquals(
                1, catalog.transform(catalog.byCode(9210), catalog.byCode(4326)).accuracyMetres());
    }

    @Test
    void selfTestPassesInEveryZone() {
        var results = new CrsSelfTest().run(catalog);
        assertEquals(18, results.size());
        results.forEach(result -> assertTrue(result.passed(), result.toString()));
    }

    @Test
    void selfTestRejectsRotationsReadAsPositionVector() {
        DatumShift right = DatumShift.EPSG_6960;
        DatumShift.Rotation r = right.rotationSeconds();
        DatumShift turned = new DatumShift(
                right.dxMetres(),
                right.dyMetres(),
                right.dzMetres(),
                new DatumShift.Rotation(-r.x(), -r.y(), -r.z()),
                right.scalePpm());
        new CrsSelfTest().run(CrsCatalog.withShift(turned)).forEach(result -> {
            assertFalse(result.passed(), result.toString());
            assertEquals(0.65, result.worstMetres(), 0.15, "0.55 m in the south to 0.75 m in the north");
        });
    }

    @Test
    void selfTestRejectsAMissingShift() {
        DatumShift none = new DatumShift(0, 0, 0, new DatumShift.Rotation(0, 0, 0), 0);
        new CrsSelfTest().run(CrsCatalog.withShift(none)).forEach(result -> {
            assertFalse(result.passed(), result.toString());
            assertEquals(225, result.worstMetres(), 20);
        });
    }

    private void assertCarries(int from, int to, double[] given, double[] expected) throws CrsException {
        double[] there = given.clone();
        catalog.transform(catalog.byCode(from), catalog.byCode(to)).apply(there, 0, 1);
        assertEquals(expected[0], there[0], TWO_MM_IN_DEGREES);
        assertEquals(expected[1], there[1], TWO_MM_IN_DEGREES);
        double[] back = expected.clone();
        catalog.transform(catalog.byCode(to), catalog.byCode(from)).apply(back, 0, 1);
        double tolerance = catalog.byCode(from).isProjected() ? TWO_MM : TWO_MM_IN_DEGREES;
        assertEquals(given[0], back[0], tolerance);
        assertEquals(given[1], back[1], tolerance);
    }
}
