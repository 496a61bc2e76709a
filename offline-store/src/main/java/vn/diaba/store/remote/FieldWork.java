package vn.diaba.store.remote;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/**
 * Who works where in a zone, and which parcel numbers are reserved for which workspace. Calls may be repeated. Implementations
 * are safe.
 */
public interface FieldWork {
    /** Of a land database that keeps neither. */
    FieldWork NONE = new FieldWork() {
        @Override
        public List<Lease> leases(int zone) {
            return List.of();
        }

        @Override
        public List<Lease> lease(int zone, UUID client, String user, Area area) {
            return List.of();
        }

        @Override
        public NumberReserve.Run reserve(int zone, Reservation asked) throws RemoteException {
            throw new RemoteException("numbers-not-reserved", List.of(zone, asked.sheet()), null);
        }
    };

    /**
     * Who works in a zone now.
     *
     * @throws RemoteException {@code zone-unknown}
     */
    List<Lease> leases(int zone) throws RemoteException;

    /**
     * Says where a workspace works, for {@link Lease#TERM} from now; with no area that it works nowhere any more.
     *
     * @param user who works there; a land database with accounts knows better
     * @return who works in the zone now
     * @throws RemoteException {@code zone-unknown}, {@code land-database-denied}
     */
    List<Lease> lease(int zone, UUID client, String user, Area area) throws RemoteException;

    /**
     * Reserves numbers on a sheet: those after all that the sheet ever had and all that were reserved on it.
     *
     * @throws RemoteException {@code zone-unknown}, {@code land-database-denied}, {@code numbers-not-reserved}
     */
    NumberReserve.Run reserve(int zone, Reservation asked) throws RemoteException;
}
