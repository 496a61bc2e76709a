package vn.diaba.cadastre.linework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 125 | NUMBER=125",
                "NUMBER | 125a | NUMBER=125a",
                "LAND_USE | ODT | LAND_USE=ODT",
                "LAND_USE | ONT+CLN | LAND_USE=ONT+CLN",
                "LEGAL_LAND_USE | ONT | LEGAL_LAND_USE=ONT",
                "AREA | 245,8 | AREA=245,8",
                "AREA | 245 | AREA=245",
                "AREA | 245.8 m² | AREA=245.8",
                "NUMBER | 1L654/119.3 | LAND_USE=1L NUMBER=654 AREA=119.3",
                "LAND_USE | ONT+CLN12/245,8 | LAND_USE=ONT+CLN NUMBER=12 AREA=245,8",
                "NUMBER | 654/119.3 | NUMBER=654 AREA=119.3",
                "NUMBER | 12/345 | ''",
                "NUMBER | ODT | ''",
                "NUMBER | 245,8 | ''",
                "LAND_USE | 12 | ''",
                "AREA | abc | ''",
                "NUMBER | 125;245,8;ODT | NUMBER=125 AREA=245,8 LAND_USE=ODT",
                "NUMBER | 125;Nguyễn Văn A | ''"
            })
    void textsSayWhatTheirLevelAndFormSay(LabelRole role, String text, String expected) {
        List<String> said = LabelText.read(role, text.replace(';', '\n')).stream()
                .map(each -> each.role() + "=" + each.value())
                .toList();
        assertEquals(expected, String.join(" ", said));
    }
}
