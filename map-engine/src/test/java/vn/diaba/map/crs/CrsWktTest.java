package vn.diaba.map.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrsWktTest {
    private static final String NZTM_BASE = "GEOGCS[\"GCS_NZGD_2000\",DATUM[\"D_NZGD_2000\",SPHEROID[\"GRS_1980\","
            + "6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]],"
            + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
            + "PARAMETER[\"central_meridian\",173],PARAMETER[\"scale_factor\",0.9996],"
            + "PARAMETER[\"false_easting\",1600000],PARAMETER[\"false_northing\",10000000],UNIT[\"Meter\",1]]";

    private final CrsCatalog catalog = CrsCatalog.standard();

    @Test
    void everyZoneComesBackFromItsOwnPrjText() throws CrsException {
        for (Crs zone : catalog.vn2000Zones()) {
            assertEquals(zone, catalog.fromWkt(catalog.prjText(zone)));
        }
        for (int code : new int[] {3405, 3406, 4756, 4326, 3857}) {
            assertEquals(
                    code, catalog.fromWkt(catalog.prjText(catalog.byCode(code))).code());
        }
    }

    /** As GDAL 3.6's {@code gdalsrsinfo -o wkt_esri EPSG:9210} writes it. */
    @Test
    void prjTextOfAZoneIsEsris() throws CrsException {
        assertEquals(
                "PROJCS[\"VN-2000_TM-3_105-45\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\",SPHEROID[\"WGS_1984\","
                        + "6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",105.75],"
                        + "PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                catalog.prjText(catalog.byCode(9210)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROJCS[\"VN-2000 / TM-3 105-45\",GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\",SPHEROID[\"WGS 84\",6378137,"
                        + "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                        + "PARAMETER[\"central_meridian\",105.75],PARAMETER[\"scale_factor\",0.9999],"
                        + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]",
                "PROJCS[\"VN_2000_Binh_Duong\",GEOGCS[\"GCS_VN-2000\",DATUM[\"D_Vietnam_2000\",SPHEROID[\"WGS_1984\","
                        + "6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",105.75],"
                        + "PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                "PROJCRS[\"any name\",BASEGEOGCRS[\"VN-2000\",DATUM[\"Vietnam 2000\",ELLIPSOID[\"WGS 84\",6378137,"
                        + "298.257223563]]],CONVERSION[\"c\",METHOD[\"Transverse Mercator\"]],CS[Cartesian,2],"
                        + "ID[\"EPSG\",9210]]"
            })
    void aZoneIsKnownByItsNumbersOrItsAuthority(String text) throws CrsException {
        assertEquals(9210, catalog.fromWkt(text).code());
    }

    @Test
    void anotherMeridianIsNotAZone() throws CrsException {
        String text = catalog.prjText(catalog.byCode(9210)).replace("105.75", "105.45");
        assertEquals(0, catalog.fromWkt(text).code());
    }

    @Test
    void aVn2000PlaneOnAnotherMeridianKeepsTheDatumsShift() throws CrsException {
        String text = catalog.prjText(catalog.byCode(9210)).replace("105.75", "105.6");
        Crs local = catalog.fromWkt(text);
        CoordinateTransform transform = catalog.transform(local, catalog.byCode(4326));
        assertEquals(1, transform.accuracyMetres());
        double[] there = {500000, 1192000};
        catalog.transform(local, catalog.byCode(4756)).apply(there, 0, 1);
        assertEquals(105.6, there[0], 1e-10);
        assertEquals(text, catalog.prjText(local));
    }

    @Test
    void aPrjOfNewZealandIsRecognisedByItsEsriName() throws CrsException {
        Crs crs = catalog.fromWkt("PROJCS[\"NZGD2000_New_Zealand_Transverse_Mercator_2000\"," + NZTM_BASE);
        assertEquals(2193, crs.code());
    }

    @Test
    void aPrjOfAnyNameIsTheSameSystemIfItsDefinitionIs() throws CrsException {
        Crs crs = catalog.fromWkt("PROJCS[\"somebody's name\"," + NZTM_BASE);
        assertEquals(0, crs.code());
        assertTrue(crs.isMetric());
        assertTrue(catalog.transform(crs, catalog.byCode(2193)).isIdentity());
        assertTrue(catalog.transform(catalog.byCode(2193), crs).isIdentity());
        assertEquals("PROJCS[\"somebody's name\"," + NZTM_BASE, catalog.prjText(crs));
    }

    @Test
    void aNameDoesNotCountIfTheDefinitionDisagrees() throws CrsException {
        Crs crs = catalog.fromWkt(
                "PROJCS[\"NZGD_2000_New_Zealand_Transverse_Mercator\"," + NZTM_BASE.replace("1600000", "1500000"));
        assertEquals(0, crs.code());
    }

    @Test
    void prjTextsOfOtherSystemsComeBack() throws CrsException {
        for (int code : new int[] {2193, 26986, 2154, 2180, 2056, 2249, 28350, 32648, 5514, 4269, 25832}) {
            Crs crs = catalog.byCode(code);
            Crs again = catalog.fromWkt(catalog.prjText(crs));
            assertTrue(catalog.transform(again, crs).isIdentity(), crs.toString());
        }
    }

    /** As GDAL 3.6's {@code gdalsrsinfo -o wkt_esri} writes them. */
    @Test
    void prjTextsOfOtherSystemsAreEsris() throws CrsException {
        String nad83 = "GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\","
                + "6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
        assertEquals(
                "PROJCS[\"NAD_1983_StatePlane_Massachusetts_Mainland_FIPS_2001\"," + nad83
                        + ",PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",200000.0],"
                        + "PARAMETER[\"False_Northing\",750000.0],PARAMETER[\"Central_Meridian\",-71.5],"
                        + "PARAMETER[\"Standard_Parallel_1\",42.6833333333333],"
                        + "PARAMETER[\"Standard_Parallel_2\",41.7166666666667],PARAMETER[\"Latitude_Of_Origin\",41.0],"
                        + "UNIT[\"Meter\",1.0]]",
                catalog.prjText(catalog.byCode(26986)));
        assertEquals(
                "PROJCS[\"CH1903+_LV95\",GEOGCS[\"GCS_CH1903+\",DATUM[\"D_CH1903+\",SPHEROID[\"Bessel_1841\","
                        + "6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Hotine_Oblique_Mercator_Azimuth_Center\"],PARAMETER[\"False_Easting\",2600000.0],"
                        + "PARAMETER[\"False_Northing\",1200000.0],PARAMETER[\"Scale_Factor\",1.0],"
                        + "PARAMETER[\"Azimuth\",90.0],PARAMETER[\"Longitude_Of_Center\",7.43958333333333],"
                        + "PARAMETER[\"Latitude_Of_Center\",46.9524055555556],UNIT[\"Meter\",1.0]]",
                catalog.prjText(catalog.byCode(2056)));
        assertEquals(nad83, catalog.prjText(catalog.byCode(4269)));
    }

    @Test
    void aBareWgs84AndATrailingNulAreUnderstood() throws CrsException {
        String text = "GEOGCS[\"WGS84\",DATUM[\"WGS84\",SPHEROID[\"WGS84\",6378137.0,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"degree\",0.017453292519943295]]\0";
        assertEquals(4326, catalog.fromWkt(text).code());
    }

    @Test
    void noShiftMeansNoZoneOfVn2000() throws CrsException {
        Crs inner = catalog.fromWkt(catalog.prjText(catalog.byCode(9210))
                .replace("GCS_VN_2000", "GCS_WGS_1984")
                .replace("D_Vietnam_2000", "D_WGS_1984"));
        assertEquals(0, inner.code());
        assertFalse(catalog.transform(inner, catalog.byCode(9210)).isIdentity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "PROJCS[", "PROJCS[\"a\"", "PROJCS[\"a]", "GEOGCS[\"x\"]", "{\"type\":1}"})
    void whatIsNoDefinitionIsRefused(String text) {
        CrsException refused = assertThrows(CrsException.class, () -> catalog.fromWkt(text));
        assertEquals("crs-wkt-unreadable", refused.code());
    }

    @Test
    void axesToTheWestAreRefused() {
        CrsException refused = assertThrows(
                CrsException.class,
                () -> catalog.fromWkt("PROJCS[\"Krovak\","
                        + NZTM_BASE.replace(
                                "UNIT[\"Meter\",1]]", "UNIT[\"Meter\",1],AXIS[\"X\",SOUTH],AXIS[\"Y\",WEST]]")));
        assertEquals("crs-axes-not-east-north", refused.code());
    }
}
