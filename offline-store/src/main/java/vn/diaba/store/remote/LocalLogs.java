package vn.diaba.store.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    public @Nullable String hashAt(String log, long seq) throws RemoteException {
        return authority.call(false, tables -> AuthorityProof.hashAt(tables, log, seq));
    }
}
