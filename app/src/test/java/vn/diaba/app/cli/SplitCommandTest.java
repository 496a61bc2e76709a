package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;

    /** Two 10 m squares 1/1 and 1/2 from the west, and north of both a road 1/3 of 5 m. */
    @BeforeEach
    void land() throws IOException {
        console = new TestConsole(home);
        workspace = home.resolve("w").toString();
        String[] outlines = {
            "[500000,1200000],[500010,1200000],[500010,1200010],[500000,1200010],[500000,1200000]",
            "[500010,1200000],[500020,1200000],[500020,1200010],[500010,1200010],[500010,1200000]",
            "[500000,1200010],[500010,1200010],[500020,1200010],[500020,1200015],[500000,1200015],[500000,1200010]"
        };
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < outlines.length; i++) {
            features.append(i == 0 ? "" : ",")
                    .append("""
                    {"type":"Feature","properties":{"sheet":"1","number":"%d","landUse":"%s","legalArea":"%s"},
                     "geometry":{"type":"Polygon","coordinates":[[%s]]}}
                    """.formatted(i + 1, i == 2 ? "DGT" : "ODT", i == 2 ? "" : "98.0", outlines[i]));
        }
        Path file = home.resolve("squares.geojson");
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        console.ok("new", workspace, "--crs", "9210");
        console.ok("import", workspace, file.toString(), "--crs", "9210");
    }

    private String json(int exit, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "split";
        all[1] = workspace;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return console.json(exit, all);
    }

    @Test
    void aDryRunTellsAreasFrontageAndDepthAndChangesNothing() {
        String said = json(0, "1/1", "--parts", "2", "--dry-run");
        assertTrue(said.contains("\"dryRun\" : true"), said);
        assertTrue(said.contains("\"frontageM\" : 5"), said);
        assertTrue(said.contains("\"depthM\" : 10"), said);
        assertTrue(said.contains("split-limits-none"), said);
        assertTrue(json(0, "1/1", "--parts", "2").contains("\"1/1\""), "it is there still");
    }

    @Test
    void aListOfAreasIsCutParallelToASide() {
        String said = json(0, "1/1", "--areas", "20; 30,5; còn lại", "--along", "1");
        assertTrue(said.contains("\"areaM2\" : 20,") && said.contains("\"areaM2\" : 30.5,"), said);
        assertTrue(said.contains("\"areaM2\" : 49.5,"), said);
    }

    @Test
    void legalAreasAreAsChosen() {
        assertTrue(json(0, "1/1", "--ratio", "1:1", "--dry-run").contains("\"legalAreaM2\" : 49.0"));
        String surveyed = json(0, "1/1", "--ratio", "1:1", "--legal", "surveyed", "--dry-run");
        assertTrue(surveyed.contains("\"legalDifferenceM2\" : 2"), surveyed);
    }

    @Test
    void partsThatAreTooSmallForTheOfficeAreNamedBeforehand() throws IOException {
        Files.writeString(
                home.resolve("w").resolve("office.json"),
                "{\"format\":\"diaba-office\",\"version\":\"1\",\"splitLimits\":[{\"landUse\":\"ODT\",\"areaM2\":60,"
                        + "\"legalSource\":\"QĐ 2\",\"validFrom\":null,\"validTo\":null}]}");
        String said = json(0, "1/1", "--parts", "2", "--dry-run");
        assertTrue(said.contains("split-area-short") && said.contains("QĐ 2"), said);
    }

    @Test
    void aStripGoesToTheRoad() {
        String said = json(0, "1/1", "1/2", "--strip", "2,5", "--into", "1/3");
        assertTrue(said.contains("\"lostM2\" : 25"), said);
        assertTrue(said.contains("\"leftM2\" : 75"), said);
        console.ok("check", workspace);
    }

    @Test
    void piecesTooSmallGoToTheParcelBesideWhenAskedFor() {
        String said = json(0, "1/1", "--strip", "9", "--beside", "1/3", "--into", "1/3", "--give-orphans", "--dry-run");
        assertTrue(said.contains("orphan-to-neighbour"), said);
        assertTrue(said.contains("\"to\" : \"1/2\""), said);
        assertTrue(said.contains("\"areaM2\" : 10"), said);
    }

    @Test
    void wrongUsageIsSaid() {
        assertTrue(json(2, "1/1").contains("usage-split-one-way"));
        assertTrue(json(2, "1/1", "--parts", "2", "--area", "3").contains("usage-split-one-way"));
        assertTrue(
                json(2, "1/1", "--parts", "2", "--along", "1", "--about", "2").contains("usage-split-one-direction"));
        assertTrue(json(2, "1/1", "1/2", "--parts", "2").contains("usage-split-one-parcel"));
        assertTrue(json(3, "1/1", "--area", "500").contains("areas-too-large"));
        assertTrue(json(3, "1/1", "--area", "5", "--along", "9").contains("side-not-there"));
    }
}
