package vn.diaba.store.remote;

import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.ObjectKey;

/** How versions go on. An object without a noted version has 1 when it exists and 0 when it does not. Stateless. */
public final class ZoneVersions {
    private ZoneVersions() {}

    /** Whether an object exists. */
    public static boolean exists(Fabric land, ObjectKey key) {
        switch (key.kind()) {
            case "corner":
                return land.slotOf(CornerId.of(key.id())) >= 0;
            case "parcel":
                return land.slotOf(ParcelId.of(key.id())) >= 0;
            case "side":
                return land.findSide(key.side()).isPresent();
            default:
                return land.findRecord(key.id()).isPresent();
        }
    }

    /** The version after a change: one more, and negative when the object is removed. */
    public static long next(long version, boolean removed) {
        long next = Math.abs(version) + 1;
        return removed ? -next : next;
    }
}
