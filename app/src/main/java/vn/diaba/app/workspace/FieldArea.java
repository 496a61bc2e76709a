package vn.diaba.app.workspace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.take.Area;

/** Tells what a change set does to land beyond the area that was taken. Stateless. */
public final class FieldArea {
    private FieldArea() {}

    /** The parcels that a change set alters itself or by their corners, those that live in the land after it. */
    public static Set<ParcelId> altered(Fabric land, ChangeSet act) {
        Set<ParcelId> altered = new LinkedHashSet<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                altered.add(parcel.id());
            } else if (change instanceof Change.CornerChange corner) {
                altered.addAll(land.parcelsAt(corner.id()));
            }
        }
        return altered;
    }

    /** Live parcels that a change set alters although they were taken as neighbours only. */
    static List<ParcelId> neighbours(Optional<Area> area, Fabric land, ChangeSet act) {
        if (area.isEmpty()) {
            return List.of();
        }
        ParcelCursor cursor = land.cursor();
        return altered(land, act).stream()
                .filter(id -> {
                    int slot = land.slotOf(id);
                    return slot >= 0
                            && cursor.at(slot)
                            && !area.get().holds(cursor.id(), cursor.sheet(), cursor.extent());
                })
                .toList();
    }
}
