package vn.diaba.app.central;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.http.HttpLine;
import vn.diaba.store.http.ServerAddress;
import vn.diaba.store.http.SignIn;
import vn.diaba.store.office.Identity;
import vn.diaba.store.office.Pass;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WiredLandDatabase;
import vn.diaba.store.workspace.WorkspaceStore;

/** Opens the line to a server: with the token of the last time while it is good, else by signing in. Stateless. */
final class SignedLine {
    private SignedLine() {}

    static LandDatabase open(String url, OpenWorkspace open, Credentials credentials) throws RemoteException {
        WorkspaceStore store = open.store();
        Optional<Pass> known = Pass.find(store.folder(), store.id(), store.cipher());
        Path authorities = credentials.authorities();
        if (authorities == null
                && known.isPresent()
                && !known.get().authorities().isEmpty()) {
            authorities = Path.of(known.get().authorities());
        }
        ServerAddress address = ServerAddress.of(url, authorities);
        if (credentials.user().isEmpty()) {
            Pass pass = known.orElseThrow(() -> new RemoteException("sign-in-needed", List.of(url), null));
            if (!pass.url().equals(url) || !pass.isSignedIn()) {
                throw new RemoteException("sign-in-needed", List.of(url), null);
            }
            if (pass.rights().isOver(open.setting().clock().instant())) {
                throw new RemoteException(
                        "token-over",
                        List.of(pass.rights().user(), pass.rights().expires()),
                        null);
            }
            return new WiredLandDatabase(new HttpLine(address, pass.token()));
        }
        Fresh fresh = signIn(url, store.id(), credentials, authorities);
        fresh.keep(store);
        return fresh.line();
    }

    /** A line that was signed in to, with the pass that is not kept in a workspace yet. */
    record Fresh(LandDatabase line, Pass pass) {
        /** Keeps the pass in a workspace, with what that had of its own. */
        void keep(WorkspaceStore store) throws RemoteException {
            Optional<Pass> known = Pass.find(store.folder(), store.id(), store.cipher());
            new Pass(
                            pass.url(),
                            pass.authorities(),
                            pass.central(),
                            pass.keys(),
                            pass.token(),
                            known.map(Pass::own).orElse(null),
                            known.map(Pass::files).orElse(0L))
                    .keep(store.folder(), store.id(), store.cipher());
            Rights.beginAnew(store);
        }
    }

    /** Signs in for a workspace, which need not be there yet. */
    static Fresh signIn(String url, UUID workspace, Credentials credentials, @Nullable Path authorities)
            throws RemoteException {
        if (credentials.user().isEmpty()) {
            throw new RemoteException("sign-in-needed", List.of(url), null);
        }
        ServerAddress address = ServerAddress.of(url, authorities);
        String kept = authorities == null ? "" : authorities.toAbsolutePath().toString();
        SignIn given = SignIn.at(address, credentials.user(), credentials.password(), workspace, machine());
        try {
            Pass pass = new Pass(
                    url,
                    kept,
                    given.central(),
                    Identity.Known.of(given.signKey(), given.agreeKey()),
                    given.token(),
                    null,
                    0);
            pass.rights();
            return new Fresh(new WiredLandDatabase(new HttpLine(address, given.token())), pass);
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of("sign-in"), e);
        }
    }

    /** How this machine calls itself. */
    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
