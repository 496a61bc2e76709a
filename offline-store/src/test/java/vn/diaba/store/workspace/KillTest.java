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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;

/** A child process edits at full speed and is killed; nothing it was told to be saved is missing afterwards. */
class KillTest {
    @TempDir
    Path base;

    /** The child: random edits, undos and bulk imports; writes each id to its output once it is saved. */
    public static final class Editor {
        private Editor() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out =
                    new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);
            long seed = Long.parseLong(arguments[1]);
            Random random = new Random(seed);
            WorkspaceStore store = Workspaces.open(Path.of(arguments[0]));
            out.println("open");
            out.flush();
            ChangeSet last = null;
            for (long n = 0; ; n++) {
                UUID id = new UUID(seed, n);
                ChangeSet act;
                if (last != null && random.nextInt(6) == 0) {
                    act = last.inverse(id);
                    last = null;
                } else if (random.nextInt(40) == 0) {
                    ChangeSet bulk = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 30, 30, seed * 100 + n), 0);
                    act = new ChangeSet(
                            id, "import", bulk.origin(), null, "an", bulk.time(), null, List.of(), bulk.changes());
                    last = act;
                } else {
                    act = Workspaces.randomAct(store.fabric(), random, id);
                    last = act;
                }
                store.journal().append(act);
                out.println(id);
                out.flush();
            }
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        kills(20);
    }

    @Test
    @Tag("soak")
    void nothingAcknowledgedIsLostInTwoHundredKills() throws Exception {
        kills(200);
    }

    private void kills(int count) throws Exception {
        Fabric model;
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 20, 20, 1), 1));
            model = store.fabric();
        }
        long known = 1;
        Random random = new Random(4);
        for (int kill = 1; kill <= count; kill++) {
            Set<UUID> acknowledged = runAndKill(1000 + kill, 3 + random.nextInt(60));
            try (WorkspaceStore store = Workspaces.open(base)) {
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
            }
        }
    }

    @Test
    void asLongAsAnotherProcessHasTheWorkspaceNobodyElseGetsIn() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 3, 1), 1));
        }
        Process child = start(2001);
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

    private Process start(int seed) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Editor.class.getName(),
                base.toString(),
                Integer.toString(seed)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Set<UUID> runAndKill(int seed, int afterActs) throws Exception {
        Process child = start(seed);
        Set<UUID> acknowledged = new HashSet<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            assertEquals("open", out.readLine());
            String line = out.readLine();
            while (line != null) {
                if (line.length() == 36) {
                    acknowledged.add(UUID.fromString(line));
                }
                if (acknowledged.size() == afterActs) {
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
        runAndKill(1001, 3);
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertTrue(store.log().sequence() >= 4);
        }
    }
}
