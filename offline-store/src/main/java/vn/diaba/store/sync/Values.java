package vn.diaba.store.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.LandRecord;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.store.codec.ObjectKey;

/** Objects by their key. Stateless. */
final class Values {
    private Values() {}

    static @Nullable Object current(Fabric land, ObjectKey key) {
        switch (key.kind()) {
            case "corner":
                return land.findCorner(CornerId.of(key.id())).orElse(null);
            case "parcel":
                return land.findParcel(ParcelId.of(key.id())).orElse(null);
            case "side":
                return land.findSide(side(key)).orElse(null);
            default:
                return land.findRecord(key.id()).orElse(null);
        }
    }

    static Change change(ObjectKey key, @Nullable Object before, @Nullable Object after) {
        switch (key.kind()) {
            case "corner":
                return new Change.CornerChange(CornerId.of(key.id()), (Corner) before, (Corner) after);
            case "parcel":
                return new Change.ParcelChange(ParcelId.of(key.id()), (Parcel) before, (Parcel) after);
            case "side":
                return new Change.SideChange(side(key), (SideFacts) before, (SideFacts) after);
            default:
                return new Change.RecordChange(key.id(), (LandRecord) before, (LandRecord) after);
        }
    }

    static SideKey side(ObjectKey key) {
        String[] ends = key.object().split("\\|");
        return new SideKey(CornerId.of(UUID.fromString(ends[0])), CornerId.of(UUID.fromString(ends[1])));
    }
}
