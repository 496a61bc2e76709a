package vn.diaba.app.central;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.KeptRights;
import vn.diaba.store.office.Pass;
import vn.diaba.store.office.Token;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WiredLandDatabase;
import vn.diaba.store.workspace.WorkspaceStore;

/** What is kept of every contact with a land database: what the user may do from now on, and for how long. Stateless. */
final class Contact {
    private Contact() {}

    /**
     * Keeps what was said. A land database that gives tokens gives a new one when the old has lived half its time, or allows
     * something else than is allowed now.
     */
    static void keep(OpenWorkspace open, LandDatabase remote, Hello hello) throws RemoteException, StoreException {
        WorkspaceStore store = open.store();
        Hello.Grant grant = hello.grant();
        if (grant == null) {
            return;
        }
        if (grant.days() > 0) {
            KeptRights.keep(store.folder(), store.id(), store.cipher(), hello.epoch(), grant);
            Rights.beginAnew(store);
        } else if (remote instanceof WiredLandDatabase line) {
            Optional<Pass> pass = Pass.find(store.folder(), store.id(), store.cipher());
            Instant now = open.setting().clock().instant();
            if (pass.isPresent()
                    && pass.get().isSignedIn()
                    && (isStale(pass.get().rights(), grant, now) || Rights.isEnded(store))) {
                renew(store, line, pass.get());
            }
        }
    }

    private static boolean isStale(Token token, Hello.Grant grant, Instant now) {
        Duration life = Duration.between(token.issued(), token.expires());
        return now.isAfter(token.issued().plus(life.dividedBy(2)))
                || grant.rights().stream()
                        .anyMatch(right -> token.mayWrite(right.zone()) != right.write()
                                || token.seesPersons(right.zone()) != right.persons());
    }

    /** A gateway that gives no new tokens is asked for a sign-in when the old one ends. */
    private static void renew(WorkspaceStore store, WiredLandDatabase line, Pass pass) throws RemoteException {
        try {
            Pass newer = pass.withToken(line.renewed());
            newer.rights();
            newer.keep(store.folder(), store.id(), store.cipher());
        } catch (RemoteException e) {
            if (!e.code().equals("function-unknown")) {
                throw e;
            }
        }
    }
}
