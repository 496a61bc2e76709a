package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** Which parcels were made from which. Immutable. */
final class Descent {
    private final ChunkedMap<ParcelId, List<ParcelId>> children;

    private Descent(ChunkedMap<ParcelId, List<ParcelId>> children) {
        this.children = children;
    }

    /** Reads all parcels, live and retired. */
    static Descent of(Fabric fabric) {
        Map<ParcelId, List<ParcelId>> found = new HashMap<>();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            fabric.findParcelAt(slot).ifPresent(parcel -> parcel.parents()
                    .forEach(parent -> found.computeIfAbsent(parent, id -> new ArrayList<>(2))
                            .add(parcel.id())));
        }
        found.replaceAll((parent, ids) -> List.copyOf(ids));
        return new Descent(ChunkedMap.<ParcelId, List<ParcelId>>empty().with(found));
    }

    Descent with(List<Change> changes) {
        Map<ParcelId, @Nullable List<ParcelId>> altered = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.ParcelChange parcel) {
                List<ParcelId> before = parents(parcel.before());
                List<ParcelId> after = parents(parcel.after());
                if (!before.equals(after)) {
                    before.forEach(parent -> alter(altered, parent).remove(parcel.id()));
                    after.forEach(parent -> alter(altered, parent).add(parcel.id()));
                }
            }
        }
        altered.replaceAll((parent, ids) -> ids == null || ids.isEmpty() ? null : List.copyOf(ids));
        return new Descent(children.with(altered));
    }

    private List<ParcelId> alter(Map<ParcelId, @Nullable List<ParcelId>> altered, ParcelId parent) {
        List<ParcelId> ids = altered.get(parent);
        if (ids == null) {
            ids = new ArrayList<>(of(parent));
            altered.put(parent, ids);
        }
        return ids;
    }

    private static List<ParcelId> parents(@Nullable Parcel parcel) {
        return parcel == null ? List.of() : parcel.parents();
    }

    List<ParcelId> of(ParcelId parent) {
        List<ParcelId> ids = children.find(parent);
        return ids == null ? List.of() : ids;
    }
}
