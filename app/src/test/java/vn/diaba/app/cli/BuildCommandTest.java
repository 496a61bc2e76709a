package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;
    private String drawing;

    /** Two squares of 100 m² beside each other; the line between them ends 4 cm short; numbers 125 and 126. */
    @BeforeEach
    void drawing() throws IOException {
        console = new TestConsole(home);
        workspace = home.resolve("w").toString();
        console.ok("new", workspace, "--crs", "9210", "--scale", "500");
        String entities = polyline("RANH", 0, 0, 20, 0, 20, 10, 0, 10, 0, 0)
                + polyline("23", 10, 0, 10, 9.96)
                + text("SOTHUA", "125", 5, 5)
                + text("SOTHUA", "126", 15, 5)
                + text("GHICHU", "xóm", 5, 2);
        Path file = home.resolve("a.dxf");
        Files.writeString(
                file,
                "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1021\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" + entities
                        + "0\nENDSEC\n0\nEOF\n");
        drawing = file.toString();
    }

    private static String polyline(String layer, double... xy) {
        StringBuilder out = new StringBuilder("0\nLWPOLYLINE\n8\n" + layer + "\n70\n0\n");
        for (int i = 0; i < xy.length; i += 2) {
            out.append("10\n").append(500_000 + xy[i]).append("\n20\n").append(1_200_000 + xy[i + 1] + "\n");
        }
        return out.toString();
    }

    private static String text(String layer, String text, double x, double y) {
        return "0\nTEXT\n8\n" + layer + "\n10\n" + (500_000 + x) + "\n20\n" + (1_200_000 + y) + "\n40\n2\n1\n" + text
                + "\n";
    }

    private String json(String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "build";
        all[1] = workspace;
        all[2] = drawing;
        all[arguments.length + 3] = "--levels=RANH=10,SOTHUA=13";
        all[arguments.length + 4] = "--json";
        console.ok(all);
        return console.out();
    }

    @Test
    void aDryRunSaysWhatWouldMoveAndChangesNothing() {
        String said = json("--dry-run");
        assertTrue(said.contains("\"line-falls-short\" : 1"), said);
        assertTrue(said.contains("\"face-has-numbers\" : 1"), said);
        assertTrue(said.contains("\"parcels\" : 1,"), said);
        assertTrue(said.contains("\"changeSet\" : null"), said);
        assertTrue(said.contains("layer-without-level"), said);
        assertTrue(said.contains("crs-of-workspace"), said);
        console.ok("info", workspace, "--json");
        assertTrue(console.out().contains("\"parcels\" : 0"), console::out);
    }

    @Test
    void withinTheToleranceTheParcelsAreBuiltAsOneAct() {
        String said = json("--tolerance", "0.05", "--sheet", "7");
        assertTrue(said.contains("\"numbered\" : 2"), said);
        console.ok("find", workspace, "7/126", "--json");
        console.ok("info", workspace, "--json");
        assertTrue(console.out().contains("\"areaM2\" : 200"), console::out);
        assertTrue(console.out().contains("\"sharedSides\" : 1"), console::out);
        console.ok("undo", workspace);
        console.ok("info", workspace, "--json");
        assertTrue(console.out().contains("\"parcels\" : 0"), console::out);
    }

    @Test
    void peopleReadItInSentences() {
        assertEquals(
                0,
                console.run("build", workspace, drawing, "--levels", "RANH=10,SOTHUA=13", "--lang", "en", "--dry-run"));
        assertTrue(console.out().contains("ends 0.040 m short"), console::out);
        assertTrue(console.out().contains("1 parcel would be built"), console::out);
    }

    @Test
    void aToleranceBelowTheGridOfLinesIsWrongUsage() {
        console.run(2, "build", workspace, drawing, "--tolerance", "0");
        console.run(2, "build", workspace, drawing, "--tolerance", "0.2", "--search", "0.1");
        console.run(2, "build", workspace, drawing, "--levels", "RANH=mười");
    }

    /** Two rectangles of 10 m by 20 m side by side, points 1 to 6; the areas by hand. */
    @Test
    void chainsOfSurveyPointsBecomeParcelsThatShareCorners() throws IOException {
        Path points = home.resolve("p.csv");
        Files.writeString(
                points,
                "1;1200000.00;500000.00\n2;1200000.00;500010.00\n3;1200020.00;500010.00\n4;1200020.00;500000.00\n"
                        + "5;1200000.00;500020.00\n6;1200020.00;500020.00\n");
        console.ok("survey", workspace, points.toString(), "--axes", "ne");
        assertEquals(
                0,
                console.run("build", workspace, "--chain", "1-4,1", "--chain", "2,5,6,3", "--sheet", "7", "--json"),
                () -> console.out() + console.err());
        String said = console.out();
        assertTrue(said.contains("\"parcel\" : \"7/1\"") && said.contains("\"parcel\" : \"7/2\""), said);
        assertTrue(said.contains("\"areaM2\" : 200"), said);
        console.ok("info", workspace, "--json");
        assertTrue(console.out().contains("\"corners\" : 6"), console::out);
        assertTrue(console.out().contains("\"sharedSides\" : 1"), console::out);
        console.ok("undo", workspace);
        console.ok("info", workspace, "--json");
        assertTrue(console.out().contains("\"parcels\" : 0"), console::out);
    }

    @Test
    void aChainThatCannotBeBuiltSaysWhy() {
        console.run(3, "build", workspace, "--chain", "1-4,1");
        assertTrue(console.err().contains("1"), console::err);
        console.run(2, "build", workspace);
        console.run(2, "build", workspace, drawing, "--chain", "1-4,1");
    }
}
