package vn.diaba.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.app.text.Values;

class SignedAreaTest {
    private final Values values = new Messages(Language.VIETNAMESE, ZoneOffset.UTC).values();

    @Test
    void aDifferenceBelowATenthHasNoSign() {
        assertEquals("0,0", SignedArea.text(-0.04, values));
        assertEquals("+0,1", SignedArea.text(0.05, values));
        assertEquals("-5,5", SignedArea.text(-5.5, values));
        assertEquals("–", SignedArea.text(Double.NaN, values));
    }
}
