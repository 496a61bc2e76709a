package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;

/** Large land opens from its view file, and to the same land without it or with one that is of no use. */
class ViewedOpeningTest {
    @TempDir
    Path base;

    private final Random random = new Random(2);
    private int acts;

    private Path view() {
        return base.resolve("w/land.view");
    }

    private Fabric work(int edits) throws Exception {
        try (WorkspaceStore store = Workspaces.open(base)) {
            for (int n = 0; n < edits; n++) {
                store.journal().append(Workspaces.randomAct(store.fabric(), random, new UUID(5, acts++)));
            }
            return store.fabric();
        }
    }

    private void assertOpens(Fabric expected) throws Exception {
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertEquals(Rung.OPENED, store.rung());
            assertEquals(expected, store.fabric());
        }
    }

    @Test
    void whateverBecomesOfTheViewTheLandIsTheSame() throws Exception {
        ChangeSet imported = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 150, 140, 1), 1);
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(imported);
        }
        byte[] first = Files.readAllBytes(view());
        Fabric land = work(30);
        assertOpens(land);
        assertEquals(first.length, Files.size(view()), "few acts are done again rather than written anew");

        land = work(5);
        Files.delete(view());
        assertOpens(land);
        assertTrue(Files.exists(view()), "made again");

        byte[] bytes = Files.readAllBytes(view());
        bytes[bytes.length / 2] ^= 4;
        Files.write(view(), bytes);
        assertOpens(land);

        Files.write(view(), first);
        assertOpens(land);

        Files.delete(base.resolve("w/land.sum"));
        assertOpens(land);

        try (WorkspaceStore store = Workspaces.open(base)) {
            store.journal().append(imported.inverse(new UUID(6, 1)));
        } catch (vn.diaba.cadastre.edit.JournalException | IllegalArgumentException altered) {
            assertFalse(land.isStartOf(imported.inverse(new UUID(6, 1))), "what was edited since is not taken back");
        }
        assertOpens(land);
    }
}
