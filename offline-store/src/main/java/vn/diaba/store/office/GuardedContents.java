package vn.diaba.store.office;

import java.util.List;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;

/** Contents as one caller may bring and read them: whoever may not see persons reads none, and each reading is written down. Safe. */
final class GuardedContents implements Contents {
    private final Contents inner;
    private final Register register;
    private final Account account;

    GuardedContents(Contents inner, Register register, Account account) {
        this.inner = inner;
        this.register = register;
        this.account = account;
    }

    private void requireSight(int zone) throws RemoteException {
        if (account.sight(zone).isEmpty()) {
            throw new RemoteException("zone-unknown", List.of(zone), null);
        }
    }

    private void requireWriting(int zone) throws RemoteException {
        requireSight(zone);
        if (!account.mayWrite(zone)) {
            throw new RemoteException("land-database-denied", List.of(account.name()), null);
        }
    }

    private void requirePersons(int zone, boolean enough) throws RemoteException {
        requireSight(zone);
        if (!enough && !account.seesPersons(zone)) {
            throw new RemoteException("content-hidden", List.of(account.name()), null);
        }
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
        requirePersons(zone, account.mayWrite(zone));
        return inner.missing(zone, asked);
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
        requireWriting(zone);
        inner.bring(zone, content, part, bytes);
    }

    @Override
    public List<Integer> settle(int zone, Content content) throws RemoteException {
        requireWriting(zone);
        return inner.settle(zone, content);
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        requirePersons(zone, false);
        byte[] bytes = inner.part(zone, content, part);
        register.noteReading(account.name(), zone, content.sha256());
        return bytes;
    }
}
