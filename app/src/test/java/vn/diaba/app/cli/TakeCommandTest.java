package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.Central;
import vn.diaba.app.workspace.Setting;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.key.Keys;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerSetting;

/** Six squares in a row, two on each of three sheets; teams take sheets to the field. */
class TakeCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String whole;
    private String field;
    private String dir;
    private Central central;
    private CentralServer server;

    @BeforeEach
    void office() throws Exception {
        console = new TestConsole(home).set("DIABA_PASSWORD", "mật khẩu thử").set("DIABA_USER", "Lan");
        whole = home.resolve("whole").toString();
        field = home.resolve("field").toString();
        dir = home.resolve("central").toString();
        Path file = home.resolve("squares.geojson");
        Files.writeString(file, squares());
        ok("new", whole, "--crs", "9210", "--commune", "00123");
        ok("import", whole, file.toString(), "--crs", "9210");
        ok("central", "init", "embedded:" + dir);
        ok("central", "user", "add", "an", "--role", "admin", "--dir", dir);
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T01:00:00Z"), ZoneOffset.ofHours(7));
        Setting setting = new Setting(
                "Trưởng",
                clock,
                Keys.in(console.folders().config()),
                CrsCatalog.standard(console.folders().epsgDatabase()));
        central = Central.open(Path.of(dir), setting);
        server = central.serve(ServerSetting.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null));
        ok("central", "load", server.url(), whole, "--user", "an");
    }

    private static String squares() {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            int w = 500_000 + 10 * i;
            features.append(i == 0 ? "" : ",").append("""
                    {"type":"Feature","properties":{"sheet":"%d","number":"%d","landUse":"DGT"},
                     "geometry":{"type":"Polygon","coordinates":[[[%d,1200000],[%d,1200000],[%d,1200010],[%d,1200010],[%d,1200000]]]}}
                    """.formatted(1 + i / 2, 1 + i % 2, w, w + 10, w + 10, w, w));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        central.close();
    }

    private void ok(String... arguments) {
        assertEquals(0, console.run(arguments), () -> String.join(" ", arguments) + "\n" + console.err());
    }

    private String json(String... arguments) {
        ok(arguments);
        return console.out();
    }

    @Test
    void theSizeIsToldAndNothingIsMadeBeforeItIsAskedFor() {
        String told = json(
                "take",
                field,
                "--central",
                server.url(),
                "--user",
                "an",
                "--sheets",
                "2",
                "--margin",
                "1",
                "--dry-run",
                "--json");
        assertTrue(told.contains("\"parcels\" : 2"), told);
        assertTrue(told.contains("\"neighbours\" : 2"), told);
        assertTrue(told.contains("\"code\" : \"ready-token\""), told);
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void aSheetComesWithItsNeighboursAndNotMore() {
        ok("take", field, "--central", server.url(), "--user", "an", "--sheets", "2", "--margin", "1");
        String info = json("info", field, "--json");
        assertTrue(info.contains("\"parcels\" : 4"), info);
        assertTrue(info.contains("\"corners\" : 10"), info);
        assertTrue(info.contains("\"crs\" : \"EPSG:9210\""), info);
        ok("find", field, "1/2");
        assertEquals(1, console.run("find", field, "1/1"), console.out());
    }

    @Test
    void anEditThatReachesNeighboursSaysSo() {
        ok("take", field, "--central", server.url(), "--user", "an", "--sheets", "2", "--margin", "1");
        ok("move-corner", field, "--from", "500030 1200000", "--to", "500030 1199999.9");
        assertFalse(console.err().contains("lân cận"), console.err());
        ok("move-corner", field, "--from", "500020 1200000", "--to", "500020 1199999.9");
        assertTrue(console.err().contains("Đã sửa 1 thửa lân cận chỉ lấy về để xem: 1/2."), console.err());
    }

    @Test
    void aRectangleIsTakenFromAFolderTooWithTheOfficesData() throws Exception {
        Files.writeString(Path.of(dir, "office.json"), "{\"format\":\"diaba-office\",\"version\":\"thử\"}");
        Files.createDirectories(Path.of(dir, "basemap"));
        Files.writeString(Path.of(dir, "basemap", "nen.tif"), "ảnh");
        ok("take", field, "--central", "embedded:" + dir, "--extent", "500001,1200001,500002,1200002", "--margin", "1");
        assertTrue(json("info", field, "--json").contains("\"parcels\" : 2"), console.out());
        assertTrue(Files.exists(Path.of(field, "office.json")));
        assertEquals("ảnh", Files.readString(Path.of(field, "basemap", "nen.tif")));
    }

    @Test
    void moreCanBeTakenLater() {
        ok("take", field, "--central", server.url(), "--user", "an", "--sheets", "1", "--margin", "1");
        assertTrue(json("info", field, "--json").contains("\"parcels\" : 3"), console.out());
        ok("take", field, "--central", server.url(), "--sheets", "2", "--margin", "1");
        assertTrue(json("info", field, "--json").contains("\"parcels\" : 5"), console.out());
        assertTrue(json("sync", field, "--central", server.url(), "--json").contains("\"pulled\" : 0"), console.out());
    }

    @Test
    void workInTheFieldReachesTheOfficeAndWhatIsFarAwayDoesNotReachTheField() {
        ok(
                "take",
                field,
                "--central",
                server.url(),
                "--user",
                "an",
                "--sheets",
                "1",
                "--margin",
                "1",
                "--numbers",
                "0");
        ok("set", field, "1/1", "number=9");
        assertTrue(json("sync", field, "--central", server.url(), "--json").contains("\"pushed\" : 1"), console.out());
        ok("set", whole, "3/2", "number=8");
        ok("set", whole, "1/2", "number=7");
        ok("sync", whole, "--central", server.url());
        ok("find", whole, "1/9");
        assertTrue(json("sync", field, "--central", server.url(), "--json").contains("\"pulled\" : 1"), console.out());
        ok("find", field, "1/7");
    }

    @Test
    void withoutAnAreaOrWithOneThatHoldsNothingNothingIsTaken() {
        assertEquals(2, console.run("take", field, "--central", server.url(), "--user", "an"), console.err());
        assertEquals(
                3,
                console.run("take", field, "--central", server.url(), "--user", "an", "--sheets", "99"),
                console.err());
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void twoTeamsOnOneSheetGiveNumbersOfTheirOwn() {
        String other = home.resolve("other").toString();
        String mine = json(
                "take",
                field,
                "--central",
                server.url(),
                "--user",
                "an",
                "--sheets",
                "2",
                "--margin",
                "1",
                "--numbers",
                "1",
                "--json");
        assertTrue(mine.contains("\"first\" : 3"), mine);
        String theirs = json(
                "take", other, "--central", server.url(), "--user", "an", "--sheets", "2", "--margin", "1", "--json");
        assertTrue(theirs.contains("\"first\" : 4"), theirs);
        assertTrue(theirs.contains("\"last\" : 53"), theirs);
        assertTrue(theirs.contains("\"area\" : \"2\""), "the first team is there: " + theirs);
        ok("merge", field, "2/1", "2/2");
        assertTrue(console.err().contains("đã hết số thửa đã giữ"), console.err());
        ok("find", field, "2/3");
        String sent = json("sync", field, "--central", server.url(), "--json");
        assertTrue(sent.contains("\"pushed\" : 1"), sent);
        assertTrue(sent.contains("\"intruded\" : [") && sent.contains("\"user\" : \"an\""), sent);
        assertTrue(json("info", field, "--json").contains("\"left\" : 1"), console.out());
        ok("take", other, "--central", server.url(), "--end");
        assertFalse(json("sync", field, "--central", server.url(), "--json").contains("\"user\" : \"an\""));
    }

    @Test
    void aNumberReservedForATeamIsNotTakenByTheOffice() {
        ok("take", field, "--central", server.url(), "--user", "an", "--sheets", "2", "--margin", "1");
        ok("set", whole, "2/1", "number=20");
        assertEquals(1, console.run("sync", whole, "--central", server.url(), "--json"), console.err());
        assertTrue(console.out().contains("number-is-unique"), console.out());
    }
}
