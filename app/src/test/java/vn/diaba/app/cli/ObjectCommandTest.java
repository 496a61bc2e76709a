package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class ObjectCommandTest {
    private static final String PARCELS = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
            "features":[
            {"type":"Feature","properties":{"sheet":"1","number":"1"},"geometry":{"type":"Polygon","coordinates":
             [[[500000,1200000],[500020,1200000],[500020,1200030],[500000,1200030],[500000,1200000]]]}},
            {"type":"Feature","properties":{"sheet":"1","number":"2"},"geometry":{"type":"Polygon","coordinates":
             [[[500020,1200000],[500040,1200000],[500040,1200030],[500020,1200030],[500020,1200000]]]}}]}
            """;
    private static final String DRAWING = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
            "features":[
            {"type":"Feature","properties":{"layer":"WALL"},"geometry":{"type":"LineString","coordinates":
             [[500002,1200002],[500012,1200002],[500012,1200040]]}},
            {"type":"Feature","properties":{"layer":"8","text":"DC-07"},"geometry":{"type":"Point","coordinates":
             [500010,1200035]}}]}
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
        return console.out();
    }

    private String error(int exit, String... arguments) {
        run(exit, arguments);
        Matcher code = Pattern.compile("\"code\" : \"([a-z-]+)\"").matcher(console.out());
        assertTrue(code.find(), console.out());
        return code.group(1);
    }

    @Test
    void anObjectIsAddedAlteredMovedAndRemovedAndAllOfItTakenBack() {
        run(0, "object", w, "add", "--level", "15", "--at", "500005 1200010", "house=b2");
        run(0, "object", w, "set", "at:500005,1200010", "floors=3");
        run(0, "object", w, "move", "at:500005,1200010", "--to", "500006 1200011");
        String listed = run(0, "object", w, "list", "--json", "--level", "15");
        assertTrue(listed.contains("\"label\" : \"b3\"") && listed.contains("500006"), listed);
        run(0, "object", w, "remove", "at:500006,1200011");
        run(1, "object", w, "list");
        run(0, "undo", w, "4");
        run(1, "object", w, "list");
        run(0, "redo", w, "2");
        assertTrue(run(0, "object", w, "list", "--json").contains("\"label\" : \"b3\""));
    }

    @Test
    void aDrawingComesInByLevelAndGoesOutCutAtAFrame() throws Exception {
        String file = Files.writeString(home.resolve("d.geojson"), DRAWING).toString();
        String would = run(0, "import", w, file, "--levels", "WALL=14", "--dry-run", "--json");
        assertTrue(would.contains("\"level\" : 14") && would.contains("\"imported\" : 2"), would);
        run(1, "object", w, "list");
        run(0, "import", w, file, "--levels", "WALL=14");
        assertTrue(run(0, "info", w, "--json").contains("\"objects\" : 2"));
        assertTrue(run(0, "object", w, "list", "--json").contains("\"number\" : \"DC-07\""));
        Path out = home.resolve("out.geojson");
        run(0, "export", w, "--to", out.toString(), "--objects", "--clip", "500000 1200000 500040 1200030");
        String written = Files.readString(out);
        assertTrue(written.contains("1200030") && !written.contains("1200040"), written);
        assertTrue(!written.contains("DC-07"), "outside the frame");
        run(0, "export", w, "--to", home.resolve("o.shp").toString(), "--objects");
        assertTrue(Files.exists(home.resolve("o-points.shp")) && Files.exists(home.resolve("o-lines.shp")));
        run(0, "undo", w);
        run(1, "object", w, "list");
    }

    @Test
    void aSideTellsAndTakesItsFacts() {
        String[] side = {"side", w, "500020 1200000", "500020 1200030"};
        assertTrue(run(0, side).contains("line=10"));
        run(0, "side", w, "500020 1200030", "500020 1200000", "line=23", "along=tường", "agreement=agreed");
        assertTrue(run(0, side).contains("line=23\nalong=tường\nwallOf=\nagreement=agreed"));
        assertEquals("side-unknown", error(3, "--json", "side", w, "500000 1200000", "500020 1200030"));
        assertEquals("attribute-not-valid", error(3, "--json", "side", w, side[2], side[3], "line=99"));
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertEquals("object-not-found", error(3, "--json", "object", w, "set", "at:500005,1200010", "text=x"));
        assertEquals("attribute-unknown", error(3, "--json", "object", w, "add", "--at", "1 2", "colour=red"));
        assertEquals("usage-value-wrong", error(2, "--json", "object", w, "add", "--shape", "area", "--at", "1 2"));
        assertEquals("usage-argument-missing", error(2, "--json", "object", w, "add"));
        assertEquals("usage-unknown-argument", error(2, "--json", "object", w, "paint"));
        assertEquals("usage-argument-missing", error(2, "--json", "export", w, "--to", "x.shp", "--clip", "1 2 3 4"));
    }

    @Test
    void anObjectIsFoundByItsNameWithoutTones() throws Exception {
        run(0, "object", w, "add", "--level", "28", "--at", "500010 1200010", "text=Đường Lê Lợi");
        run(0, "find", w, "le loi", "--json");
        assertTrue(console.out().contains("Đường Lê Lợi"), console.out());
        run(1, "find", w, "loi tran");
    }
}
