package vn.diaba.store.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.fault.BorderEdits;
import vn.diaba.store.fault.FaultDesk;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.sync.OutboxRow;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.workspace.Attaching;
import vn.diaba.store.workspace.Surroundings;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/**
 * A workstation at work while its files are recorded, and what is true of it after each of its acts: the model that what
 * is found after a crash is compared with. Confined to one thread.
 */
final class RecordedDesk {
    private final Path base;
    private final Surroundings machine;
    private final Recorder recorder;
    private final List<Moment> moments = new ArrayList<>();
    private final Random random;
    private FaultDesk desk;

    /**
     * After an act and before the next one.
     *
     * @param act null before the first
     * @param waits ids that waited in the outbox all the time
     * @param cursor farthest place in the land database's log
     */
    record Moment(UUID act, Fabric land, Set<UUID> waits, long cursor) {}

    private final class Desk extends FaultDesk {
        Desk() throws Exception {
            super(FaultDesk.openStore(base, machine));
        }

        @Override
        public void edit(ChangeSet act) throws JournalException {
            super.edit(act);
            saved(act.id());
        }
    }

    /** A new workspace, recorded from its first byte. */
    RecordedDesk(Path base, Recorder recorder, Surroundings machine, Random random) throws Exception {
        this.base = base;
        this.recorder = recorder;
        this.machine = machine;
        this.random = random;
        try (WorkspaceStore fresh = Workspaces.create(base, machine)) {
            Workspaces.keepScan(fresh);
        }
        desk = new Desk();
        moments.add(new Moment(null, Fabric.empty(), Set.of(), 0));
        recorder.acknowledge(0);
    }

    /** The moments by the sequence of their act. */
    List<Moment> moments() {
        return moments;
    }

    /** All that happened to the files. */
    List<Recorder.Event> events() {
        return recorder.events();
    }

    private void saved(UUID act) {
        try {
            moments.add(new Moment(act, desk.fabric(), waiting(), cursor()));
            recorder.acknowledge(moments.size() - 1);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<UUID> waiting() throws StoreException {
        Set<UUID> ids = new HashSet<>();
        for (OutboxRow row : desk.store().sync().pending()) {
            ids.add(row.id());
        }
        return ids;
    }

    private long cursor() throws StoreException {
        return desk.store().sync().checkpoint().map(at -> at.seq()).orElse(0L);
    }

    /** Meets the land database. */
    void sync(LandDatabase central) throws Exception {
        desk.engine(central).run(1, Resolution.KEEP_MINE, Progress.NONE);
        int last = moments.size() - 1;
        Moment now = moments.get(last);
        Set<UUID> waits = new HashSet<>(now.waits);
        waits.retainAll(waiting());
        moments.set(last, new Moment(now.act, now.land, waits, Math.max(now.cursor, cursor())));
    }

    /** Edits of the block that a colleague edits too. */
    void border(BorderEdits edits, int count) throws Exception {
        for (int n = 0; n < count; n++) {
            desk.edit(edits.next(desk.fabric()));
        }
    }

    /** Edits of every kind, and their undoing. */
    void edit(int count) throws Exception {
        ChangeSet last = null;
        for (int n = 0; n < count; n++) {
            UUID id = new UUID(5, moments.size());
            boolean undo = last != null && random.nextInt(5) == 0;
            ChangeSet act = undo ? last.inverse(id) : fresh(id);
            desk.edit(act);
            last = undo ? null : act;
        }
    }

    private ChangeSet fresh(UUID id) throws StoreException {
        return random.nextInt(8) == 0
                ? Attaching.act(desk.store(), random, 3_000, id)
                : Workspaces.randomAct(desk.fabric(), random, id);
    }

    /** A bulk import, and sometimes its undoing. */
    void bulk() throws Exception {
        long seed = 1_000 + moments.size();
        ChangeSet act = Workspaces.imported(Workspaces.lattice(Fabric.empty(), 26, 26, seed), seed);
        desk.edit(act);
        if (random.nextBoolean()) {
            desk.edit(act.inverse(new UUID(6, seed)));
        }
    }

    /** A backup in the workspace's folder. */
    void backup() throws StoreException {
        desk.store().backups().make();
    }

    /** Ends the program and starts it again. */
    void restart() throws Exception {
        desk.close();
        desk = new Desk();
    }

    void close() throws StoreException {
        desk.close();
    }
}
