package vn.diaba.store.sync;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;

/**
 * The workspace's side of a sync. Immutable.
 *
 * @param workspace its id
 * @param epsg EPSG code of its CRS
 * @param desk who may change its land
 * @param log its acts
 * @param store its outbox
 * @param contents of its attachments
 * @param judge the workspace's rules, for land that comes of both sides' changes
 */
public record Replica(
        UUID workspace, int epsg, Desk desk, ChangeLog log, SyncStore store, ContentStore contents, LandJudge judge) {
    private static final byte[] NO_CHECKPOINT = {};

    /** The one who may change the land: the workstation's edit session. Implementations are safe. */
    public interface Desk {
        /** The land now. */
        Fabric fabric();

        /**
         * Takes over what came from the land database: journals it and applies it without judging.
         *
         * @return false when something the change set touches was edited since it was planned; nothing was done then
         */
        boolean merge(ChangeSet fromLandDatabase) throws JournalException;
    }

    /**
     * What can be offered without a line. Immutable.
     *
     * @param pushes in order
     * @param contents those they name that the land database is not known to have, each once
     */
    public record Parcel(List<Push> pushes, List<Content> contents) {
        /** Copies the lists. */
        public Parcel {
            pushes = List.copyOf(pushes);
            contents = List.copyOf(contents);
        }

        /** Of a workspace that has nothing to offer. */
        public static final Parcel EMPTY = new Parcel(List.of(), List.of());
    }

    /**
     * All that can be offered without a line, in order; frozen from now on. Each is guarded as if those before it were
     * accepted, so that one that is not makes those that stand on it stale.
     *
     * @param at how far the workspace has taken its zone over
     * @param maxChanges larger change sets are refused here
     */
    public Parcel pack(Checkpoint at, int maxChanges) throws StoreException {
        return new Packer(this).pack(at, maxChanges);
    }

    /**
     * Decides an open conflict, and those of land that go with it; no line is needed. What comes of it is sent by the next
     * sync.
     *
     * @return false when there is no such open conflict
     */
    public boolean resolve(UUID conflict, Resolution how) throws StoreException, JournalException {
        return resolve(Set.of(conflict), how);
    }

    /**
     * The same for several, as one: what comes of it is one change of the land.
     *
     * @return false when none of them is open
     */
    public boolean resolve(Set<UUID> conflicts, Resolution how) throws StoreException, JournalException {
        List<Conflict> all = store.conflicts();
        List<Conflict> open =
                all.stream().filter(one -> conflicts.contains(one.id())).toList();
        if (open.isEmpty() || how == Resolution.ASK) {
            return false;
        }
        List<Conflict> together = all.stream()
                .filter(one -> open.stream().anyMatch(one::goesWith))
                .toList();
        for (boolean taken = false; !taken; ) {
            MergePlanner planner = planner(how);
            planner.decide(together, how);
            if (how == Resolution.TAKE_THEIRS) {
                planner.judgeDecisions(judge);
            }
            MergePlan plan = planner.done(NO_CHECKPOINT, "", store.now());
            taken = take("resolve-conflict", plan.changes(), plan.note());
        }
        return true;
    }

    MergePlanner planner(Resolution policy) throws StoreException {
        long enqueued;
        Fabric land;
        do {
            enqueued = store.enqueue();
            land = desk.fabric();
        } while (log.sequence() > enqueued);
        return new MergePlanner(land, store.pending(), store.conflicts(), policy, store.isOwn());
    }

    /** Takes changes over with a note, as one; false when the land was edited meanwhile. */
    boolean take(String label, List<Change> changes, @Nullable SyncNote note) throws StoreException, JournalException {
        if (changes.isEmpty()) {
            if (note != null) {
                store.take(note);
            }
            return true;
        }
        ChangeSet act = new ChangeSet(
                UUID.randomUUID(), label, Origin.LAND_DATABASE, null, "", store.now(), null, List.of(), changes);
        if (note != null) {
            log.attach(act.id(), store.bytes(note));
        }
        return desk.merge(act);
    }
}
