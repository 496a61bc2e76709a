package vn.diaba.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionPropertyTest {
    private static final List<String> BEFORE = List.of(
            "", " ", "(", "\"", "'", "[", "id=", "SĐT: ", "store-failed [", "VALUES ('", "\n", "; ", "họ tên: ");
    private static final List<String> AFTER = List.of(" ", ")", "\"", "'", "]", ", ", ";", "\n", ". Next", "')", ":");
    private static final List<String> FAMILIES =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Bùi", "HOÀNG", "Nguyen", "Tran", "Võ", "ông", "Bà");
    private static final List<String> GIVEN =
            List.of("Văn Chimyến", "Thị Kimtước", "Hoàng Oanhvũ", "Đức Sáođá", "Chíchchòe", "THỊ BỒCÂU");

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder();
        for (int n = 0; n < count; n++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static String grouped(String digits, Random random) {
        return digits.replaceAll("(\\d{3})(?=\\d)", "$1" + any(List.of("", "", " ", ".", "-"), random));
    }

    /** Something that names a person. */
    private static String secret(Random random) {
        switch (random.nextInt(6)) {
            case 0:
                return grouped(digits(12, random), random);
            case 1:
                return grouped(digits(9, random), random);
            case 2:
                return "0" + digits(9, random);
            case 3:
                return "+84 9" + digits(2, random) + " " + digits(3, random) + " " + digits(3, random);
            case 4:
                return "chim.yen" + digits(2, random) + "@vidu.vn";
            default:
                return any(FAMILIES, random) + " " + any(GIVEN, random);
        }
    }

    @Test
    void noneOfAHundredThousandSecretsPasses() {
        Random random = new Random(5);
        for (int n = 0; n < 100_000; n++) {
            String secret = secret(random);
            String text = any(BEFORE, random) + secret + any(AFTER, random) + "act " + new UUID(1, n);
            String written = random.nextBoolean() ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
            String left = Redaction.of(written);
            assertFalse(left.contains(secret), () -> written + " became " + left);
            assertFalse(left.matches("(?s).*(yến|tước|vũ|đá|chòe|CÂU|@).*"), () -> written + " became " + left);
            assertTrue(left.endsWith(new UUID(1, n).toString()), () -> written + " became " + left);
        }
    }

    @Test
    void whatNamesNobodyStays() {
        Random random = new Random(6);
        for (int n = 0; n < 20_000; n++) {
            double east = 500_000 + 100_000 * random.nextDouble();
            String text = String.format(
                    Locale.ROOT,
                    "%s journal-damaged [%016d.journal, %d, %d] at %.4f, %.4f m; 2026-11-21T08:%02d:00.123456789Z tờ 12 thửa %d",
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(1000),
                    random.nextInt(10_000_000),
                    n,
                    east,
                    1_200_000 + east,
                    n % 60,
                    n);
            assertEquals(text, Redaction.of(text));
        }
    }

    @Test
    void aFaultThatNamesSomebodyIsWrittenWithoutTheName(@TempDir Path state) throws IOException {
        LogFile log = new LogFile(state);
        LogRecord entry = new LogRecord(Level.SEVERE, "unexpected-fault 099000111222");
        entry.setThrown(new IllegalStateException("no user Trần Thị Chimyến", new IOException("0912 345 678")));
        log.publish(entry);
        log.close();
        String text = Files.readString(LogFile.newestIn(state));
        assertTrue(text.contains("unexpected-fault") && text.contains("RedactionPropertyTest"), text);
        for (String secret : List.of("099000111222", "Chimyến", "345")) {
            assertFalse(text.contains(secret), text);
        }
    }
}
