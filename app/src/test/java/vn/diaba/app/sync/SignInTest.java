package vn.diaba.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.measure.EastNorth;

/** Signing in to a served land database, staying signed in, being locked out, signing out. */
class SignInTest {
    private static final String SQUARE =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final EastNorth INSIDE = new EastNorth(598005, 1214005);

    @TempDir
    private Path home;

    private final Tongue tongue = TestLand.tongue();
    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final SyncViewModel sync = new SyncViewModel(workspace, tongue);

    @BeforeEach
    void load() throws Exception {
        workspace.open(TestLand.opener(home, SQUARE));
        new TwoOffices(home).load(here());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OpenWorkspace here() {
        List<OpenWorkspace> open = new ArrayList<>();
        workspace.ask(one -> one, open::add);
        return open.get(0);
    }

    private int unsent() {
        return workspace.stateProperty().get().unsent();
    }

    private void edit(String use) {
        workspace.submit(TwoOffices.use(INSIDE, use).on(here()), outcome -> {});
    }

    private void sync(ServedOffice office, String user, String password) {
        sync.sync(new SyncViewModel.Target(office.url(), user, password), null);
    }

    private @org.jspecify.annotations.Nullable String problem() {
        return sync.problemProperty().get() == null
                ? null
                : sync.problemProperty().get().code();
    }

    @Test
    void whoSignedInOnceStaysSignedInByASealedToken() throws Exception {
        try (ServedOffice office = ServedOffice.plain(home)) {
            edit("LUA");
            sync(office, "an", ServedOffice.PASSWORD);
            assertNull(problem());
            assertEquals(0, unsent());
            SyncFacts.SignedIn known = sync.factsProperty().get().findSignedIn().orElseThrow();
            assertEquals("an", known.user());
            assertEquals(office.url(), known.url());
            edit("CLN");
            sync(office, "an", "");
            assertNull(problem());
            assertEquals(0, unsent());
        }
        desk.close();
        try (Stream<Path> files = Files.walk(home.resolve("w"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(ServedOffice.PASSWORD), file.toString());
                // How each token of this program begins: {"alg":"EdDSA" in base 64.
                assertFalse(bytes.contains("eyJhbGciOiJFZERTQSI"), file.toString());
            }
        }
    }

    @Test
    void aWrongPasswordIsSaidAndTheQueueIsKept() throws Exception {
        try (ServedOffice office = ServedOffice.plain(home)) {
            edit("LUA");
            sync(office, "an", "sai-mat-khau");
            assertEquals("sign-in-wrong", problem());
            assertFalse(sync.offlineProperty().get());
            assertEquals(1, unsent());
            assertTrue(sync.factsProperty().get().findSignedIn().isEmpty());
        }
    }

    @Test
    void aUserWhoWasDisabledSendsNothingMoreAndLosesNothing() throws Exception {
        try (ServedOffice office = ServedOffice.plain(home)) {
            sync(office, "an", ServedOffice.PASSWORD);
            edit("LUA");
            office.disable();
            sync(office, "an", "");
            assertEquals("sign-in-wrong", problem());
            sync(office, "an", ServedOffice.PASSWORD);
            assertEquals("sign-in-wrong", problem());
            assertEquals(1, unsent());
            edit("CLN");
            assertEquals(1, unsent());
            assertEquals(
                    "rights-ended", workspace.noticeProperty().get().refusal().code());
        }
    }

    @Test
    void afterSigningOutTheLandCanBeReadOnlyUntilSomebodySignsInAgain() throws Exception {
        try (ServedOffice office = ServedOffice.plain(home)) {
            sync(office, "an", ServedOffice.PASSWORD);
            edit("LUA");
            sync.signOut();
            assertTrue(sync.factsProperty().get().findSignedIn().isEmpty());
            edit("CLN");
            assertEquals(
                    "signed-out", workspace.noticeProperty().get().refusal().code());
            assertEquals(1, unsent());
            sync(office, "an", "");
            assertEquals("sign-in-needed", problem());
            assertEquals(1, unsent());
            sync(office, "an", ServedOffice.PASSWORD);
            assertNull(problem());
            assertEquals(0, unsent());
            edit("CLN");
            assertEquals(1, unsent());
        }
    }

    @Test
    void aCertificateNobodyHasSignedIsTrustedOnlyWhenItsFileIsGiven() throws Exception {
        try (ServedOffice office = ServedOffice.selfSigned(home)) {
            edit("LUA");
            sync(office, "an", ServedOffice.PASSWORD);
            assertEquals("land-database-not-trusted", problem());
            assertFalse(sync.offlineProperty().get());
            assertEquals(1, unsent());
            sync.sync(
                    new SyncViewModel.Target(
                            office.url(),
                            "an",
                            ServedOffice.PASSWORD,
                            home.resolve("self.pem").toString()),
                    null);
            assertNull(problem());
            assertEquals(0, unsent());
            // The file is remembered with the token.
            edit("CLN");
            sync(office, "an", "");
            assertNotNull(sync.reportProperty().get());
            assertEquals(0, unsent());
        }
    }
}
