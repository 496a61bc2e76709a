package vn.diaba.app.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PaperTypeTest {
    private static PaperType type(String code) {
        return OfficeFile.shipped().paperType(code).orElseThrow();
    }

    @Test
    void aSerialOf2025HasTwoLettersAAndEightDigits() {
        assertTrue(type("GCN-2025").fits("AA 00476432"));
        assertTrue(type("GCN-2025").fits("aa00476432"));
        assertFalse(type("GCN-2025").fits("AB 00476432"));
        assertFalse(type("GCN-2025").fits("AA 0047643"));
    }

    @Test
    void aSerialOf2003BeginsWithAAndThoseAfter2009WithAnyTwoLetters() {
        assertTrue(type("GCN-2003").fits("AĐ 123456"));
        assertFalse(type("GCN-2003").fits("BA 123456"));
        assertTrue(type("GCN-ND43").fits("BĐ 123456"));
    }

    @Test
    void anIdentityCardHasNineOrTwelveDigitsAndAnUnknownNumberFits() {
        assertTrue(type("CMND").fits("024123456") && type("CMND").fits("079 085 001 234"));
        assertFalse(type("CC").fits("024123456"));
        assertTrue(type("CC").fits(""));
        assertTrue(type("HD-CN").fits("1234/2019, quyển số 02"), "contracts are numbered as the notary likes");
        assertTrue(type("DKDN").fits("0301234567-001"));
    }

    @Test
    void aTypeIsNamedInTheReadersLanguage() {
        assertEquals("Hộ chiếu", type("HC").nameIn(Locale.forLanguageTag("vi")));
        assertEquals("Passport", type("HC").nameIn(Locale.ENGLISH));
    }
}
