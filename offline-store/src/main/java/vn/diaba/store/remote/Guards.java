package vn.diaba.store.remote;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static void corners(@Nullable Parcel parcel, Set<ObjectKey> keys) {
        if (parcel != null) {
            parcel.rings().forEach(ring -> {
                for (CornerId corner : ring.corners()) {
                    keys.add(ObjectKey.of(corner));
                }
            });
        }
    }
}
