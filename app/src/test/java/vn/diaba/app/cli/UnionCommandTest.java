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
}
