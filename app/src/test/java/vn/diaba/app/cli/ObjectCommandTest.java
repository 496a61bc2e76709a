package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ObjectCommandTest extends OnSmallLand {
    private static final String DRAWING = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
            "features":[
            {"type":"Feature","properties":{"layer":"WALL"},"geometry":{"type":"LineString","coordinates":
             [[500002,1200002],[500012,1200002],[500012,1200040]]}},
            {"type":"Feature","properties":{"layer":"8","text":"DC-07"},"geometry":{"type":"Point","coordinates":
             [500010,1200035]}}]}
            """;

    @Override
    String land() throws IOException {
        return console.workspaceOfTwoLots(home);
    }

    @Test
    void anObjectIsAddedAlteredMovedAndRemovedAndAllOfItTakenBack() {
        console.ok("object", w, "add", "--level", "15", "--at", "500005 1200010", "house=b2");
        console.ok("object", w, "set", "at:500005,1200010", "floors=3");
        console.ok("object", w, "move", "at:500005,1200010", "--to", "500006 1200011");
        String listed = console.ok("object", w, "list", "--json", "--level", "15");
        assertTrue(listed.contains("\"label\" : \"b3\"") && listed.contains("500006"), listed);
        console.ok("object", w, "remove", "at:500006,1200011");
        console.run(1, "object", w, "list");
        console.ok("undo", w, "4");
        console.run(1, "object", w, "list");
        console.ok("redo", w, "2");
        assertTrue(console.ok("object", w, "list", "--json").contains("\"label\" : \"b3\""));
    }

    @Test
    void aDrawingComesInByLevelAndGoesOutCutAtAFrame() throws Exception {
        String file = Files.writeString(home.resolve("d.geojson"), DRAWING).toString();
        String would = console.ok("import", w, file, "--levels", "WALL=14", "--dry-run", "--json");
        assertTrue(would.contains("\"level\" : 14") && would.contains("\"imported\" : 2"), would);
        console.run(1, "object", w, "list");
        console.ok("import", w, file, "--levels", "WALL=14");
        assertTrue(console.ok("info", w, "--json").contains("\"objects\" : 2"));
        assertTrue(console.ok("object", w, "list", "--json").contains("\"number\" : \"DC-07\""));
        Path out = home.resolve("out.geojson");
        console.ok("export", w, "--to", out.toString(), "--objects", "--clip", "500000 1200000 500040 1200030");
        String written = Files.readString(out);
        assertTrue(written.contains("1200030") && !written.contains("1200040"), written);
        assertTrue(!written.contains("DC-07"), "outside the frame");
        console.ok("export", w, "--to", home.resolve("o.shp").toString(), "--objects");
        assertTrue(Files.exists(home.resolve("o-points.shp")) && Files.exists(home.resolve("o-lines.shp")));
        console.ok("undo", w);
        console.run(1, "object", w, "list");
    }

    @Test
    void aSideTellsAndTakesItsFacts() {
        String[] side = {"side", w, "500020 1200000", "500020 1200030"};
        assertTrue(console.ok(side).contains("line=10"));
        console.ok("side", w, "500020 1200030", "500020 1200000", "line=23", "along=tường", "agreement=agreed");
        assertTrue(console.ok(side).contains("line=23\nalong=tường\nwallOf=\nagreement=agreed"));
        assertEquals("side-unknown", console.errorCode(3, "--json", "side", w, "500000 1200000", "500020 1200030"));
        assertEquals("attribute-not-valid", console.errorCode(3, "--json", "side", w, side[2], side[3], "line=99"));
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertEquals(
                "object-not-found", console.errorCode(3, "--json", "object", w, "set", "at:500005,1200010", "text=x"));
        assertEquals(
                "attribute-unknown", console.errorCode(3, "--json", "object", w, "add", "--at", "1 2", "colour=red"));
        assertEquals(
                "usage-value-wrong",
                console.errorCode(2, "--json", "object", w, "add", "--shape", "area", "--at", "1 2"));
        assertEquals("usage-argument-missing", console.errorCode(2, "--json", "object", w, "add"));
        assertEquals("usage-unknown-argument", console.errorCode(2, "--json", "object", w, "paint"));
        assertEquals(
                "usage-argument-missing",
                console.errorCode(2, "--json", "export", w, "--to", "x.shp", "--clip", "1 2 3 4"));
    }

    @Test
    void anObjectIsFoundByItsNameWithoutTones() throws Exception {
        console.ok("object", w, "add", "--level", "28", "--at", "500010 1200010", "text=Đường Lê Lợi");
        console.ok("find", w, "le loi", "--json");
        assertTrue(console.out().contains("Đường Lê Lợi"), console.out());
        console.run(1, "find", w, "loi tran");
    }
}
