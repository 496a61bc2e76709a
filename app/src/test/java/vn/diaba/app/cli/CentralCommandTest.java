package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.Central;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.key.Keys;
import vn.diaba.store.office.ReleaseLog;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerSetting;

/** Two workspaces and an office with a server, all by the command line. */
class CentralCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String first;
    private String second;
    private String dir;
    private Central central;
    private CentralServer server;

    @BeforeEach
    void office() throws Exception {
        console = new TestConsole(home).set("DIABA_PASSWORD", "mật khẩu thử").set("DIABA_USER", "Lan");
        first = home.resolve("w1").toString();
        second = home.resolve("w2").toString();
        dir = home.resolve("central").toString();
        Path file = home.resolve("squares.geojson");
        Files.writeString(file, squares());
        ok("new", first, "--crs", "9210", "--commune", "00123");
        ok("import", first, file.toString(), "--crs", "9210");
        ok("central", "init", "embedded:" + dir);
        ok("central", "user", "add", "an", "--role", "admin", "--dir", dir);
        central = Central.open(Path.of(dir), setting(Duration.ZERO));
        server = central.serve(ServerSetting.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null));
        ok("central", "load", server.url(), first, "--user", "an");
        ok("new", second, "--crs", "9210", "--commune", "00123");
    }

    private static String squares() {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            int w = 500_000 + 10 * i;
            features.append(i == 0 ? "" : ",").append("""
                    {"type":"Feature","properties":{"sheet":"1","number":"%d","landUse":"DGT"},
                     "geometry":{"type":"Polygon","coordinates":[[[%d,1200000],[%d,1200000],[%d,1200010],[%d,1200010],[%d,1200000]]]}}
                    """.formatted(i + 1, w, w + 10, w + 10, w, w));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    private Setting setting(Duration later) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T01:00:00Z").plus(later), ZoneOffset.ofHours(7));
        return new Setting(
                "Trưởng",
                clock,
                Keys.in(console.folders().config()),
                CrsCatalog.standard(console.folders().epsgDatabase()));
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        central.close();
    }

    private void ok(String... arguments) {
        assertEquals(0, console.run(arguments), () -> String.join(" ", arguments) + "\n" + console.err());
    }

    private String refused(String... arguments) {
        assertEquals(3, console.run(arguments), () -> console.out() + console.err());
        return console.err();
    }

    @Test
    void whatOneWorkspaceSendsTheOtherTakes() {
        ok("sync", second, "--central", server.url(), "--user", "an");
        ok("set", first, "1/1", "number=9");
        ok("sync", first, "--central", server.url(), "--json");
        assertTrue(console.out().contains("\"pushed\" : 1"), console.out());
        ok("sync", second, "--central", server.url(), "--json");
        assertTrue(console.out().contains("\"pulled\" : 1"), console.out());
        ok("find", second, "1/9");
        ok("central", "device", "list", "--dir", dir, "--json");
        assertTrue(console.out().contains("\"user\" : \"an\""), console.out());
    }

    @Test
    void aZoneOutOfScopeIsNotThereAndOneToLookAtIsNotChanged() {
        ok("central", "user", "add", "bình", "--dir", dir);
        assertTrue(console.out().contains("bình"), console.out());
        assertEquals(2, console.run("sync", second, "--central", server.url(), "--user", "bình"), console.err());
        ok("central", "user", "scope", "bình", "--zone", "123", "--persons", "--dir", dir);
        ok("sync", second, "--central", server.url(), "--user", "bình");
        ok("find", second, "1/1");
        assertTrue(refused("set", second, "1/1", "number=9").contains("123"));
        ok("central", "user", "scope", "bình", "--zone", "123", "--write", "--dir", dir);
        ok("sync", second, "--central", server.url(), "--user", "bình");
        ok("set", second, "1/1", "number=9");
        ok("sync", second, "--central", server.url());
    }

    @Test
    void aDisabledAccountAndARevokedDeviceAreTurnedAwayAtOnceAndKeepTheirWork() {
        ok("sync", second, "--central", server.url(), "--user", "an");
        ok("set", second, "1/1", "number=9");
        ok("central", "user", "disable", "an", "--dir", dir);
        refused("sync", second, "--central", server.url());
        ok("central", "user", "enable", "an", "--dir", dir);
        ok("central", "device", "list", "--dir", dir, "--json");
        String id = console.out().replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
        ok("central", "device", "revoke", id, "--dir", dir);
        int refusals = 0;
        for (String workspace : new String[] {first, second}) {
            refusals += console.run("sync", workspace, "--central", server.url()) == 3 ? 1 : 0;
        }
        assertEquals(1, refusals);
        ok("find", second, "1/9");
        ok("central", "audit", "--dir", dir);
        assertTrue(console.out().contains(id), console.out());
    }

    @Test
    void theLogsProveThemselvesAndAgainstHeadsThatWereKept() throws Exception {
        ok("central", "audit", "--heads", "--dir", dir);
        Path kept = Files.writeString(home.resolve("heads"), console.out());
        ok("set", first, "1/1", "number=9");
        ok("sync", first, "--central", server.url());
        ok("central", "verify", "embedded:" + dir, "--heads", kept.toString(), "--json");
        assertTrue(console.out().contains("\"faults\" : [ ]"), console.out());
        assertTrue(console.out().contains("\"entries\" : 1"), console.out());
        Files.writeString(kept, "123 1 " + "0".repeat(64) + "\n");
        assertEquals(1, console.run("central", "verify", "--dir", dir, "--heads", kept.toString()), console.err());
        assertTrue(console.out().contains("123"), console.out());
    }

    @Test
    void withoutASignInNothingIsSent() {
        assertTrue(refused("sync", second, "--central", server.url()).contains("--user"));
        assertTrue(refused("sync", second, "--central", "http://192.0.2.1:7079", "--user", "an")
                .contains("https"));
        console.set("DIABA_PASSWORD", "sai mật khẩu");
        refused("sync", second, "--central", server.url(), "--user", "an");
    }

    @Test
    void servingBeginsAndEndsWhenInterrupted() {
        console.interrupt().ask();
        ok("central", "serve", "--dir", dir, "--port", "0");
        assertTrue(console.err().contains("http://127.0.0.1:"), console.err());
        assertTrue(refused("central", "serve", "--dir", dir, "--port", "0", "--host", "0.0.0.0")
                .contains("--certificate"));
    }

    @Test
    void withoutALineFilesGoOutAndReceiptsComeBack() {
        String pass = home.resolve("bình.pass").toString();
        String parcel = home.resolve("parcel").toString();
        String receipt = parcel + ".receipt";
        ok("central", "user", "add", "bình", "--dir", dir);
        ok("central", "user", "scope", "bình", "--zone", "123", "--write", "--dir", dir);
        ok("central", "user", "pass", "bình", "--out", pass, "--dir", dir);
        ok("sync", second, "--central", "files:" + pass, "--to-file", parcel);
        ok("central", "receive", parcel, "--dir", dir);
        ok("sync", second, "--from-file", receipt);
        ok("find", second, "1/2");
        ok("set", second, "1/1", "number=9");
        ok("set", second, "1/9", "number=8");
        ok("sync", second, "--to-file", parcel);
        ok("set", second, "1/2", "number=7");
        ok("central", "receive", parcel, "--dir", dir, "--json");
        assertTrue(console.out().contains("\"accepted\" : 2"), console.out());
        ok("central", "receive", parcel, "--dir", dir, "--json");
        assertTrue(console.out().contains("\"state\" : \"again\""), console.out());
        ok("sync", second, "--from-file", receipt, "--json");
        assertTrue(console.out().contains("\"pushed\" : 2"), console.out());
        ok("sync", second, "--from-file", receipt, "--json");
        assertTrue(console.out().contains("\"pushed\" : 0"), console.out());
        ok("info", second, "--json");
        assertTrue(console.out().contains("\"unsent\" : 1"), console.out());
        ok("sync", first, "--central", server.url(), "--json");
        assertTrue(console.out().contains("\"pulled\" : 2"), console.out());
        ok("find", first, "1/8");
        assertTrue(refused("sync", first, "--from-file", receipt).contains("parcel.receipt"));
    }

    @Test
    void whenTheTokenHasEndedTheWorkspaceIsReadAndWhatWaitsIsKept() throws Exception {
        ok("sync", second, "--central", server.url(), "--user", "an");
        ok("set", second, "1/1", "number=9");
        try (OpenWorkspace open = OpenWorkspace.open(Path.of(second), setting(Duration.ofDays(15)))) {
            Corner corner = open.fabric().cornerAt(0);
            MoveCorner move = new MoveCorner(
                    corner.id(),
                    new EastNorth(
                            corner.position().east() + 1, corner.position().north()),
                    IdBlock.fresh(open.setting().clock()));
            JournalException ended =
                    assertThrows(JournalException.class, () -> open.session().execute(move, List.of()));
            assertEquals("token-over", ended.code());
            assertEquals(corner, open.fabric().corner(corner.id()));
            assertEquals(1, open.store().sync().unsent());
        }
        ok("sync", second, "--central", server.url(), "--json");
        assertTrue(console.out().contains("\"pushed\" : 1"), console.out());
    }

    private String editing(Duration later) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(Path.of(second), setting(later))) {
            Corner corner = open.fabric().cornerAt(0);
            EastNorth to = new EastNorth(
                    corner.position().east() + 0.1, corner.position().north());
            open.session()
                    .execute(
                            new MoveCorner(
                                    corner.id(),
                                    to,
                                    IdBlock.fresh(open.setting().clock())),
                            List.of());
            return "";
        } catch (JournalException e) {
            return e.code();
        }
    }

    @Test
    void aClockThatIsSetBackLengthensNothing() throws Exception {
        ok("sync", second, "--central", server.url(), "--user", "an");
        assertEquals("", editing(Duration.ofDays(3)));
        assertEquals("", editing(Duration.ofDays(3).minusMinutes(5)), "clocks differ a little");
        assertEquals("clock-behind", editing(Duration.ofDays(2)));
        assertEquals("clock-behind", editing(Duration.ofDays(-1)));
        assertEquals("token-over", editing(Duration.ofDays(15)));
        assertEquals("token-over", editing(Duration.ofDays(4)), "it has been seen that the token is over");
        ok("export", second, "--to", home.resolve("mine.geojson").toString());
        ok("sync", second, "--central", server.url(), "--user", "an");
    }

    @Test
    void aWorkspaceWhoseDeviceIsRevokedIsReadAndItsWorkCanBeTakenOut() {
        ok("sync", second, "--central", server.url(), "--user", "an");
        ok("set", second, "1/1", "number=9");
        ok("central", "user", "disable", "an", "--dir", dir);
        refused("sync", second, "--central", server.url());
        assertTrue(refused("set", second, "1/2", "number=8").contains("an"));
        ok("find", second, "1/9");
        ok("export", second, "--to", home.resolve("mine.geojson").toString());
        ok("backup", second);
        ok("central", "user", "enable", "an", "--dir", dir);
        ok("sync", second, "--central", server.url(), "--user", "an");
        ok("set", second, "1/2", "number=8");
    }

    @Test
    void personsLeaveByRightOnlyAndEachTimeIsWrittenDown() throws Exception {
        String people = home.resolve("people.geojson").toString();
        ok("central", "user", "add", "bình", "--dir", dir);
        ok("central", "user", "scope", "bình", "--zone", "123", "--write", "--dir", dir);
        ok("sync", second, "--central", server.url(), "--user", "bình");
        assertTrue(refused("export", second, "--to", people, "--with-people").contains("bình"));
        assertTrue(Files.notExists(Path.of(people)));
        ok("export", second, "--to", people);
        ok("central", "user", "add", "bình", "--role", "export", "--dir", dir);
        ok("sync", second, "--central", server.url(), "--user", "bình");
        ok("export", second, "--to", home.resolve("more.geojson").toString(), "--with-people");
        List<ReleaseLog.Release> released = new ReleaseLog(Path.of(second)).read();
        assertEquals(1, released.size());
        assertEquals(
                "bình geojson 2",
                released.get(0).who() + " " + released.get(0).how() + " "
                        + released.get(0).records());
    }

    @Test
    void inAWorkspaceOfItsOwnTheUserDecidesAndItIsWrittenDownToo() throws Exception {
        String own = home.resolve("own").toString();
        ok("new", own, "--crs", "9210", "--commune", "00124");
        ok("import", own, home.resolve("squares.geojson").toString(), "--crs", "9210");
        ok("export", own, "--to", home.resolve("own.geojson").toString(), "--with-people");
        assertEquals("Lan", new ReleaseLog(Path.of(own)).read().get(0).who());
    }
}
