package vn.diaba.store.authority;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.authority.AuthorityTables.ZoneRow;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.RemoteException;

/** A push as it concerns one zone. Immutable. */
record PushPart(int number, ZoneRow zone, Fabric before, ChangeSet act, Payload payload) {
    /** The zone's land after it; null when it does not start from that land. */
    @Nullable
    Fabric applied() {
        try {
            return before.apply(act);
        } catch (IllegalArgumentException notFromThisLand) {
            return null;
        }
    }

    /** Corners that other zones use too move there as well, so that the border stays one line. */
    static List<PushPart> atTheBorder(ZoneLands lands, AuthorityTables tables, ZoneRow home, ChangeSet act)
            throws SQLException, StoreException, RemoteException, CodecException {
        List<PushPart> parts = new ArrayList<>();
        for (ZoneRow zone : tables.zones()) {
            if (zone.spec().zone() == home.spec().zone()
                    || zone.spec().srid() != home.spec().srid()) {
                continue;
            }
            Fabric before = lands.of(tables, zone);
            List<Change> shared = new ArrayList<>();
            for (Change change : act.changes()) {
                if (change instanceof Change.CornerChange corner
                        && corner.after() != null
                        && before.slotOf(corner.id()) >= 0) {
                    shared.add(change);
                }
            }
            if (!shared.isEmpty()) {
                ChangeSet part = act.with(shared, List.of());
                parts.add(new PushPart(zone.spec().zone(), zone, before, part, ChangeCodec.encode(part)));
            }
        }
        return parts;
    }
}
