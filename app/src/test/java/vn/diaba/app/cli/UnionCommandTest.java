package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;

    /** Three 10 m squares in a row, 1/1 to 1/3 from the west. */
    @BeforeEach
    void land() throws IOException {
        console = new TestConsole(home);
        workspace = home.resolve("w").toString();
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int w = 500_000 + 10 * i;
            features.append(i == 0 ? "" : ",").append("""
                    {"type":"Feature","properties":{"sheet":"1","number":"%d","landUse":"DGT"},
                     "geometry":{"type":"Polygon","coordinates":[[[%d,1200000],[%d,1200000],[%d,1200010],[%d,1200010],[%d,1200000]]]}}
                    """.formatted(i + 1, w, w + 10, w + 10, w, w));
        }
        Path file = home.resolve("squares.geojson");
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        assertEquals(0, console.run("new", workspace, "--crs", "9210"), console::err);
        assertEquals(0, console.run("import", workspace, file.toString(), "--crs", "9210"), console::err);
    }

    private String json(int exit, String... arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--json";
        assertEquals(exit, console.run(all), () -> console.out() + console.err());
        return console.out();
    }

    @Test
    void aDryRunShowsTheWholeAndChangesNothing() {
        String said = json(0, "merge", workspace, "1/1", "1/2", "--set", "address=Xóm Đông", "--dry-run");
        assertTrue(said.contains("\"parcel\" : \"1/4\""), said);
        assertTrue(said.contains("\"areaM2\" : 200"), said);
        assertTrue(said.contains("Xóm Đông"), said);
        assertTrue(json(0, "info", workspace).contains("\"parcels\" : 3"));
    }

    @Test
    void aDryRunOfWhatCannotBeDoneSaysWhyAndExitsWithOne() {
        assertTrue(json(1, "merge", workspace, "1/1", "1/3", "--dry-run").contains("parcels-not-adjacent"));
    }

    @Test
    void theChosenAttributesAreTaken() {
        assertEquals(0, console.run("set", workspace, "1/2", "landUse=CLN"));
        json(0, "merge", workspace, "1/1", "1/2", "--from", "landUse=1/2", "--drop-straight");
        assertTrue(json(0, "find", workspace, "1/4").contains("1/4"));
        String said = json(0, "merge", workspace, "1/4", "1/3", "--dry-run");
        assertTrue(said.contains("\"CLN\",\n") || said.contains("\"CLN\", \"DGT\""), said);
    }

    @Test
    void differentLandUsersNeedTheReason() {
        assertEquals(0, console.run("set", workspace, "1/2", "landUser=Bà Hai"));
        assertTrue(json(3, "merge", workspace, "1/1", "1/2").contains("land-users-differ"));
        assertTrue(
                json(0, "merge", workspace, "1/1", "1/2", "--reason", "thừa kế").contains("\"1/4\""));
    }

    private boolean said(String... arguments) {
        return json(0, arguments).contains("\"violations\" : [ ]")
                || console.out().contains("\"violations\" : []");
    }

    @Test
    void annexedLandMakesTwoNewParcelsOrKeepsBoth() {
        assertTrue(said("annex", workspace, "1/1", "1/2", "--line", "500007 1199999, 500007 1200011"));
        assertTrue(console.out().contains("\"parcel\" : \"1/5\""), console.out());
        assertTrue(said(
                "annex",
                workspace,
                "1/5",
                "1/3",
                "--line",
                "500018 1199999, 500018 1200011",
                "--at",
                "500019 1200005",
                "--numbers",
                "keep"));
        assertTrue(console.out().contains("\"created\" : [ ]") || console.out().contains("\"created\" : []"));
    }

    @Test
    void aBoundaryIsAdjusted() {
        assertTrue(said("adjust", workspace, "1/1", "1/2", "--line", "500008 1200000, 500012 1200010"));
        assertTrue(console.out().contains("\"1/1\""), console.out());
        assertEquals(3, console.run("adjust", workspace, "1/1", "1/3", "--line", "500008 1200000, 500008 1200010"));
        assertTrue(console.err().contains("1200010"), console.err());
    }

    @Test
    void aHoleIsCutAndFilled() {
        String ring = "500002 1200002, 500004 1200002, 500004 1200004";
        assertTrue(
                json(3, "cut-hole", workspace, "1/1", "--ring", ring, "--open").contains("reason-needed"));
        assertTrue(json(0, "cut-hole", workspace, "1/1", "--ring", ring, "--open", "--reason", "ao")
                .contains("no-gap"));
        assertTrue(json(0, "fill-hole", workspace, "--at", "500003.5 1200002.5", "--to", "1/1")
                .contains("fill-hole"));
        assertTrue(said("cut-hole", workspace, "1/2", "--ring", ring.replace("50000", "50001")));
        assertTrue(console.out().contains("\"parcel\" : \"1/5\""), console.out());
    }

    @Test
    void partsAreAddedAndTakenAway() {
        assertTrue(said("add-part", workspace, "1/1", "1/3", "--at", "500025 1200005"));
        assertTrue(said("remove-part", workspace, "1/1", "--at", "500025 1200005"));
        assertTrue(json(3, "remove-part", workspace, "1/4", "--at", "500005 1200005")
                .contains("only-part"));
    }

    @Test
    void aRoadIsDissolvedAndRetired() {
        assertTrue(said("dissolve", workspace, "1/2"));
        assertTrue(console.out().contains("\"areaM2\" : 300"), console.out());
        assertEquals(2, console.run("retire", workspace, "1/4"));
        json(0, "retire", workspace, "1/4", "--reason", "thu hồi");
        assertTrue(json(0, "info", workspace).contains("\"parcels\" : 0"));
    }
}
