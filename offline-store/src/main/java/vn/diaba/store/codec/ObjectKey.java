package vn.diaba.store.codec;

import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideKey;

/**
 * Names an object of the land across machines. Immutable.
 *
 * @param kind {@code corner}, {@code side}, {@code parcel} or {@code record}
 * @param object its id; for a side the ids of both ends with a bar between
 */
public record ObjectKey(String kind, String object) {
    /** The object a change is about. */
    public static ObjectKey of(Change change) {
        if (change instanceof Change.CornerChange corner) {
            return of(corner.id());
        }
        if (change instanceof Change.ParcelChange parcel) {
            return of(parcel.id());
        }
        if (change instanceof Change.SideChange side) {
            SideKey key = side.id();
            return new ObjectKey("side", key.first() + "|" + key.second());
        }
        return new ObjectKey("record", change.id().toString());
    }

    /** A corner. */
    public static ObjectKey of(CornerId corner) {
        return new ObjectKey("corner", corner.toString());
    }

    /** A parcel. */
    public static ObjectKey of(ParcelId parcel) {
        return new ObjectKey("parcel", parcel.toString());
    }

    /** The id of a corner, parcel or record. */
    public UUID id() {
        return UUID.fromString(object);
    }
}
