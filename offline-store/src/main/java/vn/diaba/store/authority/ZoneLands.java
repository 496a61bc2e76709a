package vn.diaba.store.authority;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.authority.AuthorityTables.ZoneRow;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.RemoteException;

/** The land of each zone: a packed file and the change sets since, kept in memory once read. Not safe. */
final class ZoneLands {
    private static final int FOLD_AFTER = 500;

    private final AuthorityFolder files;
    private final Map<Integer, Kept> kept = new HashMap<>();

    ZoneLands(AuthorityFolder files) {
        this.files = files;
    }

    /** Land of a zone as of a sequence of an epoch. */
    private record Kept(UUID epoch, long seq, Fabric land) {}

    /** The land of a zone as of its head. */
    Fabric of(AuthorityTables tables, ZoneRow zone)
            throws SQLException, StoreException, RemoteException, CodecException {
        UUID epoch = tables.epoch();
        Kept known = kept.get(zone.spec().zone());
        if (known == null || !known.epoch.equals(epoch) || known.seq > zone.headSeq() || known.seq < zone.baseSeq()) {
            known = new Kept(epoch, zone.baseSeq(), files.readLand(zone.baseFile(), zone.baseId()));
        }
        Fabric land = known.land;
        for (Delta.Entry entry : tables.entries(zone.spec().zone(), known.seq, Long.MAX_VALUE)) {
            land = land.apply(ChangeCodec.decode(entry.payload()));
        }
        keep(epoch, zone, land);
        return land;
    }

    /** Takes land as that of a zone's head. */
    void keep(UUID epoch, ZoneRow zone, Fabric land) {
        kept.put(zone.spec().zone(), new Kept(epoch, zone.headSeq(), land));
    }

    /** What was kept may not be what the tables hold. */
    void forget() {
        kept.clear();
    }

    /** Whether so many change sets lie on a zone's file that it is written anew. */
    static boolean isLong(ZoneRow zone) {
        return zone.headSeq() - zone.baseSeq() >= FOLD_AFTER;
    }

    /** Writes a zone's land as of its head to a new file, on which the zone then stands. */
    ZoneRow fold(ZoneRow zone, Fabric land) throws RemoteException {
        UUID id = UUID.randomUUID();
        String file = "zone-" + zone.spec().zone() + "-" + id + ".land";
        files.writeLand(file, land, id);
        return new ZoneRow(zone.spec(), zone.headSeq(), zone.headHash(), zone.headSeq(), file, id);
    }
}
