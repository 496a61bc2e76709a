package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseCommandTest {
    private static final String PARCELS = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
            "features":[
            {"type":"Feature","properties":{"sheet":"1","number":"1"},"geometry":{"type":"Polygon","coordinates":
             [[[500000,1200000],[500020,1200000],[500020,1200030],[500000,1200030],[500000,1200000]]]}},
            {"type":"Feature","properties":{"sheet":"1","number":"2"},"geometry":{"type":"Polygon","coordinates":
             [[[500020,1200000],[500040,1200000],[500040,1200030],[500020,1200030],[500020,1200000]]]}}]}
            """;

    private static final Logger LOG = Logger.getLogger(CommandLineProgram.class.getName());

    @TempDir
    private Path home;

    private TestConsole console;
    private String w;

    @BeforeAll
    static void logNothing() {
        LOG.setUseParentHandlers(false);
    }

    @AfterAll
    static void logAgain() {
        LOG.setUseParentHandlers(true);
    }

    @BeforeEach
    void workspace() throws Exception {
        console = new TestConsole(home);
        w = home.resolve("w").toString();
        run(0, "new", w, "--crs", "9210");
        Path parcels = Files.writeString(home.resolve("parcels.geojson"), PARCELS);
        run(0, "import", w, parcels.toString());
    }

    private String run(int exit, String... arguments) {
        int was = console.run(arguments);
        assertEquals(exit, was, String.join(" ", arguments) + "\n" + console.out() + console.err());
        return console.out() + console.err();
    }

    private String error(String... arguments) {
        Matcher code = Pattern.compile("\"code\" : \"([a-z-]+)\"").matcher(run(3, arguments));
        assertTrue(code.find(), console.out());
        return code.group(1);
    }

    private void open(String number) {
        run(
                0,
                "case",
                w,
                "open",
                "--number",
                number,
                "--kind",
                "tn",
                "--parcels",
                "1/1",
                "1/2",
                "--applicant",
                "bà Hoa");
    }

    @Test
    void aCaseIsOpenedListedHandedInAndReturned() {
        run(1, "case", w, "list");
        open("12/2026");
        String listed = run(0, "case", w, "list", "--json");
        assertTrue(listed.contains("\"number\" : \"12/2026\"") && listed.contains("\"kind\" : \"TN\""), listed);
        assertTrue(listed.contains("\"1/1\"") && listed.contains("\"1/2\""), listed);
        assertTrue(listed.contains("\"state\" : \"open\"") && listed.contains("bà Hoa"), listed);
        assertTrue(run(0, "case", w, "submit", "12/2026", "--json").contains("\"state\" : \"handed-in\""));
        assertEquals("case-not-worked-on", error("case", w, "submit", "12/2026", "--json"));
        assertEquals("case-needs-reason", error("case", w, "return", "12/2026", "--json"));
        String back = run(0, "case", w, "return", "12/2026", "--reason", "thiếu chữ ký");
        assertTrue(back.contains("bị trả lại") && back.contains("thiếu chữ ký"), back);
        run(0, "undo", w, "3");
        run(1, "case", w, "list");
    }

    @Test
    void whatIsKnownOfACaseIsAltered() {
        open("12/2026");
        String set = run(
                0,
                "case",
                w,
                "set",
                "12/2026",
                "--deadline",
                "2020-01-02",
                "--received",
                "2020-01-01",
                "--parcels",
                "1/2",
                "--json");
        assertTrue(set.contains("\"deadline\" : \"2020-01-02\"") && !set.contains("\"1/1\""), set);
        assertTrue(run(0, "case", w, "list", "--json").contains("\"late\" : true"));
        assertEquals("nothing-to-do", error("case", w, "set", "12/2026", "--kind", "TN", "--json"));
    }

    @Test
    void anUnknownCaseOrProcedureNamesThoseThereAre() {
        open("12/2026");
        open("14/2026");
        assertTrue(run(3, "case", w, "submit", "13/2026").contains("12/2026, 14/2026"));
        assertTrue(run(3, "case", w, "open", "--number", "1", "--kind", "??").contains("TN"));
        assertEquals("case-number-taken", error("case", w, "open", "--number", "12/2026", "--kind", "TN", "--json"));
        run(2, "case", w, "open", "--number", "1");
    }

    @Test
    void anEditInACaseBelongsToItAndItsUndoToo() {
        open("12/2026");
        open("14/2026");
        run(0, "--case", "12/2026", "set", w, "1/1", "landUse=ODT");
        String id = Pattern.compile("\"case\" : \"([0-9a-f-]+)\"")
                .matcher(run(0, "log", w, "--last", "1", "--json"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String cases = run(0, "case", w, "list", "--json");
        assertTrue(cases.indexOf(id) < cases.indexOf("14/2026") && cases.contains(id), cases);
        assertEquals("outside-the-case", error("undo", w, "--case", "14/2026", "--json"));
        run(0, "undo", w, "--case", "12/2026");
        assertTrue(run(0, "log", w, "--last", "1", "--json").contains("\"case\" : \"" + id + "\""));
        run(0, "set", w, "1/1", "landUse=ONT");
        assertFalse(run(0, "log", w, "--last", "1", "--json").contains(id));
    }

    @Test
    void aCaseThatIsHandedInTakesNoMoreWork() {
        open("12/2026");
        run(0, "case", w, "submit", "12/2026");
        assertEquals("case-closed-for-work", error("set", w, "1/1", "landUse=ODT", "--case", "12/2026", "--json"));
        run(0, "case", w, "return", "--case", "12/2026", "--reason", "đo lại cạnh phía đông");
        run(0, "set", w, "1/1", "landUse=ODT", "--case", "12/2026");
    }
}
