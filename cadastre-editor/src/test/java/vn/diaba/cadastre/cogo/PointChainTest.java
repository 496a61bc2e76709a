package vn.diaba.cadastre.cogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointChainTest {
    @ParameterizedTest
    @CsvSource({
        "'12-15,18,12', 12 13 14 15 18 12",
        "'1-8,1', 1 2 3 4 5 6 7 8 1",
        "8-5, 8 7 6 5",
        "008-011, 008 009 010 011",
        "9-011, 009 010 011",
        "A1-A3, A1 A2 A3",
        "A3-1, A3 A2 A1",
        "'M12; 3 4 ,5', M12 3 4 5",
        "1 - 3, 1 2 3",
        "'\"T-1\",\"T-2\",7', T-1 T-2 7",
        "Đ7-Đ9, Đ7 Đ8 Đ9"
    })
    void runsAndSingleNamesAreRead(String text, String names) throws CogoException {
        assertEquals(List.of(names.split(" ")), PointChain.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'', chain-empty",
        "'  ', chain-empty",
        "A1-B3, chain-names-differ",
        "1-2-3, chain-not-read",
        "A-B, chain-not-read",
        "'1,,2', chain-not-read",
        "'1,2,', chain-not-read",
        "1-20000, chain-too-long"
    })
    void whatIsNoChainIsRefused(String text, String code) {
        assertEquals(
                code,
                assertThrows(CogoException.class, () -> PointChain.parse(text)).code());
    }

    @Test
    void theBadPartIsNamed() {
        CogoException wrong = assertThrows(CogoException.class, () -> PointChain.parse("1-8,A1-B3,1"));
        assertEquals("A1-B3", wrong.arguments().get(0));
    }
}
