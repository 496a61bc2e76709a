package vn.diaba.store.sync;

import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.workspace.WorkspaceStore;

/** What a sync sees of a workspace under test. */
public final class Replicas {
    private Replicas() {}

    /** A stored workspace whose land is edited by {@code desk}. */
    public static Replica of(WorkspaceStore store, Replica.Desk desk, LandJudge judge) {
        return new Replica(store.id(), store.spec().epsg(), desk, store.log(), store.sync(), store.contents(), judge);
    }
}
