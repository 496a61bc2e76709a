package vn.diaba.exchange.shp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.TestFiles;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;

/** The same 87 phrases in nine tables; the right texts are in phrases.csv. */
class DbfTextTest {
    @TempDir
    Path folder;

    private final IssueLog issues = new IssueLog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parcels-tcvn3",
                "parcels-vni",
                "parcels-cp1258",
                "parcels-cp1258-nocpg-ldid",
                "parcels-utf8-nocpg",
                "parcels-utf8-nfd"
            })
    void everyEncodingGivesTheSameComposedTexts(String stem) throws Exception {
        assertEquals(phrases(), texts(stem, "auto"));
        assertEquals(0, issues.count("text-mojibake"));
        assertEquals(0, issues.count("text-not-decodable"));
        assertEquals(0, issues.count("encoding-assumed"));
        assertEquals(0, issues.count("encoding-doubtful"));
    }

    @ParameterizedTest
    @CsvSource({"parcels-tcvn3,TCVN3", "parcels-vni,vni", "parcels-cp1258,cp1258", "parcels-utf8-nocpg,utf-8"})
    void aStatedEncodingIsTaken(String stem, String encoding) throws Exception {
        assertEquals(phrases(), texts(stem, encoding));
        assertEquals(0, issues.count("encoding-detected"));
    }

    @Test
    void whatWasDetectedIsShownBeforeAndAfter() throws Exception {
        texts("parcels-tcvn3", "auto");
        Issue found = issues.issues().stream()
                .filter(issue -> issue.code().equals("encoding-detected"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("TEN", "tcvn3", "§Êt chuyªn trång lóa n\u00ADíc", "Đất chuyên trồng lúa nước"),
                found.arguments());
    }

    @Test
    void textCutInTheMiddleOfALetterLosesOnlyThatLetterAndIsListed() throws Exception {
        List<String> texts = texts("parcels-utf8-cut", "auto");
        List<String> phrases = phrases();
        for (int i = 0; i < texts.size(); i++) {
            assertTrue(phrases.get(i).startsWith(texts.get(i)), texts.get(i));
        }
        long cut = issues.issues().stream()
                .filter(issue -> issue.code().equals("text-cut") && issue.record() == 10)
                .count();
        assertEquals(1, cut);
        assertEquals("Đất ở tại đ", texts.get(9));
        assertEquals(0, issues.count("text-not-decodable"));
    }

    @Test
    void mojibakeIsListedWithWhatItWas() throws Exception {
        List<String> phrases = phrases();
        texts("parcels-mojibake", "auto");
        List<Issue> found = issues.issues().stream()
                .filter(issue -> issue.code().equals("text-mojibake"))
                .toList();
        long accented = phrases.stream()
                .filter(text -> text.chars().anyMatch(c -> c > 0x7F))
                .count();
        assertEquals(accented, found.size());
        for (Issue issue : found) {
            assertEquals(
                    phrases.get((int) issue.record() - 1), issue.arguments().get(2));
        }
    }

    @Test
    void anUnknownEncodingIsRefused() {
        Path shp = TestFiles.shapefile(folder, "parcels-vni");
        ImportException refused = assertThrows(ImportException.class, () -> new ShapefileReader()
                .open(shp, ReadOptions.DEFAULT.withEncoding("klingon"), issues));
        assertEquals("encoding-unknown", refused.code());
    }

    private List<String> texts(String stem, String encoding) throws ImportException {
        Path dbf = TestFiles.copy(folder, "shp", stem, "dbf", "cpg");
        List<Row> rows = Tables.rows(new DbfReader().open(dbf, ReadOptions.DEFAULT.withEncoding(encoding), issues));
        return rows.stream().map(row -> String.valueOf(row.value(1))).toList();
    }

    private static List<String> phrases() throws Exception {
        try (InputStream in = DbfTextTest.class.getResourceAsStream("/vn/diaba/exchange/text/phrases.csv")) {
            List<String> phrases = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                String rest = line.substring(line.indexOf(',') + 1);
                phrases.add(rest.startsWith("\"") ? rest.substring(1, rest.indexOf('"', 1)) : rest.split(",")[0]);
            }
            return phrases;
        }
    }
}
