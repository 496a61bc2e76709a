package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.Keys;

/** Each rung of the ladder with a file that is damaged so that the one above does not hold. */
class LadderTest {
    @TempDir
    Path base;

    private Path file() {
        return base.resolve("w/land.mv.db");
    }

    private Fabric fill() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 60, 60, 2), 2));
            Random random = new Random(3);
            for (int n = 0; n < 40; n++) {
                store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, n)));
            }
            store.rememberCheck(new CheckFacts(1, 2, 41));
            store.backups().make();
            store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, 40)));
            return store.fabric();
        }
    }

    private void assertOpens(Fabric land, Rung rung) throws Exception {
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(rung, store.rung());
            assertEquals(land, store.fabric());
            assertEquals(42, store.log().sequence());
            assertEquals(42, store.log().entries(1, 100).size());
            store.journal().append(Workspaces.randomAct(land, new Random(8), new UUID(10, 0)));
            assertEquals(43, store.log().verify());
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(Rung.OPENED, store.rung());
        }
    }

    @Test
    void aSoundFileOpensAsItIs() throws Exception {
        assertOpens(fill(), Rung.OPENED);
    }

    @Test
    void aFlippedBitIsSeenAndTheRowsAreRecovered() throws Exception {
        Fabric land = fill();
        byte[] bytes = Files.readAllBytes(file());
        bytes[40] ^= 1;
        Files.write(file(), bytes);
        assertOpens(land, Rung.RECOVERED);
        try (Stream<Path> files = Files.list(base.resolve("w"))) {
            List<Path> aside = files.filter(f -> f.getFileName().toString().startsWith("land-damaged-"))
                    .toList();
            assertEquals(1, aside.size());
            assertEquals(bytes.length, Files.size(aside.get(0)));
        }
    }

    @Test
    void recoveredRowsThatAreNotTheLandOfTheJournalAreNotTaken() throws Exception {
        Fabric land = fill();
        // The rows of the imported corners hold places as packed numbers: a wrong digit there is a wrong corner, and no
        // check of the database's own sees it.
        byte[] bytes = Files.readAllBytes(file());
        int half = bytes.length / 2;
        for (int at = half; at < half + 20_000; at += 97) {
            bytes[at] ^= 4;
        }
        Files.write(file(), bytes);
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertTrue(store.rung() != Rung.OPENED);
            assertEquals(land, store.fabric());
        }
    }

    @Test
    void whatCannotBeRecoveredIsMadeFromTheJournalAndTheLastBackup() throws Exception {
        Fabric land = fill();
        Files.writeString(file(), "this is no database");
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(Rung.FROM_BACKUP, store.rung());
            assertEquals(land, store.fabric());
            assertEquals(new CheckFacts(1, 2, 41), store.lastCheck().orElseThrow(), "only the backup knows that");
            assertEquals(
                    "this is no database", Files.readString(store.setAside().orElseThrow()));
        }
    }

    @Test
    void withoutAnyBackupTheJournalIsEnough() throws Exception {
        Fabric land = fill();
        removeBackups();
        Files.writeString(file(), "this is no database");
        assertOpens(land, Rung.FROM_JOURNAL);
    }

    @Test
    void tablesThatWereDeletedAreMadeAgain() throws Exception {
        Fabric land = fill();
        Files.delete(file());
        assertOpens(land, Rung.FROM_BACKUP);
    }

    private void removeBackups() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("w/backups"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aDamagedJournalIsPutRightFromABackup() throws Exception {
        Fabric land = fill();
        Path journal = base.resolve("w/journal/0000000000000001.journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 16;
        Files.write(journal, bytes);
        Files.delete(file());
        assertEquals(
                "journal-damaged",
                assertThrows(StoreException.class, () -> Workspaces.open(base)).code());
        WorkspaceRescue.Report report = WorkspaceRescue.recover(base.resolve("w"), Keys.in(base.resolve("keys")));
        assertEquals(List.of(journal.getFileName().toString()), report.files());
        assertEquals(42, report.records());
        assertOpens(land, Rung.OPENED);
    }

    @Test
    void aDamagedImportIsPutRightFromABackup() throws Exception {
        Fabric land = fill();
        Path packed;
        try (Stream<Path> files = Files.list(base.resolve("w/journal"))) {
            packed = files.filter(f -> f.toString().endsWith(".land"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 3] ^= 1;
        Files.write(packed, bytes);
        Files.delete(file());
        WorkspaceRescue.Report report = WorkspaceRescue.recover(base.resolve("w"), Keys.in(base.resolve("keys")));
        assertEquals(List.of(packed.getFileName().toString()), report.files());
        assertOpens(land, Rung.OPENED);
    }

    @Test
    void aDamagedWorkspaceFileIsSeenAndPutRight() throws Exception {
        Fabric land = fill();
        Path own = base.resolve("w/workspace.json");
        String text = Files.readString(own);
        Files.writeString(own, text.replace("9210", "9211"));
        assertEquals(
                "workspace-damaged",
                assertThrows(StoreException.class, () -> Workspaces.open(base)).code());
        WorkspaceRescue.recover(base.resolve("w"), Keys.in(base.resolve("keys")));
        assertEquals(text, Files.readString(own));
        assertOpens(land, Rung.OPENED);
    }

    @Test
    void aLockFileOfADeadProcessWhoseNumberWasGivenAwayIsTakenOver() throws Exception {
        fill();
        long living = ProcessHandle.current().pid();
        Files.write(
                base.resolve("w/lock"),
                (living + "\nelsewhere\n2026-11-20T01:00:00Z\n").getBytes(StandardCharsets.UTF_8));
        Workspaces.open(base).close();
    }
}
