package vn.diaba.app.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.edit.EditJournal;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.workspace.WorkspaceStore;

/**
 * Lets acts into the journal as long as the land database's token allows them. When it has ended the workspace can be read,
 * printed and synchronised, what was done before stays and is sent; only new acts wait for a sign-in. A workspace without a
 * token is its user's own. Confined to the edit thread.
 */
final class Licence implements EditJournal {
    private final WorkspaceStore store;
    private final Clock clock;

    Licence(WorkspaceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void append(ChangeSet act) throws JournalException {
        if (!act.origin().equals(Origin.LAND_DATABASE)) {
            require();
        }
        store.journal().append(act);
    }

    @Override
    public void append(ChangeSet act, Fabric before, Fabric after) throws JournalException {
        if (!act.origin().equals(Origin.LAND_DATABASE)) {
            require();
        }
        store.journal().append(act, before, after);
    }

    private void require() throws JournalException {
        try {
            Optional<Rights.Standing> standing = Rights.standing(store, clock);
            if (standing.isPresent()
                    && !standing.get().token().mayWrite(standing.get().zone())) {
                throw new JournalException(
                        "zone-reads-only",
                        List.of(standing.get().token().user(), standing.get().zone()),
                        null);
            }
        } catch (RemoteException e) {
            throw new JournalException(e.code(), e.arguments(), e);
        } catch (StoreException e) {
            throw new JournalException(e.code(), e.arguments(), e);
        }
    }
}
