package vn.diaba.cadastre.cogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.diaba.cadastre.measure.Bearing;

class AngleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "45 30 15",
                "45-30-15",
                "45°30'15\"",
                "45° 30′ 15″",
                "45º30’15”",
                "45d30m15s",
                "45:30:15",
                "45-30-15,0",
                "45-30-15.000",
                "45°30'15''",
                "45.3015 dms",
                "45,504166666666666",
                "45.504166666666666°",
                "45.504166666666666 deg",
                "50.56018518518518g",
                "50,56018518518518 gon",
                "  45 30 15 "
            })
    void oneAngleIsReadHoweverItIsWritten(String text) throws CogoException {
        // 45 + 30/60 + 15/3600, by hand
        assertEquals(45.504166666666666, AngleText.DEGREES.degrees(text), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "45 30, 45.5",
        "45-30, 45.5",
        "45°30', 45.5",
        "45°, 45",
        "7, 7",
        "0-00-01, 0.0002777777777777778",
        "359-59-59.9, 359.99997222222223",
        "-12 30, -12.5",
        "100gon, 90",
        "200 grad, 180",
        ".5, 0.5"
    })
    void partsMayBeLeftOut(String text, double degrees) throws CogoException {
        assertEquals(degrees, AngleText.DEGREES.degrees(text), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "N45-30-15E, 45.504166666666666",
        "S45-30-15E, 134.495833333333333",
        "S 45 30 15 W, 225.504166666666666",
        "n45.5w, 314.5",
        "N0E, 0",
        "S0W, 180",
        "N90W, 270"
    })
    void quadrantBearingsCountFromNorthAndSouth(String text, double degrees) throws CogoException {
        assertEquals(degrees, AngleText.DEGREES.bearing(text, null).degrees(), 1e-12);
    }

    @Test
    void aSignTurnsTheLastBearing() throws CogoException {
        Bearing last = new Bearing(300);
        assertEquals(30, AngleText.DEGREES.bearing("+90", last).degrees(), 1e-12);
        assertEquals(254.5, AngleText.DEGREES.bearing("-45 30", last).degrees(), 1e-12);
        assertEquals(345, AngleText.DEGREES.bearing("+50g", last).degrees(), 1e-12);
    }

    @Test
    void aBareNumberIsWhatTheReaderWasMadeFor() throws CogoException {
        assertEquals(45.3015, AngleText.DEGREES.degrees("45.3015"), 1e-12);
        assertEquals(45.504166666666666, new AngleText(AngleUnit.PACKED_DMS).degrees("45.3015"), 1e-12);
        assertEquals(40.77135, new AngleText(AngleUnit.GON).degrees("45.3015"), 1e-12);
        assertEquals(45.504166666666666, new AngleText(AngleUnit.GON).degrees("45-30-15"), 1e-12);
        assertEquals(45.3015, new AngleText(AngleUnit.GON).degrees("45.3015°"), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "45 60 00, angle-part-too-large, 60",
        "45-30-75, angle-part-too-large, 75",
        "45.7015dms, angle-part-too-large, 70",
        "abc, angle-not-read, abc",
        "45-30-15-10, angle-not-read, 45-30-15-10",
        "'45,30,15', angle-not-read, '45,30,15'",
        "45.5 30, angle-not-read, 45.5 30",
        "'', angle-not-read, ''"
    })
    void whatIsNoAngleIsNamed(String text, String code, String part) {
        CogoException wrong = assertThrows(CogoException.class, () -> AngleText.DEGREES.bearing(text, null));
        assertEquals(code, wrong.code());
        assertEquals(part, wrong.arguments().get(1));
    }

    @Test
    void aSignWithoutABearingBeforeAndAWideQuadrantAreRefused() {
        assertEquals(
                "angle-without-last",
                assertThrows(CogoException.class, () -> AngleText.DEGREES.bearing("+90", null))
                        .code());
        assertEquals(
                "angle-beyond-quadrant",
                assertThrows(CogoException.class, () -> AngleText.DEGREES.bearing("N91E", null))
                        .code());
    }

    @Test
    void anglesAreWrittenInDegreesMinutesSeconds() {
        assertEquals("45-30-15", AngleText.dms(45.504166666666666, 0));
        assertEquals("46-00-00", AngleText.dms(45.99999, 0));
        assertEquals("0-00-05.3", AngleText.dms(5.3 / 3600, 1));
        assertEquals("-0-01-08", AngleText.dms(-68.0 / 3600, 0));
        assertEquals("0-00-00", AngleText.dms(-0.1 / 3600, 0));
    }
}
