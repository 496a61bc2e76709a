package vn.diaba.app.workspace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        String kept = authorities == null ? "" : authorities.toAbsolutePath().toString();
        if (credentials.user().isEmpty()) {
            Pass pass = known.orElseThrow(() -> new RemoteException("sign-in-needed", List.of(url), null));
            if (!pass.url().equals(url)) {
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
        SignIn given = SignIn.at(address, credentials.user(), credentials.password(), store.id(), machine());
        try {
            Pass pass = new Pass(
                    url,
                    kept,
                    given.central(),
                    Identity.Known.of(given.signKey(), given.agreeKey()),
                    given.token(),
                    known.map(Pass::own).orElse(null),
                    known.map(Pass::files).orElse(0L));
            pass.rights();
            pass.keep(store.folder(), store.id(), store.cipher());
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of("sign-in"), e);
        }
        return new WiredLandDatabase(new HttpLine(address, given.token()));
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
