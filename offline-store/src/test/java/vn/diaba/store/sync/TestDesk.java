package vn.diaba.store.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/** A workspace with a session that accepts everything. */
final class TestDesk implements Replica.Desk, AutoCloseable {
    private final Path base;
    private WorkspaceStore store;
    private Fabric land;
    private LandJudge judge = LandJudge.LENIENT;

    TestDesk(Path base) throws Exception {
        this.base = base;
        store = Workspaces.create(base);
        Workspaces.keepScan(store);
        land = store.fabric();
    }

    /** Judges merged land from now on. */
    TestDesk judgedBy(LandJudge rules) {
        judge = rules;
        return this;
    }

    void reopen() throws Exception {
        store.close();
        store = Workspaces.open(base);
        land = store.fabric();
    }

    @Override
    public Fabric fabric() {
        return land;
    }

    void edit(ChangeSet act) throws JournalException {
        store.journal().append(act);
        land = land.apply(act);
    }

    @Override
    public boolean merge(ChangeSet act) throws JournalException {
        for (Change change : act.changes()) {
            if (!Objects.equals(ObjectKey.of(change).find(land), change.before())) {
                return false;
            }
        }
        edit(act);
        return true;
    }

    /** A move of a corner of its land by so many metres. */
    ChangeSet moved(CornerId id, double east, double north) {
        Corner from = land.corner(id);
        EastNorth to =
                new EastNorth(from.position().east() + east, from.position().north() + north);
        return ChangeSet.planned(
                UUID.randomUUID(), "move-corner", List.of(new Change.CornerChange(id, from, from.movedTo(to))));
    }

    /** A move eastward of the corner in a slot of its land. */
    ChangeSet moved(int slot, double east) {
        return moved(land.cornerAt(slot).id(), east, 0);
    }

    WorkspaceStore store() {
        return store;
    }

    SyncEngine engine(LandDatabase remote) {
        return new SyncEngine(remote, replica());
    }

    Replica replica() {
        return Replicas.of(store, this, judge);
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
