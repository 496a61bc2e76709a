package vn.diaba.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class MaskedNumberTest {
    @Test
    void anIdNumberShowsItsEndsOnly() {
        assertEquals("074*******12", MaskedNumber.of("074099001212"));
    }

    @Test
    void anOldNumberOfNineDigitsAndAPassportTooShowTheirEndsOnly() {
        assertEquals("012****89", MaskedNumber.of("012345689"));
        assertEquals("C12***67", MaskedNumber.of("C1234567"));
    }

    @Test
    void aShortNumberIsHiddenWhole() {
        assertEquals("*******", MaskedNumber.of("1234567"));
        assertEquals("", MaskedNumber.of(""));
    }

    @Test
    void severalNumbersAreMaskedEach() {
        assertEquals("001*******45; 079*******12", MaskedNumber.of("001090012345; 079182257712"));
    }

    @Test
    void aNumberWrittenInGroupsShowsNothing() {
        assertEquals("*** *** *** ***", MaskedNumber.of("074 099 001 212"));
    }

    @Test
    void twoPersonsOfOneProvinceLookDifferent() {
        assertNotEquals(MaskedNumber.of("074099001212"), MaskedNumber.of("074099001267"));
    }
}
