package vn.diaba.app.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.division.Shares;

class SplitAskTest {
    private static Shares shares(String text) {
        return assertInstanceOf(SplitAsk.Parts.class, SplitAsk.parse(text)).shares();
    }

    private static String unread(String text) {
        return assertInstanceOf(SplitAsk.Unread.class, SplitAsk.parse(text))
                .why()
                .code();
    }

    @Test
    void nothingIsALine() {
        assertInstanceOf(SplitAsk.Line.class, SplitAsk.parse("  "));
    }

    @Test
    void aSmallNumberIsANumberOfParts() {
        assertEquals(new Shares.Equal(3), shares("3"));
    }

    @Test
    void numbersBetweenColonsAreARatio() {
        assertEquals(new Shares.Ratio(List.of(2.0, 1.0, 1.0)), shares("2:1:1"));
    }

    @Test
    void areasAreReadWithDecimalCommaAndARest() {
        assertEquals(Shares.cutOff(120), shares("120"));
        assertEquals(Shares.cutOff(85), shares("85 m2"));
        assertEquals(Shares.cutOff(85.5), shares("85,5m²"));
        Shares.Areas three = (Shares.Areas) shares("120; 85,5; còn lại");
        assertEquals(120.0, three.areas().get(0));
        assertEquals(85.5, three.areas().get(1));
        assertEquals(null, three.areas().get(2));
        assertEquals(three, shares("120; 85.5; rest"));
    }

    @Test
    void aStripIsReadInBothLanguagesWithOrWithoutItsWidth() {
        assertEquals(new SplitAsk.Strip(2.5), SplitAsk.parse("dải 2,5"));
        assertEquals(new SplitAsk.Strip(2.5), SplitAsk.parse("strip 2.5 m"));
        assertEquals(new SplitAsk.Strip(2.5), SplitAsk.parse("DAI 2,5"));
        assertEquals(new SplitAsk.Strip(3), SplitAsk.parse("dải3"));
        assertFalse(((SplitAsk.Strip) SplitAsk.parse("dải ")).isWide());
        // The same word in decomposed letters, as some input methods write it.
        assertEquals(new SplitAsk.Strip(2), SplitAsk.parse("da\u0309i 2"));
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertEquals("areas-not-valid", unread("dả"));
        assertEquals("ratio-not-valid", unread("2:x"));
        assertEquals("distance-not-read", unread("dải rộng"));
    }
}
