package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.crash.Folders;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.Keys;

/** What backups do for the contents of attachments. */
class ContentBackupTest {
    private static final byte[] DEED = "Giấy chứng nhận của bà Chim-Hoàng-Yến".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path base;

    private String sha256 = "";

    @BeforeEach
    void fill() throws Exception {
        Path deed = Files.write(base.resolve("deed"), DEED);
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 5, 5, 2), 2));
            sha256 = store.contents().put(deed).sha256();
        }
        Files.delete(deed);
    }

    private Keys keys() {
        return Keys.in(base.resolve("keys"));
    }

    private WorkspaceStore onDay(int day) throws Exception {
        Clock clock = Clock.offset(Workspaces.CLOCK, Duration.ofDays(day));
        return WorkspaceStore.open(
                base.resolve("w"), keys(), new Surroundings(clock, new DiskGuard(), Channels.REAL, 1 << 20));
    }

    private Path sealed() {
        return base.resolve("w/attachments").resolve(sha256);
    }

    private byte[] read(WorkspaceStore store) throws Exception {
        Path copy = base.resolve("copy");
        store.contents().copyTo(sha256, copy);
        byte[] bytes = Files.readAllBytes(copy);
        Files.delete(copy);
        return bytes;
    }

    private void damage(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
    }

    private static List<Path> parts(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".diapart")).toList();
        }
    }

    @Test
    void aContentLiesOnceBesideAllBackupsOfAFolder() throws Exception {
        for (int day = 1; day <= 9; day++) {
            try (WorkspaceStore store = onDay(day)) {
                store.backups().make();
            }
        }
        assertEquals(
                List.of(base.resolve("w/backups").resolve(sha256 + ".diapart")),
                parts(base.resolve("w/backups")).stream()
                        .filter(part -> part.getFileName().toString().startsWith(sha256))
                        .toList());
    }

    @Test
    void whatIsDamagedOrGoneComesBackFromTheWorkspacesOwnBackup() throws Exception {
        try (WorkspaceStore store = onDay(1)) {
            damage(sealed());
            assertArrayEquals(DEED, read(store));
            Files.delete(sealed());
            assertArrayEquals(DEED, read(store));
            assertTrue(store.contents().has(sha256));
        }
    }

    @Test
    void whereTheOwnBackupsAreBadTheStickHelpsOnceItIsPluggedIn() throws Exception {
        Path stick = Files.createDirectories(base.resolve("stick"));
        try (WorkspaceStore store = onDay(1)) {
            store.backups().choose(stick);
            damage(sealed());
            damage(base.resolve("w/backups").resolve(sha256 + ".diapart"));
            Files.move(stick, base.resolve("pulled-out"));
            StoreException e = assertThrows(StoreException.class, () -> read(store));
            assertEquals("content-damaged", e.code());
            Files.move(base.resolve("pulled-out"), stick);
            assertArrayEquals(DEED, read(store));
        }
    }

    @Test
    void aRestoredWorkspaceHasItsContents() throws Exception {
        Path backup;
        try (WorkspaceStore store = onDay(1)) {
            backup = store.backups().make().file();
        }
        Path again = base.resolve("again");
        WorkspaceRescue.restore(backup, again, keys(), null);
        try (WorkspaceStore store = WorkspaceStore.open(again, keys(), Workspaces.machine())) {
            assertArrayEquals(DEED, read(store));
        }
    }

    @Test
    void aBackupWhoseContentIsBadStillGivesTheLand() throws Exception {
        Path backup;
        Fabric land;
        try (WorkspaceStore store = onDay(1)) {
            backup = store.backups().make().file();
            land = store.fabric();
        }
        damage(base.resolve("w/backups").resolve(sha256 + ".diapart"));
        Path again = base.resolve("again");
        WorkspaceRescue.restore(backup, again, keys(), null);
        try (WorkspaceStore store = WorkspaceStore.open(again, keys(), Workspaces.machine())) {
            assertEquals(land, store.fabric());
            StoreException e = assertThrows(StoreException.class, () -> read(store));
            assertEquals("content-missing", e.code());
            assertEquals(List.of(sha256), e.arguments());
        }
    }

    @Test
    void aContentThatIsGoneComesBackBeforeItsBackupsAreDropped() throws Exception {
        onDay(1).close();
        Files.delete(sealed());
        for (int day = 2; day <= 10; day++) {
            onDay(day).close();
        }
        Folders.delete(base.resolve("w/backups"));
        try (WorkspaceStore store = onDay(10)) {
            assertArrayEquals(DEED, read(store));
        }
    }

    @Test
    void aDamagedContentGoesToNoBackupUntilItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(sealed());
        damage(sealed());
        Path part = base.resolve("w/backups").resolve(sha256 + ".diapart");
        try (WorkspaceStore store = onDay(1)) {
            store.backups().make();
            assertFalse(Files.exists(part));
            Files.write(sealed(), whole);
            store.backups().make();
            assertTrue(Files.exists(part));
        }
    }

    @Test
    void recoveringLooksAtEveryContent() throws Exception {
        String lost;
        try (WorkspaceStore store = onDay(1)) {
            Path other = Files.write(base.resolve("other"), Arrays.copyOf(DEED, 9));
            lost = store.contents().put(other).sha256();
        }
        damage(sealed());
        damage(base.resolve("w/attachments").resolve(lost));
        WorkspaceRescue.Report report = WorkspaceRescue.recover(base.resolve("w"), keys());
        assertEquals(List.of("attachments/" + sha256), report.files());
        assertEquals(List.of("attachments/" + lost), report.damaged());
        assertEquals(
                List.of(), WorkspaceRescue.recover(base.resolve("w"), keys()).files());
    }

    @Test
    void withAWrongKeyNothingIsWrittenOrSwept() throws Exception {
        Files.createFile(base.resolve("w/attachments/half.new"));
        List<Path> before = Folders.files(base.resolve("w"));
        Keys other = Keys.in(base.resolve("other-keys"));
        assertThrows(KeyException.class, () -> WorkspaceStore.open(base.resolve("w"), other, Workspaces.machine()));
        assertEquals(before, Folders.files(base.resolve("w")));
        onDay(0).close();
        assertFalse(Files.exists(base.resolve("w/attachments/half.new")));
    }

    @Test
    void neitherTheContentNorItsBackupsCanBeRead() throws Exception {
        try (WorkspaceStore store = onDay(1)) {
            store.backups().make();
        }
        String canary = new String(Arrays.copyOf(DEED, 12), StandardCharsets.ISO_8859_1);
        for (Path file : Folders.files(base)) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(canary), file.toString());
        }
    }
}
