package vn.diaba.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.sync.OutboxRow;
import vn.diaba.store.workspace.Attaching;
import vn.diaba.store.workspace.Rung;
import vn.diaba.store.workspace.WorkspaceRescue;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/**
 * A bit of any file is flipped or its end is cut off, also where the program was killed before: the workspace opens right,
 * or is recovered with nothing lost, or is refused with a code. Other land without a word does not happen.
 */
class DamageTest {
    private static final int ACTS = 42;

    @TempDir
    Path base;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private Truth truth;

    /** What the undamaged workspace has. */
    private record Truth(Fabric land, List<LogEntry> log, List<UUID> waits, Fabric backup) {
        static Truth of(WorkspaceStore store, Fabric backup) throws StoreException {
            List<UUID> waits =
                    store.sync().pending().stream().map(OutboxRow::id).toList();
            return new Truth(store.fabric(), store.log().entries(1, 1000), waits, backup);
        }
    }

    @Test
    void noFlippedBitAndNoCutPassesUnseen() throws Exception {
        damage(36, 8);
    }

    @Test
    @Tag("soak")
    void noneOfAThousandFlippedBitsAndAHundredCutsPassesUnseen() throws Exception {
        damage(Soak.of(1000), Soak.of(100));
    }

    private void fill() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 40, 2), 2));
            Random random = new Random(3);
            for (int n = 2; n < ACTS; n++) {
                UUID id = new UUID(9, n);
                store.journal()
                        .append(
                                n % 20 == 0
                                        ? Attaching.act(store, random, 3_000, id)
                                        : Workspaces.randomAct(store.fabric(), random, id));
            }
            store.backups().make();
            Fabric backup = store.fabric();
            store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, ACTS)));
            truth = Truth.of(store, backup);
            assertEquals(ACTS, truth.log.size());
        }
    }

    private void damage(int flips, int cuts) throws Exception {
        fill();
        Path safe = base.resolve("safe");
        Folders.copy(base.resolve("w"), safe.resolve("w"));
        Folders.copy(base.resolve("keys"), safe.resolve("keys"));
        List<Path> targets = new ArrayList<>(Folders.files(base.resolve("w")));
        targets.addAll(Folders.files(base.resolve("keys")));
        targets.removeIf(file -> file.endsWith("lock"));
        Path tables = base.resolve("w/land.mv.db");
        targets.addAll(List.of(tables, tables, tables));
        Random random = new Random(6);
        for (int n = 0; n < flips + cuts; n++) {
            Path target = targets.get(n % targets.size());
            byte[] bytes = Files.readAllBytes(target);
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(target, n < flips ? bytes : Arrays.copyOf(bytes, at));
            boolean killed = random.nextBoolean();
            if (killed) {
                Files.delete(base.resolve("w/land.sum"));
            }
            String what = (n < flips ? "bit of " : "cut of ") + target.getFileName() + " at " + at
                    + (killed ? ", killed before" : "");
            String outcome = open(target, what);
            outcomes.merge(kind(target) + (killed ? " killed " : " ") + outcome, 1, Integer::sum);
            for (String folder : List.of("w", "keys")) {
                Folders.delete(base.resolve(folder));
                Folders.copy(safe.resolve(folder), base.resolve(folder));
            }
        }
        Logger.getLogger(DamageTest.class.getName())
                .info(() -> "damage: " + flips + " bits, " + cuts + " cuts: " + outcomes);
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString().replaceFirst("^[0-9a-f]{64}", "content");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String open(Path target, String what) throws Exception {
        if (target.startsWith(base.resolve("w/backups"))) {
            restore(target, what);
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            Truth found = Truth.of(store, truth.backup);
            assertEquals(truth.land, found.land, what);
            assertEquals(truth.log, found.log, what);
            assertEquals(truth.waits, found.waits, what);
            assertEquals(ACTS, store.log().verify(), what);
            assertEquals(2, Attaching.assertWhole(store, what));
            return store.rung() == Rung.OPENED ? "opened" : "recovered";
        } catch (StoreException | KeyException e) {
            assertTrue(e.getMessage().matches("[a-z]+(-[a-z]+)+.*"), what + ": " + e);
            assertFalse(Set.of("db", "sum").contains(kind(target)), what + " must not keep anyone from the work: " + e);
            return "refused, " + rescue(what);
        }
    }

    /** What a refused workspace is put right from is a backup, or the refusal stands. */
    private String rescue(String what) throws Exception {
        try {
            WorkspaceRescue.recover(base.resolve("w"), Keys.in(base.resolve("keys")));
        } catch (StoreException | KeyException e) {
            return "still";
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(truth, Truth.of(store, truth.backup), what + ", rescued");
            assertEquals(2, Attaching.assertWhole(store, what + ", rescued"));
            return "rescued";
        }
    }

    /** A damaged backup gives the land it was made of or nothing. */
    private void restore(Path target, String what) throws Exception {
        Path again = base.resolve("again");
        for (Path backup : Folders.files(base.resolve("w/backups"))) {
            if (kind(backup).equals("diabak")) {
                try {
                    WorkspaceRescue.restore(backup, again, Keys.in(base.resolve("keys")), null);
                    try (WorkspaceStore store =
                            WorkspaceStore.open(again, Keys.in(base.resolve("keys")), Workspaces.machine())) {
                        boolean isFirst = store.log().sequence() == 0;
                        assertEquals(isFirst ? Fabric.empty() : truth.backup, store.fabric(), what + ", restored");
                    }
                } catch (StoreException | KeyException e) {
                    outcomes.merge("backup refused", 1, Integer::sum);
                }
                Folders.delete(again);
            }
        }
    }
}
