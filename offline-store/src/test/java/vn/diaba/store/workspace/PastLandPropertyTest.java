package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.PastLand;

/** The land of any moment, kept while it was the land of now, against what the log gives for that moment. */
class PastLandPropertyTest {
    @TempDir
    Path base;

    @RepeatedTest(3)
    void theLandOfEveryMomentComesBackFromTheLog(RepetitionInfo run) throws Exception {
        Random random = new Random(run.getCurrentRepetition());
        List<Fabric> moments = new ArrayList<>();
        moments.add(Fabric.empty());
        Deque<ChangeSet> undoable = new ArrayDeque<>();
        try (WorkspaceStore store = Workspaces.create(base)) {
            for (int n = 0; n < 70; n++) {
                ChangeSet act;
                if (n == 0 || n == 40) {
                    // The second one shares corners with the first; both are larger than what the journal holds itself.
                    act = Workspaces.imported(Workspaces.lattice(store.fabric(), 30, 30 + n / 8, 7L + 7 * n), 7 + n);
                } else if (!undoable.isEmpty() && random.nextInt(4) == 0) {
                    act = undoable.pop().inverse(new UUID(8, n));
                } else {
                    act = Workspaces.randomAct(store.fabric(), random, new UUID(9, n));
                }
                store.journal().append(act);
                if (act.reverts() == null) {
                    undoable.push(act);
                }
                moments.add(store.fabric());
            }
            while (!undoable.isEmpty()) {
                store.journal().append(undoable.pop().inverse(new UUID(7, undoable.size())));
                moments.add(store.fabric());
            }
            assertEquals(Fabric.empty(), store.fabric());
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            PastLand past = new PastLand(store.log());
            for (int sequence = 0; sequence < moments.size(); sequence++) {
                assertEquals(moments.get(sequence), past.at(sequence), "after act " + sequence);
            }
            assertThrows(IllegalArgumentException.class, () -> past.at(moments.size()));
        }
    }

    @Test
    void aMomentLiesBeforeTheFirstOwnActMadeLater() throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 4, 1), 1));
            Instant first = Workspaces.CLOCK.instant();
            act(store, 1, first.plusSeconds(60), Origin.SURVEYOR);
            act(store, 2, first.plusSeconds(900), Origin.LAND_DATABASE);
            act(store, 3, first.plusSeconds(120), Origin.SURVEYOR);
            PastLand past = new PastLand(store.log());
            assertEquals(0, past.sequenceAt(first.minusSeconds(1)));
            assertEquals(1, past.sequenceAt(first));
            assertEquals(1, past.sequenceAt(first.plusSeconds(59)));
            assertEquals(3, past.sequenceAt(first.plusSeconds(60)), "with what was merged before the next own act");
            assertEquals(4, past.sequenceAt(first.plusSeconds(120)));
        }
    }

    private static void act(WorkspaceStore store, int n, Instant when, Origin origin) throws Exception {
        ChangeLog log = store.log();
        ChangeSet act = Workspaces.randomAct(log.land(), new Random(n), new UUID(9, n));
        store.journal().append(act.stampedBy("an", when).withOrigin(origin));
    }
}
