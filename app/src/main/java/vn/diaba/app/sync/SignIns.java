package vn.diaba.app.sync;

import java.util.Optional;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.office.Pass;
import vn.diaba.store.office.Token;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.workspace.WorkspaceStore;

/** Who is signed in at the server of a workspace, by the token that is kept in it sealed. Stateless; on the edit thread. */
final class SignIns {
    private SignIns() {}

    private static Optional<Pass> pass(WorkspaceStore store) throws RemoteException {
        return Pass.find(store.folder(), store.id(), store.cipher()).filter(Pass::isSignedIn);
    }

    /** Who is signed in; nobody where a folder or PostgreSQL is the land database. */
    static Optional<SyncFacts.SignedIn> find(OpenWorkspace open) throws RemoteException {
        Optional<Pass> pass = pass(open.store());
        if (pass.isEmpty()) {
            return Optional.empty();
        }
        Token token = pass.get().rights();
        return Optional.of(new SyncFacts.SignedIn(pass.get().url(), token.user(), token.expires()));
    }

    /**
     * Forgets the token. What was not sent stays and is sent after the next sign-in; until then the land can be looked at only.
     *
     * @return whether anybody was signed in
     */
    static boolean end(OpenWorkspace open) throws RemoteException {
        WorkspaceStore store = open.store();
        Optional<Pass> pass = pass(store);
        if (pass.isPresent()) {
            pass.get().signedOut().keep(store.folder(), store.id(), store.cipher());
        }
        return pass.isPresent();
    }
}
