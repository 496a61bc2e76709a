package vn.diaba.exchange.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected texts: phrases.csv, encoded by another program (see the folder's README). */
class TextEncodingTest {
    private static final int UNICODE = 1;
    private static final int TCVN3_HEX = 2;
    private static final int VNI_SHOWN = 4;
    private static final int CP1258_HEX = 5;

    @Test
    void allPhrasesReadFromTcvn3() throws IOException {
        for (List<String> phrase : phrases()) {
            byte[] bytes = HexFormat.of().parseHex(phrase.get(TCVN3_HEX));
            assertEquals(phrase.get(UNICODE), TextEncoding.TCVN3.decode(bytes, 0, bytes.length));
        }
    }

    @Test
    void allPhrasesReadFromVni() throws IOException {
        for (List<String> phrase : phrases()) {
            byte[] bytes = Mojibake.bytesShownAs(phrase.get(VNI_SHOWN));
            assertEquals(phrase.get(UNICODE), TextEncoding.VNI.decode(bytes, 0, bytes.length));
        }
    }

    @Test
    void allPhrasesReadFromCp1258AreComposed() throws IOException {
        for (List<String> phrase : phrases()) {
            byte[] bytes = HexFormat.of().parseHex(phrase.get(CP1258_HEX));
            assertEquals(phrase.get(UNICODE), TextEncoding.CP1258.decode(bytes, 0, bytes.length));
        }
    }

    @Test
    void decomposedUtf8IsComposed() {
        byte[] bytes =
                Normalizer.normalize("Thửa đất ở đô thị", Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
        assertEquals("Thửa đất ở đô thị", TextEncoding.UTF_8.decode(bytes, 0, bytes.length));
    }

    @Test
    void everySniffedPhraseSetIsToldApart() throws IOException {
        EncodingSniffer tcvn3 = new EncodingSniffer();
        EncodingSniffer vni = new EncodingSniffer();
        EncodingSniffer cp1258 = new EncodingSniffer();
        EncodingSniffer utf8 = new EncodingSniffer();
        for (List<String> phrase : phrases()) {
            feed(tcvn3, HexFormat.of().parseHex(phrase.get(TCVN3_HEX)));
            feed(vni, Mojibake.bytesShownAs(phrase.get(VNI_SHOWN)));
            feed(cp1258, HexFormat.of().parseHex(phrase.get(CP1258_HEX)));
            feed(utf8, phrase.get(UNICODE).getBytes(StandardCharsets.UTF_8));
        }
        assertSure(TextEncoding.TCVN3, tcvn3);
        assertSure(TextEncoding.VNI, vni);
        assertSure(TextEncoding.CP1258, cp1258);
        assertSure(TextEncoding.UTF_8, utf8);
    }

    @Test
    void twoPhrasesAreEnoughToTellThemApart() throws IOException {
        List<List<String>> phrases = phrases();
        for (int i = 0; i + 1 < phrases.size(); i += 2) {
            EncodingSniffer tcvn3 = new EncodingSniffer();
            EncodingSniffer vni = new EncodingSniffer();
            for (List<String> phrase : phrases.subList(i, i + 2)) {
                feed(tcvn3, HexFormat.of().parseHex(phrase.get(TCVN3_HEX)));
                feed(vni, Mojibake.bytesShownAs(phrase.get(VNI_SHOWN)));
            }
            if (tcvn3.verdict(TextEncoding.CP1252).isSpeaking()) {
                String shown = phrases.get(i).get(UNICODE);
                assertEquals(
                        TextEncoding.TCVN3, tcvn3.verdict(TextEncoding.CP1252).encoding(), shown);
                assertEquals(TextEncoding.VNI, vni.verdict(TextEncoding.CP1252).encoding(), shown);
            }
        }
    }

    @Test
    void frenchAndGermanAreNotTakenForVietnamese() {
        EncodingSniffer sniffer = new EncodingSniffer();
        for (String word : List.of("Forêt dégradée", "Cité des Écoles", "Straße Würzburg", "Château")) {
            feed(sniffer, word.getBytes(StandardCharsets.ISO_8859_1));
        }
        EncodingSniffer.Verdict verdict = sniffer.verdict(TextEncoding.CP1252);
        assertEquals(TextEncoding.CP1252, verdict.encoding());
        assertFalse(verdict.sure());
        assertEquals("Forêt dégradée", verdict.after());
    }

    @Test
    void aCharacterCutInTwoIsCounted() {
        byte[] cut = {(byte) 0xC4, (byte) 0x90, (byte) 0xE1, (byte) 0xBA};
        assertEquals(2, TextEncoding.UTF_8.cutBytes(cut, 0, 4));
        assertEquals(1, TextEncoding.UTF_8.cutBytes(cut, 0, 3));
        assertEquals(0, TextEncoding.UTF_8.cutBytes(cut, 0, 2));
        assertEquals(0, TextEncoding.TCVN3.cutBytes(cut, 0, 4));
    }

    @Test
    void mojibakeIsRecognisedAndSoundTextIsNot() throws IOException {
        for (List<String> phrase : phrases()) {
            String sound = phrase.get(UNICODE);
            byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
            String broken = new String(bytes, StandardCharsets.ISO_8859_1);
            if (!broken.equals(sound)) {
                assertEquals(sound, Mojibake.repaired(broken).orElseThrow());
                assertEquals(
                        sound,
                        Mojibake.repaired(TextEncoding.CP1252.decode(bytes, 0, bytes.length))
                                .orElseThrow());
            }
            assertTrue(Mojibake.repaired(sound).isEmpty(), sound);
        }
    }

    @Test
    void namesOfManySpellingsAreUnderstood() {
        for (String name : List.of("UTF-8", "utf8", "65001")) {
            assertEquals("utf-8", TextEncoding.named(name).orElseThrow().id());
        }
        for (String name : List.of("1258", "cp1258", "Windows-1258", "ANSI 1258")) {
            assertEquals("cp1258", TextEncoding.named(name).orElseThrow().id());
        }
        assertEquals("tcvn3", TextEncoding.named("ABC").orElseThrow().id());
        assertEquals("windows-1251", TextEncoding.named("1251").orElseThrow().id());
        assertEquals("gb18030", TextEncoding.named("GB18030").orElseThrow().id());
        assertTrue(TextEncoding.named("no such thing").isEmpty());
        assertTrue(TextEncoding.named("").isEmpty());
    }

    private static void assertSure(TextEncoding expected, EncodingSniffer sniffer) {
        EncodingSniffer.Verdict verdict = sniffer.verdict(TextEncoding.CP1252);
        assertEquals(expected, verdict.encoding());
        assertTrue(verdict.sure());
        assertEquals("Đất chuyên trồng lúa nước", verdict.after());
    }

    private static void feed(EncodingSniffer sniffer, byte[] bytes) {
        sniffer.add(bytes, 0, bytes.length);
    }

    private static List<List<String>> phrases() throws IOException {
        try (InputStream in = TextEncodingTest.class.getResourceAsStream("phrases.csv")) {
            List<List<String>> phrases = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                List<String> fields = new ArrayList<>();
                StringBuilder field = new StringBuilder();
                boolean quoted = false;
                for (char c : line.toCharArray()) {
                    if (c == '"') {
                        quoted = !quoted;
                    } else if (c == ',' && !quoted) {
                        fields.add(field.toString());
                        field.setLength(0);
                    } else {
                        field.append(c);
                    }
                }
                fields.add(field.toString());
                phrases.add(fields);
            }
            return phrases;
        }
    }
}
