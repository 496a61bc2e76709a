package vn.diaba.cadastre.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void ordinaryNamesStayAsTheyAre() {
        for (String name :
                List.of("ảnh mốc 12.jpg", "AA 00476432-GCN.pdf", "đơn", "a.tar.gz", "console.txt", "x-1_(2).png")) {
            assertEquals(name, FileName.plain(name));
            assertTrue(FileName.isPlain(name));
        }
    }

    @Test
    void namesThatLeadElsewhereOrNameDevicesBecomeHarmless() {
        assertEquals("_.._etc_passwd", FileName.plain("../../etc/passwd"));
        assertEquals("C__a.pdf", FileName.plain("C:\\a.pdf"));
        assertEquals("_", FileName.plain(".."));
        assertEquals("_", FileName.plain(""));
        assertEquals("_CON", FileName.plain("CON"));
        assertEquals("_nul.pdf", FileName.plain("nul.pdf"));
        assertEquals("_LPT1.x.pdf", FileName.plain("LPT1.x.pdf"));
        assertEquals("a_b.pdf", FileName.plain("a\0b.pdf"));
        assertEquals("bashrc", FileName.plain(".bashrc"));
        assertEquals("a", FileName.plain("a. . "));
    }

    @Test
    void lettersThatHideWhatAFileIsAreTakenOut() {
        assertEquals("anh_gpj.exe", FileName.plain("anh\u202Egpj.exe"));
        assertEquals("a_b", FileName.plain("a\u200Bb"));
        assertEquals("\u1EA3nh.png", FileName.plain("a\u0309nh.png"), "composed letters");
    }

    @Test
    void aLongNameKeepsItsSuffix() {
        String plain = FileName.plain("ế".repeat(300) + ".jpeg");
        assertTrue(plain.endsWith("ế.jpeg"), plain);
        assertTrue(plain.getBytes(StandardCharsets.UTF_8).length <= 240);
        assertEquals(200, FileName.plain("a".repeat(300)).length());
    }

    @Test
    void whateverComesAPlainNameIsPlain() {
        Random random = new Random(7);
        String some = "ab.\0/\\:\u202E \uD83D\uDE00.CONxế\n*";
        for (int n = 0; n < 20_000; n++) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                name.append(
                        random.nextInt(9) == 0
                                ? (char) random.nextInt(0x10000)
                                : some.charAt(random.nextInt(some.length())));
            }
            String plain = FileName.plain(name.toString());
            assertEquals(plain, FileName.plain(plain), () -> "of " + name);
            assertFalse(plain.contains("/") || plain.contains("\0") || plain.equals(".."), plain);
        }
    }
}
