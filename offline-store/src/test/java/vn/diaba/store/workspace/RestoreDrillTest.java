package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.crash.Soak;
import vn.diaba.store.fault.FaultDesk;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;

/** The last backup and the journal give back the state of the last save, whatever else of the workspace is lost. */
class RestoreDrillTest {
    private static final long BAR_SECONDS = 60;
    /** What the drill leaves of a workspace; everything else is deleted. */
    private static final Set<String> LEFT = Set.of("journal", "backups", "workspace.json");

    @TempDir
    Path base;

    @Test
    void backupAndJournalGiveTheLastSave() throws Exception {
        drill(50, 40, 30);
    }

    @Test
    @Tag("soak")
    void aHundredThousandParcelsAreBackInAMinute() throws Exception {
        double seconds = drill(320, Soak.of(313), 1_000);
        assertTrue(seconds <= BAR_SECONDS, seconds + " s");
    }

    /** The longer of the two ways back, seconds. */
    private double drill(int columns, int rows, int edits) throws Exception {
        Fabric land = fill(columns, rows, edits);
        long sequence = 1 + edits;
        deleteAllBut(LEFT);
        long start = System.nanoTime();
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(Rung.FROM_BACKUP, store.rung());
            assertState(store, land, sequence);
        }
        double tables = (System.nanoTime() - start) / 1e9;

        deleteAllBut(LEFT);
        damageTheImport();
        start = System.nanoTime();
        WorkspaceRescue.Report report = WorkspaceRescue.recover(base.resolve("w"), Keys.in(base.resolve("keys")));
        assertEquals(1, report.files().size());
        assertEquals(sequence, report.records());
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertState(store, land, sequence);
        }
        double journal = (System.nanoTime() - start) / 1e9;
        System.getLogger("restore")
                .log(
                        System.Logger.Level.INFO,
                        land.parcelCount() + " parcels, " + edits + " edits: tables lost " + tables
                                + " s, tables and import lost " + journal + " s");
        return Math.max(tables, journal);
    }

    /** Half of the edits come after the backup. */
    private Fabric fill(int columns, int rows, int edits) throws Exception {
        Random random = new Random(26);
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), columns, rows, 2), 2));
            new FaultDesk(store)
                    .engine(new MemoryLandDatabase(LandJudge.LENIENT))
                    .load(new ZoneSpec(1, "Phường thử", 9210));
            for (int n = 0; n < edits; n++) {
                if (n == edits / 2) {
                    store.rememberCheck(new CheckFacts(1, 2, n));
                    store.backups().make();
                }
                store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(9, n)));
            }
            return store.fabric();
        }
    }

    private static void assertState(WorkspaceStore store, Fabric land, long sequence) throws Exception {
        assertEquals(land, store.fabric());
        assertEquals(sequence, store.log().sequence());
        assertEquals(sequence, store.log().verify());
        assertEquals(1, store.lastCheck().orElseThrow().errors(), "only the backup knows that");
        assertEquals(sequence - 1, store.sync().unsent(), "what waits to be sent waits again");
    }

    private void deleteAllBut(Set<String> left) throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("w"))) {
            for (Path file : files.toList()) {
                if (!left.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private void damageTheImport() throws IOException {
        List<Path> packed;
        try (Stream<Path> files = Files.list(base.resolve("w/journal"))) {
            packed = files.filter(file -> file.toString().endsWith(".land")).toList();
        }
        byte[] bytes = Files.readAllBytes(packed.get(0));
        bytes[bytes.length / 3] ^= 1;
        Files.write(packed.get(0), bytes);
    }
}
