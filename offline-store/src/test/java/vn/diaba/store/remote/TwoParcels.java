package vn.diaba.store.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;

/** Change sets of two parcels, on land as it was loaded. Stateless. */
public final class TwoParcels {
    private TwoParcels() {}

    /** Two parcels that follow each other get other numbers. */
    public static Push renumbered(Fabric land, int first, int zone) {
        List<Change> changes = new ArrayList<>();
        for (int slot = first; slot < first + 2; slot++) {
            Parcel parcel = land.parcelAt(slot);
            changes.add(new Change.ParcelChange(
                    parcel.id(), parcel, parcel.withNumber(new ParcelNumber("26734", "900", "" + (slot + 1)))));
        }
        ChangeSet act = ChangeSet.planned(new UUID(zone, first + 1), "number", changes);
        return on(land, act, zone);
    }

    /** A push of a change set that stands on land as it was loaded. */
    public static Push on(Fabric land, ChangeSet act, int zone) {
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectKey key : Guards.of(act, land)) {
            guards.add(new ObjectVersion(key, ZoneVersions.exists(land, key) ? 1 : 0));
        }
        return new Push(act.id(), new UUID(3, 3), "an", zone, ChangeCodec.encode(act), guards);
    }
}
