package vn.diaba.store.remote;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.ObjectKey;

/**
 * What a change set stands on: the objects it writes, the parcels that use a corner it writes, the corners of a parcel it
 * writes. Two people who move one boundary from both sides meet here although they write different objects. Stateless.
 */
public final class Guards {
    private Guards() {}

    /** The objects a change set stands on, in the land it starts from. */
    public static Set<ObjectKey> of(ChangeSet act, Fabric land) {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        for (Change change : act.changes()) {
            keys.add(ObjectKey.of(change));
            if (change instanceof Change.CornerChange corner) {
                for (ParcelId parcel : land.parcelsAt(corner.id())) {
                    keys.add(ObjectKey.of(parcel));
                }
            } else if (change instanceof Change.ParcelChange parcel) {
                corners(parcel.before(), keys);
                corners(parcel.after(), keys);
            }
        }
        return keys;
    }

    /** What the push was made on and is not so any more; what it should have been made on and was not counts too. */
    static List<ObjectKey> changed(AuthorityTables tables, Push push, ChangeSet act, Fabric land) throws SQLException {
        Map<ObjectKey, Long> guards = new HashMap<>();
        push.guards().forEach(guard -> guards.put(guard.key(), guard.version()));
        Set<ObjectKey> needed = of(act, land);
        needed.addAll(guards.keySet());
        List<ObjectKey> changed = new ArrayList<>();
        for (ObjectKey key : needed) {
            long version = tables.version(push.zone(), key, ZoneVersions.exists(land, key));
            if (guards.getOrDefault(key, Long.MIN_VALUE) != version) {
                changed.add(key);
            }
        }
        return changed;
    }

    private static void corners(@org.jspecify.annotations.Nullable Parcel parcel, Set<ObjectKey> keys) {
        if (parcel != null) {
            parcel.rings().forEach(ring -> {
                for (CornerId corner : ring.corners()) {
                    keys.add(ObjectKey.of(corner));
                }
            });
        }
    }
}
