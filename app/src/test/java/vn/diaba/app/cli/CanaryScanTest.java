package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class CanaryScanTest {
    private static final String WORD = "Kimtướcoanh";

    @Test
    void aWordIsFoundInEveryClothing() throws Exception {
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            byte[] plain = (before + WORD + " 12").getBytes(StandardCharsets.UTF_8);
            assertTrue(CanaryScan.finds(plain, WORD));
            assertTrue(CanaryScan.finds((before + WORD).getBytes(StandardCharsets.UTF_16LE), WORD));
            byte[] encoded = Base64.getEncoder().encode(plain);
            assertTrue(CanaryScan.finds(encoded, WORD), before);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
                zip.putNextEntry(new ZipEntry("x"));
                zip.write(packed.toByteArray());
            }
            assertTrue(CanaryScan.finds(zipped.toByteArray(), WORD));
        }
        assertFalse(CanaryScan.finds("Kimtuocoanh".getBytes(StandardCharsets.UTF_8), WORD));
    }
}
