package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that was synced twice with the land database of a folder. */
class ReceiptCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;

    @BeforeEach
    void twoSyncs() throws IOException {
        console = new TestConsole(home);
        workspace = home.resolve("w").toString();
        Path file = home.resolve("square.geojson");
        Files.writeString(file, """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"sheet":"1","number":"1"},
                 "geometry":{"type":"Polygon","coordinates":
                 [[[500000,1200000],[500010,1200000],[500010,1200010],[500000,1200010],[500000,1200000]]]}}]}
                """);
        String url = "embedded:" + home.resolve("central");
        console.ok("new", workspace, "--crs", "9210", "--commune", "00123");
        console.ok("import", workspace, file.toString(), "--crs", "9210");
        console.ok("central", "init", url);
        console.ok("central", "load", url, workspace);
        console.ok("receipt", workspace);
        assertTrue(console.out().contains("Chưa có biên nhận"), console.out());
        console.ok("set", workspace, "1/1", "number=2");
        console.ok("sync", workspace, "--central", url);
        console.ok("set", workspace, "1/2", "number=3");
        console.ok("set", workspace, "1/3", "number=4");
        console.ok("sync", workspace, "--central", url);
    }

    private String field(String name) {
        Matcher found = Pattern.compile('"' + name + "\" : \"?([^\",\n}]+)").matcher(console.out());
        assertTrue(found.find(), console.out());
        return found.group(1);
    }

    @Test
    void allReceiptsAreListedTheNewestFirst() {
        console.ok("receipt", workspace, "--json");
        String all = console.out();
        assertEquals("2", field("pushed"));
        assertTrue(all.indexOf("\"pushed\" : 2") < all.indexOf("\"pushed\" : 1"), all);
        console.ok("receipt", workspace, "--last", "1", "--json");
        assertFalse(console.out().contains("\"pushed\" : 1"), console.out());
    }

    @Test
    void anOlderReceiptIsShownAndPrintedWithItsOwnIdsAndHashes() throws IOException {
        console.ok("receipt", workspace, "--show", "1", "--json");
        String newer = field("changeSet");
        console.ok("receipt", workspace, "--show", "2", "--json");
        String id = field("changeSet");
        String hash = field("hash");
        Path pdf = home.resolve("r.pdf");
        console.ok("receipt", workspace, "--show", "2", "--out", pdf.toString());
        try (var document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertTrue(text.contains(id), text);
            assertTrue(text.contains(hash), text);
            assertFalse(text.contains(newer), text);
        }
    }

    @Test
    void aReceiptThatIsNotThereIsWrongUsage() {
        console.run(2, "receipt", workspace, "--show", "3");
        assertTrue(console.err().contains("có 2"), console.err());
    }
}
