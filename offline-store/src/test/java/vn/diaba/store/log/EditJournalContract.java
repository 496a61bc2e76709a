package vn.diaba.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditJournal;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.workspace.Workspaces;

/** What every journal must do. */
public abstract class EditJournalContract {
    /** The journal under test, empty. */
    protected abstract EditJournal journal() throws Exception;

    /** All acts made to last, in order, read from where they last. */
    protected abstract List<ChangeSet> lasting() throws Exception;

    @Test
    void actsLastInOrderAndWhole() throws Exception {
        EditJournal journal = journal();
        List<ChangeSet> acts = new java.util.ArrayList<>();
        ChangeSet start = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 4, 1), 1);
        acts.add(start);
        Fabric land = Fabric.empty().apply(start);
        Random random = new Random(2);
        for (int n = 0; n < 30; n++) {
            ChangeSet act = Workspaces.randomAct(land, random, new UUID(5, n));
            acts.add(act);
            land = land.apply(act);
        }
        for (ChangeSet act : acts) {
            journal.append(act);
        }
        assertEquals(acts, lasting());
    }

    @Test
    void anActThatDoesNotStartFromTheLandIsABug() throws Exception {
        EditJournal journal = journal();
        ChangeSet start = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 3, 1), 1);
        journal.append(start);
        ChangeSet act = Workspaces.randomAct(Fabric.empty().apply(start), new Random(3), new UUID(5, 1));
        journal.append(act);
        ChangeSet again =
                new ChangeSet(new UUID(5, 2), "x", act.origin(), null, "", act.time(), null, List.of(), act.changes());
        assertThrows(IllegalArgumentException.class, () -> journal.append(again));
        assertThrows(IllegalArgumentException.class, () -> journal.append(act.inverse(act.id())));
        assertEquals(List.of(start, act), lasting());
    }
}
