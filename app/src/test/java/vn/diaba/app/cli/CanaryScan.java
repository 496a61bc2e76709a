package vn.diaba.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Looks for a word in bytes of any kind: in three encodings, composed or not, as base64, and inside of zip and gzip. */
final class CanaryScan {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private CanaryScan() {}

    static boolean finds(byte[] bytes, String word) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String form : forms(word)) {
            if (text.contains(form)) {
                return true;
            }
        }
        return startsWith(bytes, 'P', 'K') && findsInZip(bytes, word)
                || startsWith(bytes, 0x1f, 0x8b) && findsInGzip(bytes, word);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** The word as it may stand in a file, a char a byte. */
    private static List<String> forms(String word) {
        List<String> forms = new ArrayList<>();
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            for (Charset charset : CHARSETS) {
                byte[] plain = Normalizer.normalize(word, form).getBytes(charset);
                forms.add(new String(plain, StandardCharsets.ISO_8859_1));
                for (int shift = 0; shift < 3; shift++) {
                    byte[] shifted = new byte[shift + plain.length];
                    System.arraycopy(plain, 0, shifted, shift, plain.length);
                    String encoded = Base64.getEncoder().encodeToString(shifted);
                    int from = (shift * 8 + 5) / 6;
                    forms.add(encoded.substring(from, (shift + plain.length) * 8 / 6));
                }
            }
        }
        return forms;
    }

    private static boolean findsInZip(byte[] bytes, String word) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (finds(zip.readAllBytes(), word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean findsInGzip(byte[] bytes, String word) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return finds(in.readAllBytes(), word);
        } catch (ZipException notOne) {
            return false;
        }
    }
}
