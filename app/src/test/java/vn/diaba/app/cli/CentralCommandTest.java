package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.store.office.ReleaseLog;

/** Two workspaces and an office with a server, all by the command line. */
class CentralCommandTest {
    @TempDir
    Path home;

    private CommandOffice office;
    private TestConsole console;
    private String first;
    private String second;
    private String dir;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 2, 2);
        console = office.console();
        first = office.whole();
        second = office.newWorkspace("w2");
        dir = office.dir();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void whatOneWorkspaceSendsTheOtherTakes() {
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        office.ok("set", first, "1/1", "number=9");
        office.ok("sync", first, "--central", office.url(), "--json");
        assertTrue(console.out().contains("\"pushed\" : 1"), console.out());
        office.ok("sync", second, "--central", office.url(), "--json");
        assertTrue(console.out().contains("\"pulled\" : 1"), console.out());
        office.ok("find", second, "1/9");
        office.ok("central", "device", "list", "--dir", dir, "--json");
        assertTrue(console.out().contains("\"user\" : \"an\""), console.out());
    }

    @Test
    void aZoneOutOfScopeIsNotThereAndOneToLookAtIsNotChanged() {
        office.ok("central", "user", "add", "bình", "--dir", dir);
        assertTrue(console.out().contains("bình"), console.out());
        console.run(2, "sync", second, "--central", office.url(), "--user", "bình");
        office.ok("central", "user", "scope", "bình", "--zone", "123", "--persons", "--dir", dir);
        office.ok("sync", second, "--central", office.url(), "--user", "bình");
        office.ok("find", second, "1/1");
        assertTrue(office.refused("set", second, "1/1", "number=9").contains("123"));
        office.ok("central", "user", "scope", "bình", "--zone", "123", "--write", "--dir", dir);
        office.ok("sync", second, "--central", office.url(), "--user", "bình");
        office.ok("set", second, "1/1", "number=9");
        office.ok("sync", second, "--central", office.url());
        assertTrue(console.run(0, "central", "user", "list", "--dir", dir).contains("khu vực 123: sửa"), console.out());
        office.ok("central", "user", "add", "bình", "--role", "export", "--dir", dir);
        assertTrue(console.out().contains("không sửa vì vai trò này chỉ xem"), console.out());
    }

    @Test
    void aDisabledAccountAndARevokedDeviceAreTurnedAwayAtOnceAndKeepTheirWork() {
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        office.ok("set", second, "1/1", "number=9");
        office.ok("central", "user", "disable", "an", "--dir", dir);
        office.refused("sync", second, "--central", office.url());
        office.ok("central", "user", "enable", "an", "--dir", dir);
        office.ok("central", "device", "list", "--dir", dir, "--json");
        String id = console.out().replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
        office.ok("central", "device", "revoke", id, "--dir", dir);
        int refusals = 0;
        for (String workspace : new String[] {first, second}) {
            refusals += console.run("sync", workspace, "--central", office.url()) == 3 ? 1 : 0;
        }
        assertEquals(1, refusals);
        office.ok("find", second, "1/9");
        office.ok("central", "audit", "--dir", dir);
        assertTrue(console.out().contains(id), console.out());
    }

    @Test
    void theLogsProveThemselvesAndAgainstHeadsThatWereKept() throws Exception {
        office.ok("central", "audit", "--heads", "--dir", dir);
        Path kept = Files.writeString(home.resolve("heads"), console.out());
        office.ok("set", first, "1/1", "number=9");
        office.ok("sync", first, "--central", office.url());
        office.ok("central", "verify", "embedded:" + dir, "--heads", kept.toString(), "--json");
        assertTrue(console.out().contains("\"faults\" : [ ]"), console.out());
        assertTrue(console.out().contains("\"entries\" : 1"), console.out());
        assertTrue(console.out().contains("\"contents\" : 0"), console.out());
        assertTrue(console.out().contains("\"contentsGone\" : [ ]"), console.out());
        Files.writeString(kept, "123 1 " + "0".repeat(64) + "\n");
        console.run(1, "central", "verify", "--dir", dir, "--heads", kept.toString());
        assertTrue(console.out().contains("123"), console.out());
    }

    @Test
    void withoutASignInNothingIsSent() {
        assertTrue(office.refused("sync", second, "--central", office.url()).contains("--user"));
        assertTrue(office.refused("sync", second, "--central", "http://192.0.2.1:7079", "--user", "an")
                .contains("https"));
        console.set("DIABA_PASSWORD", "sai mật khẩu");
        office.refused("sync", second, "--central", office.url(), "--user", "an");
    }

    @Test
    void servingBeginsAndEndsWhenInterrupted() {
        console.interrupt().ask();
        office.ok("central", "serve", "--dir", dir, "--port", "0");
        assertTrue(console.err().contains("http://127.0.0.1:"), console.err());
        assertTrue(office.refused("central", "serve", "--dir", dir, "--port", "0", "--host", "0.0.0.0")
                .contains("--certificate"));
    }

    @Test
    void whenTheTokenHasEndedTheWorkspaceIsReadAndWhatWaitsIsKept() throws Exception {
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        office.ok("set", second, "1/1", "number=9");
        try (OpenWorkspace open = OpenWorkspace.open(Path.of(second), office.setting(Duration.ofDays(15)))) {
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
        office.ok("sync", second, "--central", office.url(), "--json");
        assertTrue(console.out().contains("\"pushed\" : 1"), console.out());
    }

    private String editing(Duration later) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(Path.of(second), office.setting(later))) {
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
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        assertEquals("", editing(Duration.ofDays(3)));
        assertEquals("", editing(Duration.ofDays(3).minusMinutes(5)), "clocks differ a little");
        assertEquals("clock-behind", editing(Duration.ofDays(2)));
        assertEquals("clock-behind", editing(Duration.ofDays(-1)));
        assertEquals("token-over", editing(Duration.ofDays(15)));
        assertEquals("token-over", editing(Duration.ofDays(4)), "it has been seen that the token is over");
        office.ok("export", second, "--to", home.resolve("mine.geojson").toString());
        office.ok("sync", second, "--central", office.url(), "--user", "an");
    }

    @Test
    void aWorkspaceWhoseDeviceIsRevokedIsReadAndItsWorkCanBeTakenOut() {
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        office.ok("set", second, "1/1", "number=9");
        office.ok("central", "user", "disable", "an", "--dir", dir);
        office.refused("sync", second, "--central", office.url());
        assertTrue(office.refused("set", second, "1/2", "number=8").contains("an"));
        office.ok("find", second, "1/9");
        office.ok("export", second, "--to", home.resolve("mine.geojson").toString());
        office.ok("backup", second);
        office.ok("central", "user", "enable", "an", "--dir", dir);
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        office.ok("set", second, "1/2", "number=8");
    }

    @Test
    void personsLeaveByRightOnlyAndEachTimeIsWrittenDown() throws Exception {
        String people = home.resolve("people.geojson").toString();
        office.ok("central", "user", "add", "bình", "--dir", dir);
        office.ok("central", "user", "scope", "bình", "--zone", "123", "--write", "--dir", dir);
        office.ok("sync", second, "--central", office.url(), "--user", "bình");
        assertTrue(office.refused("export", second, "--to", people, "--with-people")
                .contains("bình"));
        assertTrue(Files.notExists(Path.of(people)));
        office.ok("export", second, "--to", people);
        office.ok("central", "user", "add", "bình", "--role", "export", "--dir", dir);
        office.ok("sync", second, "--central", office.url(), "--user", "bình");
        office.ok("export", second, "--to", home.resolve("more.geojson").toString(), "--with-people");
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
        office.ok("new", own, "--crs", "9210", "--commune", "00124");
        office.ok("import", own, home.resolve("squares.geojson").toString(), "--crs", "9210");
        office.ok("export", own, "--to", home.resolve("own.geojson").toString(), "--with-people");
        assertEquals("Lan", new ReleaseLog(Path.of(own)).read().get(0).who());
    }
}
