package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.Central;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerSetting;
import vn.diaba.store.sync.Resolution;

/** What a land database said a user may do holds in the field as long as it said, whatever the way to it. */
class OfflineRightsTest {
    @TempDir
    Path home;

    private CommandOffice office;
    private String second;
    private String folder;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 2, 2);
        second = office.newWorkspace("w2");
        folder = office.embedded();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private String editing(Duration later) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(Path.of(second), office.setting(later))) {
            Corner corner = open.fabric().cornerAt(0);
            EastNorth to = new EastNorth(
                    corner.position().east() + 0.1, corner.position().north());
            IdBlock ids = IdBlock.fresh(open.setting().clock());
            open.session().execute(new MoveCorner(corner.id(), to, ids), List.of());
            return "";
        } catch (JournalException e) {
            return e.code();
        }
    }

    @Test
    void inAFolderAnAccountIsWhatItIsBehindAServer() throws Exception {
        office.ok("sync", second, "--central", folder, "--user", "an");
        assertEquals("", editing(Duration.ofDays(3)));
        assertEquals("clock-behind", editing(Duration.ofDays(2)));
        assertEquals("token-over", editing(Duration.ofDays(15)));
        office.ok("sync", second, "--central", folder, "--user", "an");
        office.ok("set", second, "1/1", "number=9");
        office.ok("central", "user", "disable", "an", "--dir", office.dir());
        assertTrue(office.refused("sync", second, "--central", folder, "--user", "an")
                .contains("an"));
        assertTrue(office.refused("set", second, "1/2", "number=8").contains("an"));
        String told = office.out("info", second, "--json");
        assertTrue(told.contains("\"user\" : \"an\""), told);
        office.ok("central", "user", "enable", "an", "--dir", office.dir());
        String sent = office.out("sync", second, "--central", folder, "--user", "an", "--json");
        assertTrue(sent.contains("\"pushed\" : 1"), sent);
        office.ok("set", second, "1/2", "number=8");
    }

    @Test
    void itsKeeperNeedsNoAccountInAFolder() throws Exception {
        office.ok("sync", second, "--central", folder);
        assertEquals("", editing(Duration.ofDays(400)));
        String sent = office.out("sync", second, "--central", folder, "--json");
        assertTrue(sent.contains("\"pushed\" : 1"), sent);
        assertTrue(office.refused("sync", second, "--central", folder, "--user", "nobody")
                .contains("nobody"));
    }

    @Test
    void aRightThatIsTakenAwayEndsEditingAtTheNextSync() {
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        office.ok("central", "user", "scope", "an", "--zone", "123", "--dir", office.dir());
        office.ok("sync", second, "--central", office.url());
        assertTrue(office.refused("set", second, "1/2", "number=8").contains("123"));
    }

    @Test
    void aSyncProlongsATokenWhenHalfOfItHasGone() throws Exception {
        office.ok("sync", second, "--central", office.url(), "--user", "an");
        InetSocketAddress place = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(office.url()).getPort());
        office.close();
        Instant end = synced(place, Duration.ofDays(6));
        assertEquals(end, synced(place, Duration.ofDays(6)));
        assertEquals(end.plus(Duration.ofDays(8)), synced(place, Duration.ofDays(8)));
    }

    /** Until when the user may work after a sync that much later. */
    private Instant synced(InetSocketAddress place, Duration later) throws Exception {
        try (Central central = Central.open(Path.of(office.dir()), office.setting(later));
                CentralServer server = central.serve(ServerSetting.of(place, null));
                OpenWorkspace open = OpenWorkspace.open(Path.of(second), office.setting(later));
                LandLine line = LandLine.open(server.url(), open, Credentials.NONE)) {
            line.sync(open, Resolution.ASK, Progress.NONE);
            return Rights.find(open.store()).orElseThrow().expires();
        }
    }
}
