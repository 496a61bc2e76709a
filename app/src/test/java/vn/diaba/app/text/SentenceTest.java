package vn.diaba.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;

class SentenceTest {
    private static final Values VIETNAMESE = new Values(Language.VIETNAMESE, ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Values ENGLISH = new Values(Language.ENGLISH, ZoneId.of("Asia/Ho_Chi_Minh"));

    private static String say(String pattern, Values values, Object... arguments) {
        return new Sentence(pattern).with(List.of(arguments), values);
    }

    @Test
    void areasHaveADecimalCommaInVietnamese() {
        assertEquals("1.234,5 m²", say("{0} m²", VIETNAMESE, new Area(1234.5)));
        assertEquals("1,234.5 m²", say("{0} m²", ENGLISH, new Area(1234.5)));
        assertEquals("251,3", say("{0}", VIETNAMESE, new LegalArea(2513)));
    }

    @Test
    void aHalfIsRoundedUpAsItIsWritten() {
        assertEquals("0,3", say("{0:m2}", VIETNAMESE, 0.25));
        assertEquals("1,01", say("{0:m}", VIETNAMESE, 1.005));
    }

    @Test
    void codesAndRecordNumbersAreNotGrouped() {
        assertEquals("EPSG 9210, 12345", say("EPSG {0}, {1}", VIETNAMESE, 9210, 12345L));
    }

    @Test
    void countsAreGrouped() {
        assertEquals("7.636", say("{0:n}", VIETNAMESE, 7636));
        assertEquals("7,636", say("{0:n}", ENGLISH, 7636));
    }

    @Test
    void datesAreDayMonthYear() {
        assertEquals("05/01/2026", say("{0}", ENGLISH, LocalDate.of(2026, 1, 5)));
        assertEquals("05/01/2026 07:30", say("{0}", VIETNAMESE, Instant.parse("2026-01-05T00:30:00Z")));
    }

    @Test
    void aPlaceIsEastThenNorthWithoutGrouping() {
        assertEquals("X 2325001,500 Y 588123,120", say("{0}", VIETNAMESE, new EastNorth(588123.12, 2325001.5)));
    }

    @Test
    void aWordFollowsItsNumber() {
        assertEquals("1 parcel", say("{0} {0:parcel|parcels}", ENGLISH, 1L));
        assertEquals("0 parcels", say("{0} {0:parcel|parcels}", ENGLISH, 0));
    }

    @Test
    void aViolationNamesItsParcelsAndSizes() {
        Messages messages = new Messages(Language.VIETNAMESE, ZoneId.of("UTC"));
        assertEquals(
                "12/34; 12/35: khe hở giữa các thửa, 1.203,5 m², rộng 0,125 m.",
                messages.violation("no-gap", List.of("12/34", "12/35"), 1203.45, 0.125, List.of(false)));
    }

    @Test
    void apostrophesAndBackslashesInArgumentsStay() {
        assertEquals("C:\\a$1 'b'", say("{0}", ENGLISH, "C:\\a$1 'b'"));
    }

    @Test
    void aMissingArgumentDoesNotBreakTheSentence() {
        assertEquals("… is missing", say("{3} is missing", ENGLISH));
    }

    @Test
    void aListShowsItsFirstTen() {
        assertEquals(
                "1; 2; 3; 4; 5; 6; 7; 8; 9; 10; …", say("{0}", ENGLISH, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)));
    }

    @Test
    void aCodeWithoutTextIsShownItself() {
        Messages messages = new Messages(Language.ENGLISH, ZoneId.of("UTC"));
        assertEquals("not-a-code-of-ours [7]", messages.sentence("not-a-code-of-ours", 7));
        assertFalse(messages.has("not-a-code-of-ours"));
    }

    @Test
    void aLanguageIsFoundByItsTagWhateverTheRegion() {
        assertEquals(Language.VIETNAMESE, Language.find("vi_VN").orElseThrow());
        assertEquals(Language.ENGLISH, Language.find("EN-us").orElseThrow());
        assertEquals(true, Language.find("fr").isEmpty());
    }
}
