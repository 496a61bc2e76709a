package vn.diaba.cadastre.cogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTextTest {
    @ParameterizedTest
    @CsvSource({
        "12.34, 12.34",
        "'12,34', 12.34",
        "'12,34 m', 12.34",
        "1234mm, 1.234",
        "1234 cm, 12.34",
        "'1,5km', 1500",
        "'5 dm', 0.5",
        "'7.', 7",
        ".5, 0.5"
    })
    void unitsAndDecimalMarksAreUnderstood(String text, double metres) throws CogoException {
        assertEquals(metres, DistanceText.metres(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'1.234,5', distance-not-read",
        "12 34, distance-not-read",
        "x, distance-not-read",
        "12 ft, distance-unit-unknown",
        "-3, distance-negative"
    })
    void anythingElseIsRefused(String text, String code) {
        CogoException wrong = assertThrows(CogoException.class, () -> DistanceText.metres(text));
        assertEquals(code, wrong.code());
        assertEquals(text, wrong.arguments().get(0));
    }

    @Test
    void offsetsMayBeNegative() throws CogoException {
        assertEquals(-2.5, DistanceText.signedMetres("-2,5"));
    }
}
