package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.LandAddress;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;

/** What a workspace remembers of its land database: the address, and the account that signs what is done. */
class AccountTest {
    @TempDir
    Path home;

    private CommandOffice office;
    private String w;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 2, 2);
        w = office.newWorkspace("w");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private String newestAuthor(String workspace) throws CodecException {
        JsonObject newest =
                (JsonObject) office.json(0, "log", workspace).list("entries").get(0);
        return newest.text("author");
    }

    /** An account syncs with the folder of the land database and edits. */
    private void minhWorks() {
        office.ok("central", "user", "add", "minh", "--role", "admin", "--dir", office.dir());
        office.ok("central", "user", "scope", "minh", "--zone", "123", "--write", "--dir", office.dir());
        office.ok("sync", w, "--central", office.embedded(), "--user", "minh");
        office.ok("set", w, "1/1", "number=8");
    }

    @Test
    void beforeTheFirstSignInTheUserOfTheMachineSigns() throws Exception {
        assertEquals("Lan", newestAuthor(office.whole()));
    }

    @Test
    void theAccountThatIsSignedInSigns() throws Exception {
        office.ok("sync", w, "--central", office.url(), "--user", "an");
        office.ok("set", w, "1/1", "number=8");
        assertEquals("an", newestAuthor(w));
    }

    @Test
    void theAccountNamedForAFolderSigns() throws Exception {
        minhWorks();
        assertEquals("minh", newestAuthor(w));
    }

    @Test
    void whoCameToAFolderAsAnAccountComesAsThatAccountAgain() throws Exception {
        minhWorks();
        office.ok("central", "user", "scope", "minh", "--zone", "123", "--dir", office.dir());
        String said = office.refused("sync", w);
        assertTrue(said.contains("Tài khoản minh"), said);
    }

    @Test
    void aSyncWithoutAnAddressGoesWhereTheLastOneWent() throws Exception {
        office.ok("sync", w, "--central", office.url(), "--user", "an");
        office.ok("set", w, "1/1", "number=8");
        assertEquals(1, office.json(0, "sync", w).number("pushed"));
    }

    @Test
    void anAddressThatWasNeverGivenIsAskedFor() {
        office.console().run(2, "sync", w);
    }

    @Test
    void theAddressAndTheAccountLieWhereTheWindowLooks() {
        office.ok("sync", w, "--central", office.url(), "--user", "an");
        LandAddress known = LandAddress.find(Path.of(w)).orElseThrow();
        assertEquals(List.of(office.url(), "an"), List.of(known.url(), known.user()));
        assertTrue(known.findSyncedAt().isPresent());
    }

    @Test
    void aFolderIsRememberedByItsWholePath() {
        Path near = Path.of("").toAbsolutePath().relativize(Path.of(office.dir()));
        office.ok("sync", w, "--central", "embedded:" + near);
        assertEquals(
                office.embedded(), LandAddress.find(Path.of(w)).orElseThrow().url());
    }

    @Test
    void theWorkspaceALandDatabaseIsMadeOfRemembersItToo() {
        assertEquals(
                office.url(),
                LandAddress.find(Path.of(office.whole())).orElseThrow().url());
    }

    @Test
    void landThatWasTakenRemembersWhereItIsFrom() {
        String part = office.folder("part");
        office.ok("take", part, "--central", office.url(), "--user", "an", "--sheets", "1");
        assertEquals(office.url(), LandAddress.find(Path.of(part)).orElseThrow().url());
    }
}
