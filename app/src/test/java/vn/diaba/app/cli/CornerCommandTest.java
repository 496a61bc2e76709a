package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of corners, sheets and numbers, each on two squares that share a side. */
class CornerCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace = "";

    @BeforeEach
    void twoSquares() throws IOException {
        console = new TestConsole(home);
        workspace = home.resolve("w").toString();
        Path file = home.resolve("two.geojson");
        Files.writeString(file, """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"sheet":"7","number":"1"},"geometry":{"type":"Polygon","coordinates":
            [[[598300,1214300],[598310,1214300],[598310,1214310],[598300,1214310],[598300,1214300]]]}},
            {"type":"Feature","properties":{"sheet":"7"},"geometry":{"type":"Polygon","coordinates":
            [[[598310,1214300],[598320,1214300],[598320,1214310],[598310,1214310],[598310,1214300]]]}}]}
            """);
        console.ok("new", workspace, "--crs", "9210", "--quiet");
        console.ok("import", workspace, file.toString(), "--crs", "9210", "--quiet");
    }

    private String json(String command, String... arguments) {
        String[] line = new String[arguments.length + 4];
        line[0] = command;
        line[1] = workspace;
        line[2] = "--json";
        line[3] = "--quiet";
        System.arraycopy(arguments, 0, line, 4, arguments.length);
        console.ok(line);
        return console.out().replaceAll("\\s+", "");
    }

    private String refused(String command, String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = command;
        line[1] = workspace;
        line[2] = "--json";
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        console.run(3, line);
        return console.out().replaceAll("(?s).*\"code\" : \"([a-z-]+)\".*", "$1");
    }

    @Test
    void aCornerComesGoesAndMovesWithBothNeighbours() {
        assertTrue(json("insert-corner", "--at", "598310 1214305", "--to", "598311 1214305")
                .contains("\"touched\":[\"7/1\",\"#2\"]"));
        assertEquals("no-side-here", refused("insert-corner", "--at", "598305 1214305"));
        assertTrue(json("info").contains("\"corners\":7,\"sharedSides\":2"));
        json(
                "move-corner",
                "--from",
                "598311 1214305",
                "--to",
                "598310.5 1214305",
                "--method",
                "RTK",
                "--sigma",
                "0.02");
        assertTrue(json("remove-corner", "--at", "598310.5 1214305").contains("\"label\":\"remove-corner\""));
        assertEquals("ring-too-small", ringTooSmall());
        assertTrue(json("info").contains("\"corners\":6,\"sharedSides\":1"));
    }

    private String ringTooSmall() {
        json("remove-corner", "--at", "598300 1214300");
        String code = refused("remove-corner", "--at", "598300 1214310");
        json("undo");
        return code;
    }

    @Test
    void aCornerIsDetachedForAReasonAndWeldedAgain() {
        assertEquals(2, console.run("detach-corner", workspace, "7/1", "--at", "598310 1214310"), "no reason");
        json("detach-corner", "7/1", "--at", "598310 1214310", "--reason", "tranh chấp", "--to", "598309.9 1214310");
        assertTrue(json("info").contains("\"sharedSides\":0"));
        String welded = json("weld-corners", "--at", "598310 1214310", "--within", "0.2");
        assertTrue(welded.contains("\"metres\":0.1"), welded);
        assertTrue(json("info").contains("\"sharedSides\":1"));
    }

    @Test
    void cornersAreAlignedAndBoundariesReshaped() {
        json("reshape", "--line", "598310 1214300, 598311 1214303, 598309 1214307, 598310 1214310");
        assertTrue(json("info").contains("\"sharedSides\":3"));
        String aligned = json(
                "align-corners", "--at", "598311 1214303, 598309 1214307", "--line", "598310 1214300, 598310 1214310");
        assertTrue(aligned.contains("\"metres\":1}"), aligned);
        assertEquals("end-off-boundary", refused("reshape", "--line", "598310 1214300, 598315 1214305"));
    }

    @Test
    void landIsFittedToCommonPointsWithResiduals() throws IOException {
        Path points = home.resolve("points.txt");
        Files.writeString(points, """
            # name, from, to
            A 598300 1214300  1000.000 2000.000
            B 598400 1214300  1100.002 2000.000
            C;598400;1214400;1100.000;2100.001
            D\t598300\t1214400\t1000.001\t2100.000
            """);
        String would = json("transform", "--fit", points.toString(), "--dry-run");
        assertTrue(would.contains("\"dryRun\":true") && would.contains("\"name\":\"C\",\"used\":true"), would);
        String done = json("transform", "--fit", points.toString(), "--affine");
        assertTrue(done.contains("\"kind\":\"affine\"") && done.contains("\"changes\":6"), done);
        assertTrue(json("info").contains("\"extent\":[1000"));
        assertEquals("fit-too-few-points", refused("transform", "--fit", points.toString(), "--leave-out", "A,B,C"));
        assertEquals("common-point-unknown", refused("transform", "--fit", points.toString(), "--leave-out", "X"));
        json("transform", "7/1", "--translate", "0.5 0");
        console.run(2, "transform", workspace, "--translate", "1 1", "--rotate", "3");
    }

    @Test
    void sheetsAreNamedFoundAndCounted() {
        assertTrue(json("sheets", "--at", "598359.367 1214279.448").contains("\"name\":\"215596-3-(10)\""));
        assertTrue(json("sheets", "--name", "215 596-3-(10)").contains("\"extent\":[598250,1214250,598500,1214500]"));
        assertTrue(json("sheets", "--scale", "500").contains("\"parcels\":2,\"crossing\":0"));
        assertEquals("sheet-name-wrong", refused("sheets", "--name", "215"));
        assertEquals("sheet-off-grid", refused("sheets", "--name", "215 595"));
    }

    @Test
    void parcelsWithoutANumberGetTheNext() {
        assertTrue(json("number", "--sheet", "7", "--dry-run").contains("\"before\":\"\",\"after\":\"2\""));
        assertTrue(json("number", "--no-zigzag").contains("\"touched\":[\"7/2\"]"));
        assertEquals("nothing-to-do", refused("number"));
        assertEquals("sheet-without-parcels", refused("number", "--sheet", "8"));
    }
}
