package vn.diaba.store.fault;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.sync.OutboxRow;
import vn.diaba.store.sync.Replica;
import vn.diaba.store.sync.Replicas;
import vn.diaba.store.sync.SyncEngine;
import vn.diaba.store.workspace.Surroundings;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/** A workstation that takes every edit. Confined to one thread. */
public class FaultDesk implements Replica.Desk, AutoCloseable {
    private final WorkspaceStore store;
    private Fabric land;

    public FaultDesk(WorkspaceStore store) {
        this.store = store;
        land = store.fabric();
    }

    public static FaultDesk create(Path base) throws Exception {
        return new FaultDesk(Workspaces.create(base));
    }

    public static FaultDesk open(Path base, Surroundings machine) throws Exception {
        return new FaultDesk(openStore(base, machine));
    }

    public static WorkspaceStore openStore(Path base, Surroundings machine) throws StoreException, KeyException {
        return WorkspaceStore.open(base.resolve("w"), Keys.in(base.resolve("keys")), machine);
    }

    public WorkspaceStore store() {
        return store;
    }

    @Override
    public Fabric fabric() {
        return land;
    }

    /** Saved when it returns. */
    public void edit(ChangeSet act) throws JournalException {
        Fabric next = land.apply(act);
        store.journal().append(act);
        land = next;
    }

    @Override
    public boolean merge(ChangeSet act) throws JournalException {
        try {
            edit(act);
            return true;
        } catch (IllegalArgumentException editedMeanwhile) {
            return false;
        }
    }

    /** Takes back what waits, newest first, where the land database declined some of it. */
    public void giveUpDeclined() throws StoreException, JournalException {
        List<OutboxRow> rows = store.sync().pending();
        if (rows.stream().anyMatch(row -> row.state() == OutboxRow.State.REFUSED)) {
            for (int i = rows.size() - 1; i >= 0; i--) {
                edit(rows.get(i).act().inverse(UUID.randomUUID()));
            }
        }
    }

    public SyncEngine engine(LandDatabase remote) {
        return new SyncEngine(remote, Replicas.of(store, this, LandJudge.LENIENT));
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
