package vn.diaba.store.office;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/** Leases and reserved numbers as one caller may ask for them, in the account's name and for its own workspace. Safe. */
final class GuardedFieldWork implements FieldWork {
    private final FieldWork inner;
    private final Account account;
    private final UUID device;

    GuardedFieldWork(FieldWork inner, Account account, UUID device) {
        this.inner = inner;
        this.account = account;
        this.device = device;
    }

    private void requireSight(int zone) throws RemoteException {
        if (account.sight(zone).isEmpty()) {
            throw new RemoteException("zone-unknown", List.of(zone), null);
        }
    }

    private void require(boolean right) throws RemoteException {
        if (!right) {
            throw new RemoteException("land-database-denied", List.of(account.name()), null);
        }
    }

    @Override
    public List<Lease> leases(int zone) throws RemoteException {
        requireSight(zone);
        return inner.leases(zone);
    }

    @Override
    public List<Lease> lease(int zone, UUID client, String user, Area area) throws RemoteException {
        requireSight(zone);
        require(client.equals(device));
        return inner.lease(zone, client, account.name(), area);
    }

    @Override
    public NumberReserve.Run reserve(int zone, Reservation asked) throws RemoteException {
        requireSight(zone);
        require(asked.client().equals(device) && account.mayWrite(zone));
        return inner.reserve(zone, asked);
    }
}
