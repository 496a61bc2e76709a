package vn.diaba.store.sync;

import java.util.List;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;

/** Makes a zone of all land of a workspace. Stateless. */
final class FirstLoad {
    private FirstLoad() {}

    static Checkpoint of(LandDatabase remote, Replica here, ZoneSpec zone) throws RemoteException, StoreException {
        if (zone.srid() != here.epsg()) {
            throw new RemoteException("crs-differs", List.of(here.epsg(), zone.srid()), null);
        }
        if (here.store().checkpoint().isPresent()) {
            throw new RemoteException("already-connected", List.of(zone.zone()), null);
        }
        long sequence;
        Fabric land;
        do {
            sequence = here.log().sequence();
            land = here.desk().fabric();
        } while (sequence != here.log().sequence());
        Checkpoint made;
        try {
            made = remote.load(zone, land);
        } catch (RemoteException e) {
            Snapshot there = e.code().equals("zone-exists") ? remote.snapshot(zone.zone()) : null;
            if (there == null || there.at().seq() != 0 || !there.land().equals(land)) {
                throw e;
            }
            made = there.at();
        }
        new ContentSender(remote, here).bring(land, zone.zone());
        here.store().loaded(made, sequence);
        return made;
    }
}
