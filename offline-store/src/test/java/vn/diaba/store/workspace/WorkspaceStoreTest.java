package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.Keys;

class WorkspaceStoreTest {
    @TempDir
    Path base;

    @Test
    void openingAgainBringsBackEverything() throws Exception {
        Fabric land;
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 5, 4, 1), 1));
            Random random = new Random(3);
            for (int n = 0; n < 60; n++) {
                store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, n)));
            }
            land = store.fabric();
            store.rememberCheck(new CheckFacts(2, 7, store.log().sequence()));
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(land, store.fabric());
            assertEquals(61, store.log().entries(1, 100).size());
            assertEquals("random-act", store.log().newest(1).get(0).label());
            assertEquals(new CheckFacts(2, 7, 61), store.lastCheck().orElseThrow());
            assertEquals(Workspaces.WARD, store.spec());
            assertEquals(61, store.log().verify());
        }
    }

    @Test
    void aBulkImportIsUndoneRedoneAndReadBackPacked() throws Exception {
        Fabric imported;
        ChangeSet act;
        ChangeSet move;
        try (WorkspaceStore store = Workspaces.create(base)) {
            AddedLand land = Workspaces.lattice(Fabric.empty(), 40, 40, 2);
            SideKey side = new SideKey(
                    land.land().cornerAt(0).id(), land.land().cornerAt(1).id());
            act = Workspaces.imported(
                    land.withSides(Map.of(side, new SideFacts(23, "", "", SideFacts.Agreement.UNKNOWN))), 2);
            store.journal().append(act);
            imported = store.fabric();
            move = Workspaces.randomAct(imported, new Random(1), new UUID(9, 1));
            store.journal().append(move);
            store.journal().append(move.inverse(new UUID(9, 2)));
            store.journal().append(act.inverse(new UUID(9, 3)));
            assertEquals(Fabric.empty(), store.fabric());
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(Fabric.empty(), store.fabric());
            ChangeSet undo = store.log().load(new UUID(9, 3));
            assertEquals(new UUID(4, 2), undo.reverts());
            store.journal().append(undo.inverse(new UUID(9, 4)));
            assertEquals(imported, store.fabric());
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(imported, store.fabric());
            ChangeSet again = store.log().load(new UUID(4, 2));
            assertTrue(again.changes() instanceof AddedLand);
            assertEquals(act.changes(), again.changes());
            assertEquals(act.id(), again.id());
            assertTrue(Files.size(journal()) < 20_000, "undo and redo of an import are a line, not its parcels");
        }
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("w/journal"))) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aSecondImportSharesCornersOfTheFirst() throws Exception {
        Fabric land;
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 30, 30, 7), 7));
            ChangeSet over = Workspaces.imported(Workspaces.lattice(store.fabric(), 35, 35, 14), 14);
            store.journal().append(over);
            land = store.fabric();
            assertEquals(31 * 31 + 36 * 36 - 31 * 31, land.cornerCount());
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(land, store.fabric());
            assertEquals(30 * 30 + 35 * 35, store.fabric().parcelCount());
        }
    }

    @Test
    void aLandFileThatCannotBeOpenedIsMadeAgainFromTheJournal() throws Exception {
        Fabric land;
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 40, 2), 2));
            store.journal().append(Workspaces.randomAct(store.fabric(), new Random(1), new UUID(9, 1)));
            land = store.fabric();
        }
        Files.writeString(base.resolve("w/land.mv.db"), "this is no database");
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(land, store.fabric());
            assertTrue(store.setAside().isPresent());
            assertEquals(
                    "this is no database", Files.readString(store.setAside().get()));
        }
    }

    @Test
    void noFileTellsOfPersons() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 40, 2), 2));
            store.journal().append(Workspaces.imported(Workspaces.lattice(store.fabric(), 3, 3, 3), 3));
            Random random = new Random(5);
            for (int n = 0; n < 80; n++) {
                store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, n)));
            }
            ChangeSet last = store.log().load(new UUID(9, 79));
            store.journal().append(last.inverse(new UUID(9, 80)));
            assertNoCanary();
        }
        assertNoCanary();
    }

    private void assertNoCanary() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(base)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.size() >= 5, "files: " + files);
        for (Path file : files) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String word : Workspaces.CANARIES) {
                for (var charset :
                        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                    String sought = new String(word.getBytes(charset), StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains(sought), word + " is in " + file);
                }
            }
        }
    }

    @Test
    void aSecondOneIsToldWhoHasTheWorkspace() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            StoreException e = assertThrows(StoreException.class, () -> Workspaces.open(base));
            assertEquals("workspace-in-use", e.code());
            assertEquals(
                    Long.toString(ProcessHandle.current().pid()), e.arguments().get(1));
            assertEquals("2026-11-21T08:00:00Z", e.arguments().get(3));
            assertEquals(Fabric.empty(), store.fabric());
        }
        Workspaces.open(base).close();
    }

    @Test
    void aMissingOrWrongKeyFailsBeforeAnythingIsWritten() throws Exception {
        Workspaces.create(base).close();
        List<Path> before = files();
        Path folder = base.resolve("w");
        KeyException missing =
                assertThrows(KeyException.class, () -> WorkspaceStore.open(folder, Keys.in(base.resolve("other"))));
        assertEquals("key-missing", missing.code());
        Path key;
        try (Stream<Path> keys = Files.list(base.resolve("keys"))) {
            key = keys.findFirst().orElseThrow();
        }
        String hex = Files.readString(key);
        Files.writeString(key, (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1));
        KeyException wrong = assertThrows(KeyException.class, () -> Workspaces.open(base));
        assertEquals("key-wrong", wrong.code());
        assertEquals(before, files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            return all.sorted().toList();
        }
    }

    @Test
    void aPassphraseOpensOnlyWhatItClosed() throws Exception {
        Path folder = base.resolve("w");
        Keys keys = Keys.in(base.resolve("keys"));
        char[] typed = "bí mật 1".toCharArray();
        WorkspaceStore.create(folder, Workspaces.WARD, keys.withPassphrase(typed), Workspaces.machine())
                .close();
        assertFalse(Files.exists(base.resolve("keys")), "no key is left in the profile");
        assertEquals(
                "passphrase-needed",
                assertThrows(KeyException.class, () -> WorkspaceStore.open(folder, keys))
                        .code());
        assertEquals(
                "key-wrong",
                assertThrows(
                                KeyException.class,
                                () -> WorkspaceStore.open(folder, keys.withPassphrase("bí mật 2".toCharArray())))
                        .code());
        WorkspaceStore.open(folder, keys.withPassphrase(typed)).close();
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws Exception {
        Files.createDirectories(base.resolve("w"));
        Files.writeString(base.resolve("w/notes.txt"), "mine");
        assertEquals(
                "folder-not-empty",
                assertThrows(StoreException.class, () -> Workspaces.create(base))
                        .code());
        assertEquals("mine", Files.readString(base.resolve("w/notes.txt")));
        assertEquals(
                "not-a-workspace",
                assertThrows(StoreException.class, () -> Workspaces.open(base)).code());
    }
}
