package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.backup.BackupFolder;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.OfficeKey;

class BackupTest {
    @TempDir
    Path base;

    private Keys keys() {
        return Keys.in(base.resolve("keys"));
    }

    private static Surroundings onDay(int day) {
        return new Surroundings(
                Clock.offset(Workspaces.CLOCK, Duration.ofDays(day)), new DiskGuard(), Channels.REAL, 1 << 20);
    }

    private WorkspaceStore open(int day) throws Exception {
        return WorkspaceStore.open(base.resolve("w"), keys(), onDay(day));
    }

    private Fabric fill() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 50, 50, 2), 2));
            store.journal().append(Workspaces.randomAct(store.fabric(), new Random(1), new UUID(9, 1)));
            return store.fabric();
        }
    }

    @Test
    void theFirstOpeningOfADayMakesABackupAndSevenAreKept() throws Exception {
        fill();
        for (int day = 1; day <= 9; day++) {
            open(day).close();
            open(day).close();
        }
        try (WorkspaceStore store = open(9)) {
            List<Backup> own = store.backups().own();
            assertEquals(BackupFolder.KEPT, own.size());
            assertEquals(2, own.get(0).sequence());
            assertEquals(
                    Workspaces.CLOCK.instant().plus(Duration.ofDays(9)),
                    own.get(0).made());
            assertEquals(
                    Workspaces.CLOCK.instant().plus(Duration.ofDays(3)),
                    own.get(6).made());
        }
        try (Stream<Path> files = Files.list(base.resolve("w/backups"))) {
            List<String> parts = files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".diapart"))
                    .toList();
            assertEquals(1, parts.size(), "the import lies there once: " + parts);
        }
    }

    @Test
    void aBackupBecomesAWorkspaceAgain() throws Exception {
        Fabric land = fill();
        Path backup;
        try (WorkspaceStore store = open(1)) {
            store.rememberCheck(new CheckFacts(3, 4, 2));
            backup = store.backups().make().file();
            store.journal().append(Workspaces.randomAct(store.fabric(), new Random(2), new UUID(9, 2)));
        }
        Path again = base.resolve("again");
        WorkspaceRescue.restore(backup, again, keys(), null);
        try (WorkspaceStore store = WorkspaceStore.open(again, keys(), onDay(1))) {
            assertEquals(land, store.fabric());
            assertEquals(new CheckFacts(3, 4, 2), store.lastCheck().orElseThrow());
            assertEquals(Workspaces.WARD, store.spec());
            assertEquals(Rung.OPENED, store.rung());
            assertEquals(2, store.log().verify());
        }
        assertEquals(
                "folder-not-empty",
                assertThrows(StoreException.class, () -> WorkspaceRescue.restore(backup, again, keys(), null))
                        .code());
    }

    @Test
    void anAlteredOrShortenedBackupLeavesNoFolder() throws Exception {
        fill();
        Path backup;
        try (WorkspaceStore store = open(1)) {
            backup = store.backups().make().file();
        }
        byte[] whole = Files.readAllBytes(backup);
        Path again = base.resolve("again");
        Random random = new Random(1);
        for (int n = 0; n < 60; n++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= 1;
            Files.write(backup, n % 3 == 0 ? java.util.Arrays.copyOf(whole, at) : bytes);
            try {
                WorkspaceRescue.restore(backup, again, keys(), null);
                throw new AssertionError("byte " + at + " may be altered");
            } catch (StoreException | KeyException e) {
                assertFalse(Files.exists(again));
                assertFalse(Files.exists(base.resolve("again.restoring")));
            }
        }
    }

    @Test
    void theStickGetsWhatIsNewWhenTheWorkEnds() throws Exception {
        fill();
        Path stick = Files.createDirectories(base.resolve("stick"));
        try (WorkspaceStore store = open(0)) {
            assertTrue(store.backups().stick().isEmpty());
            assertEquals(
                    "backup-place-own",
                    assertThrows(StoreException.class, () -> store.backups().choose(base.resolve("w/journal")))
                            .code());
            store.backups().choose(stick);
            assertEquals(2, store.backups().stick().orElseThrow().sequence());
        }
        Path folder;
        try (Stream<Path> files = Files.list(stick)) {
            folder = files.findFirst().orElseThrow();
        }
        assertEquals(1, BackupFolder.in(folder).size());
        Fabric land;
        try (WorkspaceStore store = open(1)) {
            store.journal().append(Workspaces.randomAct(store.fabric(), new Random(2), new UUID(9, 2)));
            land = store.fabric();
        }
        assertEquals(2, BackupFolder.in(folder).size());
        Files.move(stick, base.resolve("pulled-out"));
        try (WorkspaceStore store = open(1)) {
            WorkspaceBackups.Stick now = store.backups().stick().orElseThrow();
            assertFalse(now.isThere());
            assertEquals(Workspaces.CLOCK.instant().plus(Duration.ofDays(1)), now.made());
            assertTrue(store.backups().toStick().isEmpty());
        }
        Path newest = BackupFolder.in(base.resolve("pulled-out").resolve(folder.getFileName()))
                .get(0)
                .file();
        WorkspaceRescue.restore(newest, base.resolve("again"), keys(), null);
        try (WorkspaceStore store = WorkspaceStore.open(base.resolve("again"), keys(), onDay(1))) {
            assertEquals(land, store.fabric());
        }
    }

    @Test
    void theOfficeOpensTheDiskAndTheBackupsOfADeadLaptop() throws Exception {
        Path safe = base.resolve("safe");
        char[] typed = "két sắt của cơ quan".toCharArray();
        OfficeKey.create(safe, typed);
        Files.createDirectories(base.resolve("keys"));
        Files.copy(safe.resolve(OfficeKey.PUBLIC_FILE), base.resolve("keys").resolve(OfficeKey.PUBLIC_FILE));
        Fabric land = fill();
        Path stick = Files.createDirectories(base.resolve("stick"));
        try (WorkspaceStore store = open(0)) {
            store.backups().choose(stick);
        }
        try (Stream<Path> keys = Files.list(base.resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }
        Keys office = Keys.in(base.resolve("office-keys"));
        Path disk = base.resolve("w");
        assertEquals(
                "key-missing",
                assertThrows(KeyException.class, () -> WorkspaceStore.open(disk, office))
                        .code());
        Path secret = safe.resolve(OfficeKey.PRIVATE_FILE);
        assertEquals(
                "key-wrong",
                assertThrows(KeyException.class, () -> OfficeKey.readPrivate(secret, "đoán".toCharArray()))
                        .code());
        OfficeKey key = OfficeKey.readPrivate(secret, typed);
        Path archive;
        try (Stream<Path> files = Files.walk(stick)) {
            archive = files.filter(f -> f.toString().endsWith(BackupFolder.SUFFIX))
                    .findFirst()
                    .orElseThrow();
        }
        WorkspaceRescue.restore(archive, base.resolve("from-stick"), Keys.in(base.resolve("third")), key);
        try (WorkspaceStore store =
                WorkspaceStore.open(base.resolve("from-stick"), Keys.in(base.resolve("third")), onDay(0))) {
            assertEquals(land, store.fabric());
        }
        WorkspaceKeys.recover(disk, office, key);
        try (WorkspaceStore store = WorkspaceStore.open(disk, office, onDay(0))) {
            assertEquals(land, store.fabric());
        }
        OfficeKey other = OfficeKey.create(base.resolve("other-safe"), typed);
        assertEquals(
                "office-key-other",
                assertThrows(KeyException.class, () -> WorkspaceKeys.recover(disk, office, other))
                        .code());
    }

    @Test
    void aKeyMovesUnderAPassphraseAndIsAddedForTheOffice() throws Exception {
        fill();
        Path disk = base.resolve("w");
        assertEquals(new WorkspaceKeys.Kept(false, "", true), WorkspaceKeys.look(disk, keys()));
        OfficeKey office = OfficeKey.create(base.resolve("safe"), "x".toCharArray());
        WorkspaceKeys.addOffice(disk, keys(), office);
        Keys typed = keys().withPassphrase("bí mật".toCharArray());
        WorkspaceKeys.keep(disk, keys(), typed);
        assertEquals(new WorkspaceKeys.Kept(true, office.fingerprint(), false), WorkspaceKeys.look(disk, keys()));
        assertEquals(new WorkspaceKeys.Kept(true, office.fingerprint(), true), WorkspaceKeys.look(disk, typed));
        WorkspaceStore.open(disk, typed, onDay(0)).close();
    }

    @Test
    void noBackupTellsOfPersonsOrLand() throws Exception {
        fill();
        try (WorkspaceStore store = open(1)) {
            store.backups().make();
        }
        try (Stream<Path> files = Files.list(base.resolve("w/backups"))) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String word : List.of("Canari", "ODT", "25747", "INSERT INTO", "journal/")) {
                    assertFalse(bytes.contains(word), word + " is in " + file);
                }
            }
        }
    }
}
