package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.crash.Folders;
import vn.diaba.store.crash.Soak;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;

/**
 * A child process edits at full speed and is killed; nothing it was told to be saved is missing afterwards, and no
 * attachment is without its content.
 */
class KillTest {
    private static final String CLOSING = "closing";

    @TempDir
    Path base;

    private int attached;
    private final List<Long> reopenedMillis = new ArrayList<>();

    /**
     * When a child is killed.
     *
     * @param imported parcels of its first act, 0 for none
     * @param acts it closes after so many
     * @param afterActs it is killed after so many were saved, or in its closing when that are all
     * @param delayMicros and this much later
     */
    private record Plan(int imported, int acts, int afterActs, int delayMicros) {}

    /** The child: random edits, undos and bulk imports; writes each id to its output once it is saved. */
    public static final class Editor {
        private Editor() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out =
                    new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);
            long seed = Long.parseLong(arguments[1]);
            int imported = Integer.parseInt(arguments[2]);
            int acts = Integer.parseInt(arguments[3]);
            Random random = new Random(seed);
            WorkspaceStore store = Workspaces.open(Path.of(arguments[0]));
            out.println("open");
            out.flush();
            ChangeSet last = null;
            for (long n = 0; n < acts; n++) {
                UUID id = new UUID(seed, n);
                ChangeSet act;
                if (last != null && random.nextInt(6) == 0) {
                    act = last.inverse(id);
                    last = null;
                } else if (n == 0 && imported > 0) {
                    act = bulk(id, imported, seed);
                    last = act;
                } else if (random.nextInt(40) == 0) {
                    act = bulk(id, 900, seed * 100 + n);
                    last = act;
                } else if (random.nextInt(8) == 0) {
                    act = Attaching.act(store, random, 600_000, id);
                    last = act;
                } else {
                    act = Workspaces.randomAct(store.fabric(), random, id);
                    last = act;
                }
                store.journal().append(act);
                out.println(id);
                out.flush();
            }
            out.println(CLOSING);
            out.flush();
            store.close();
        }

        private static ChangeSet bulk(UUID id, int parcels, long seed) {
            ChangeSet bulk = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 30, parcels / 30, seed), 0);
            return new ChangeSet(id, "import", bulk.origin(), null, "an", bulk.time(), null, List.of(), bulk.changes());
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        kills(20, 3_000);
        assertTrue(attached > 50, "only " + attached + " attachments were made");
    }

    @Test
    @Tag("soak")
    void nothingAcknowledgedIsLostInTwoHundredKills() throws Exception {
        long saved = kills(Soak.of(200), 60_000);
        assertTrue(saved >= Soak.of(10_000), "saved " + saved);
    }

    /** One in ten is killed in the middle of a large import, one in ten while it closes. */
    private static Plan plan(int kill, int large, Random random) {
        int after = 10 + random.nextInt(120);
        if (kill % 10 == 3) {
            return new Plan(large, 10_000, 0, random.nextInt(large * 50));
        }
        return kill % 10 == 6
                ? new Plan(0, after, after, random.nextInt(60_000))
                : new Plan(0, 10_000, after, random.nextInt(20_000));
    }

    private long kills(int count, int large) throws Exception {
        Fabric model;
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 20, 20, 1), 1));
            model = store.fabric();
        }
        long known = 1;
        long saved = 0;
        Random random = new Random(count);
        for (int kill = 1; kill <= count; kill++) {
            if (kill % 25 == 0) {
                Folders.delete(base.resolve("w"));
                return saved + kills(count - kill + 1, large);
            }
            Set<UUID> acknowledged = runAndKill(1000 + kill, plan(kill, large, random));
            saved += acknowledged.size();
            long start = System.nanoTime();
            try (WorkspaceStore store = Workspaces.open(base)) {
                reopenedMillis.add((System.nanoTime() - start) / 1_000_000);
                Set<UUID> logged = new HashSet<>();
                for (LogEntry entry : store.log().entries(known + 1, 100_000)) {
                    assertEquals(++known, entry.sequence());
                    logged.add(entry.id());
                    model = model.apply(store.log().load(entry.id()));
                }
                assertTrue(logged.containsAll(acknowledged), "kill " + kill + " lost a saved act");
                assertTrue(logged.size() <= acknowledged.size() + 1, "kill " + kill);
                assertEquals(model, store.fabric(), "kill " + kill);
                assertEquals(known, store.log().verify());
                attached = Attaching.assertWhole(store, "kill " + kill);
            }
        }
        report(saved);
        return saved;
    }

    private void report(long saved) {
        List<Long> sorted = reopenedMillis.stream().sorted().toList();
        long p95 = sorted.get((sorted.size() * 95 - 1) / 100);
        Logger.getLogger(KillTest.class.getName())
                .info(() -> sorted.size() + " kills, " + attached + " attachments and " + saved
                        + " saved in the last workspace, opened again in " + sorted.get(sorted.size() / 2) + " ms, p95 "
                        + p95
                        + " ms, the longest " + sorted.get(sorted.size() - 1));
    }

    @Test
    void asLongAsAnotherProcessHasTheWorkspaceNobodyElseGetsIn() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 3, 1), 1));
        }
        Process child = start(2001, new Plan(0, 10_000, 0, 0));
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            assertEquals("open", out.readLine());
            StoreException e = assertThrows(StoreException.class, () -> Workspaces.open(base));
            assertEquals("workspace-in-use", e.code());
            assertEquals(Long.toString(child.pid()), e.arguments().get(1));
        } finally {
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        Workspaces.open(base).close();
    }

    private Process start(int seed, Plan plan) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Editor.class.getName(),
                base.toString(),
                Integer.toString(seed),
                Integer.toString(plan.imported),
                Integer.toString(plan.acts)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Set<UUID> runAndKill(int seed, Plan plan) throws Exception {
        Process child = start(seed, plan);
        Set<UUID> acknowledged = new HashSet<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = out.readLine();
            assertEquals("open", line);
            while (line != null) {
                if (line.length() == 36) {
                    acknowledged.add(UUID.fromString(line));
                }
                boolean isDue =
                        plan.acts == plan.afterActs ? line.equals(CLOSING) : acknowledged.size() == plan.afterActs;
                if (isDue) {
                    LockSupport.parkNanos(plan.delayMicros * 1_000L);
                    child.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        child.waitFor();
        return acknowledged;
    }

    @Test
    void theLockOfAKilledProcessIsGoneAtOnce() throws Exception {
        Workspaces.create(base).close();
        try (WorkspaceStore store = Workspaces.open(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 3, 1), 1));
        }
        runAndKill(1001, new Plan(0, 10_000, 3, 0));
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertTrue(store.log().sequence() >= 4);
        }
    }
}
