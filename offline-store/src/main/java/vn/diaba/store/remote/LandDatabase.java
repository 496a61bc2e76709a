package vn.diaba.store.remote;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.PartSize;

/**
 * The central land database. Every call may be repeated: it has then no further effect and gives the same answer. All
 * calls fail with a {@link RemoteException} when the land database cannot be reached. Implementations are safe.
 */
public interface LandDatabase extends AutoCloseable {
    /** Who is there: epoch, limits and the zones this user may see. */
    Hello hello(UUID client) throws RemoteException;

    /**
     * Offers one change set. It is taken as a whole or not at all.
     *
     * @return the verdict; for an id that was accepted before, the same verdict again
     * @throws RemoteException {@code push-differs} when the id was accepted with other bytes
     */
    PushAnswer push(Push push) throws RemoteException;

    /** Whether a change set can be offered now; a receipt answers only for what its file carried. */
    default boolean takes(UUID changeSet) {
        return true;
    }

    /** The verdicts on change sets that were accepted; ids not accepted are missing. */
    Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException;

    /**
     * The change sets of a zone after a checkpoint, whole ones in order.
     *
     * @param maxBytes a page ends with the change set that exceeds it; at least one is given when there is one
     * @throws RemoteException {@code land-database-restored} when epoch or chain differ at the checkpoint
     */
    Delta pull(Checkpoint after, int maxBytes) throws RemoteException;

    /** All land of a zone at one moment, with the checkpoint to go on from. */
    Snapshot snapshot(int zone) throws RemoteException;

    /**
     * The land of a part of a zone at one moment, with its neighbours.
     *
     * @return land and the versions of its objects; a checkpoint of the whole zone
     */
    default Snapshot part(int zone, Area area) throws RemoteException {
        return snapshot(zone).part(area);
    }

    /** How large a part of a zone is; asked before it is taken. */
    default PartSize size(int zone, Area area) throws RemoteException {
        Snapshot part = part(zone, area);
        return part.size(area);
    }

    /**
     * Makes a zone of land as it is, faults included.
     *
     * @throws RemoteException {@code zone-exists}
     */
    Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException;

    /** Who works where, and numbers reserved. */
    default FieldWork fieldWork() {
        return FieldWork.NONE;
    }

    /** The office's own data and the map below the land. */
    default OfficeFiles officeFiles() {
        return OfficeFiles.NONE;
    }

    /** The contents of files that belong to its land. */
    default Contents contents() {
        return Contents.NONE;
    }

    /** What waits for approval. */
    default Proposals proposals() {
        return Proposals.NONE;
    }

    @Override
    void close() throws RemoteException;
}
