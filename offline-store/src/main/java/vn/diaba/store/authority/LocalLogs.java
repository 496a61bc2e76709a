package vn.diaba.store.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;

/** The logs of an embedded land database. Safe. */
record LocalLogs(LocalAuthority authority) implements Provable {
    @Override
    public List<Head> heads() throws RemoteException {
        return authority.call(false, AuthorityProof::heads);
    }

    @Override
    public List<Fault> verify() throws RemoteException {
        return authority.call(false, AuthorityProof::faults);
    }

    @Override
    public Holding contents() throws RemoteException {
        return authority.localContents().proven();
    }

    @Override
    public @Nullable String hashAt(String log, long seq) throws RemoteException {
        return authority.call(false, tables -> AuthorityProof.hashAt(tables, log, seq));
    }
}
