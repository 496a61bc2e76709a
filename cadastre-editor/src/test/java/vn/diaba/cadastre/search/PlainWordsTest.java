package vn.diaba.cadastre.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainWordsTest {
    @Test
    void tonesCaseAndSignsFallAway() {
        assertEquals(" nguyen thi do  uong", PlainWords.plain("Nguyễn Thị ĐỖ, Ường"));
        assertEquals(" o8", PlainWords.plain("ộ8"));
        assertEquals(" uo", PlainWords.plain("U\u031b\u0301ơ"));
    }

    @Test
    void everyWordBeginsOneInAnyOrder() {
        PlainWords words = PlainWords.of("mai nguy");
        assertTrue(words.begin("Nguyễn Văn Mai"));
        assertFalse(words.begin("Nguyễn Văn Mỹ"));
        assertFalse(PlainWords.of("uyen").begin("Nguyễn"));
    }

    @Test
    void noWordsBeginNothing() {
        assertFalse(PlainWords.of(" / ").begin("Mai"));
        assertFalse(PlainWords.of("mai").begin(""));
        assertFalse(PlainWords.of("1/5").haveLetters());
        assertTrue(PlainWords.of("số 5").haveLetters());
    }
}
