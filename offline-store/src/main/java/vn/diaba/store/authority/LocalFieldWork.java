package vn.diaba.store.authority;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/** Leases and reserved numbers of an embedded land database. Safe: calls wait for each other. */
final class LocalFieldWork implements FieldWork {
    private final LocalAuthority authority;
    private final Clock clock;

    LocalFieldWork(LocalAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public List<Lease> leases(int zone) throws RemoteException {
        return authority.call(false, tables -> {
            LocalAuthority.zone(tables, zone);
            return new WorkTables(tables.connection()).leases(zone, clock.instant());
        });
    }

    @Override
    public List<Lease> lease(int zone, UUID client, String user, Area area) throws RemoteException {
        Instant now = clock.instant();
        return authority.call(true, tables -> {
            LocalAuthority.zone(tables, zone);
            WorkTables work = new WorkTables(tables.connection());
            work.put(zone, new Lease(client, user, area, now.plus(Lease.TERM)));
            return work.leases(zone, now);
        });
    }

    @Override
    public NumberReserve.Run reserve(int zone, Reservation asked) throws RemoteException {
        return authority.call(true, tables -> new WorkTables(tables.connection())
                .reserve(zone, asked, authority.land(tables, LocalAuthority.zone(tables, zone)), clock.instant()));
    }
}
