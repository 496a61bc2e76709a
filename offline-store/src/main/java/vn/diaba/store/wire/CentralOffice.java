package vn.diaba.store.wire;

import java.util.List;
import java.util.UUID;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** A land database as one user may see it, with what is asked beside the sync. Implementations are safe. */
public interface CentralOffice extends LandDatabase {
    /**
     * The persons of a parcel; that it was asked, by whom and why, is written down before the answer is given. None for a
     * parcel that is not there.
     *
     * @throws RemoteException {@code zone-unknown}; {@code land-database-denied} when this user may not see persons or gives
     *     no reason
     */
    List<Holder> reveal(int zone, UUID parcel, String reason) throws RemoteException;

    /**
     * Parcels of other zones of the same CRS around a place.
     *
     * @param shape EWKB or WKB in the CRS of the zone
     * @param metres how far around, at most 1 km
     * @throws RemoteException {@code zone-unknown}, {@code request-wrong}
     */
    List<Neighbour> neighbours(int zone, byte[] shape, double metres) throws RemoteException;

    /**
     * Refuses a zone that is not there, or that this user may not see.
     *
     * @throws RemoteException {@code zone-unknown}
     */
    void requireSight(int zone) throws RemoteException;

    /**
     * Refuses one who may not make zones.
     *
     * @throws RemoteException {@code land-database-denied}
     */
    void requireLoader() throws RemoteException;

    /** A token like the one shown, from now on. */
    String renewed() throws RemoteException;

    /** The name of the user, as acts are signed. */
    String user();

    /**
     * Who holds a right to a parcel, unmasked. Immutable.
     *
     * @param name of the person or body
     * @param idNumber of a paper of identity, "" when not known
     * @param address "" when not known
     * @param numerator of the share
     * @param denominator of the share
     */
    record Holder(String name, String idNumber, String address, int numerator, int denominator) {}

    /**
     * What a user may do in a zone. Immutable.
     *
     * @param zone its number
     * @param write whether change sets are taken
     * @param persons whether persons are shown
     */
    record Sight(int zone, boolean write, boolean persons) {}

    /**
     * A parcel near a place. Its array is read, never written.
     *
     * @param zone where it belongs
     * @param parcel its id
     * @param version the state of it
     * @param label sheet and number
     * @param shape WKB in the CRS of its zone
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Neighbour(int zone, UUID parcel, long version, String label, byte[] shape) {}
}
