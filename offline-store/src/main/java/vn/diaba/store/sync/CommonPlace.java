package vn.diaba.store.sync;

import java.util.List;
import java.util.UUID;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** The last place that a workspace and a land database that was restored have in common. Stateless. */
final class CommonPlace {
    private CommonPlace() {}

    /**
     * Finds it by asking for ever smaller stretches; hashes that agree once agree on all before.
     *
     * @param epoch the land database's now
     * @param marks every place known here, in order
     * @throws RemoteException {@code land-database-too-old} when there is none
     */
    static Checkpoint find(LandDatabase remote, Checkpoint at, UUID epoch, List<TakenTables.Mark> marks)
            throws RemoteException {
        int low = -1;
        int high = marks.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isThere(remote, place(at, epoch, marks.get(middle)))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (low < 0) {
            throw new RemoteException("land-database-too-old", List.of(at.zone(), at.seq()), null);
        }
        return place(at, epoch, marks.get(low));
    }

    private static Checkpoint place(Checkpoint at, UUID epoch, TakenTables.Mark mark) {
        return new Checkpoint(at.zone(), at.srid(), epoch, mark.seq(), mark.chain());
    }

    private static boolean isThere(LandDatabase remote, Checkpoint place) throws RemoteException {
        try {
            remote.pull(place, 1);
            return true;
        } catch (RemoteException e) {
            if (e.code().equals("land-database-restored")) {
                return false;
            }
            throw e;
        }
    }
}
