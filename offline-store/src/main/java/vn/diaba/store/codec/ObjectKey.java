package vn.diaba.store.codec;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;

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

    /** The ends of a side. */
    public SideKey side() {
        int bar = object.indexOf('|');
        return new SideKey(corner(object.substring(0, bar)), corner(object.substring(bar + 1)));
    }

    private static CornerId corner(String id) {
        return CornerId.of(UUID.fromString(id));
    }

    /** The object in the land: a {@link Corner}, {@link Parcel}, {@link SideFacts} or {@link LandRecord}; null without it. */
    public @Nullable Object find(Fabric land) {
        switch (kind) {
            case "corner":
                return land.findCorner(CornerId.of(id())).orElse(null);
            case "parcel":
                return land.findParcel(ParcelId.of(id())).orElse(null);
            case "side":
                return land.findSide(side()).orElse(null);
            default:
                return land.findRecord(id()).orElse(null);
        }
    }

    /** The change of the object from one value to another, each as {@link #find} gives it. */
    public Change change(@Nullable Object before, @Nullable Object after) {
        switch (kind) {
            case "corner":
                return new Change.CornerChange(CornerId.of(id()), (Corner) before, (Corner) after);
            case "parcel":
                return new Change.ParcelChange(ParcelId.of(id()), (Parcel) before, (Parcel) after);
            case "side":
                return new Change.SideChange(side(), (SideFacts) before, (SideFacts) after);
            default:
                return new Change.RecordChange(id(), (LandRecord) before, (LandRecord) after);
        }
    }
}
