package vn.diaba.store.authority;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;

/** Change sets of one to whom persons were not shown, laid on the land with the persons in it. Stateless. */
final class HiddenPersons {
    private HiddenPersons() {}

    /** The same change set on the whole values: what it does not say of persons stays as it is. */
    static ChangeSet kept(ChangeSet act, Fabric land) throws CodecException {
        List<Change> changes = new ArrayList<>();
        for (Change change : act.changes()) {
            changes.add(kept(change, land));
        }
        return act.with(changes, act.waivers());
    }

    private static Change kept(Change change, Fabric land) throws CodecException {
        if (change.before() == null || change instanceof Change.CornerChange) {
            return change;
        }
        if (change instanceof Change.ParcelChange parcel) {
            @Nullable Parcel whole = land.findParcel(parcel.id()).orElse(null);
            return whole == null
                    ? change
                    : new Change.ParcelChange(parcel.id(), whole, (Parcel) ChangeCodec.after(change, whole));
        }
        if (change instanceof Change.SideChange side) {
            @Nullable SideFacts whole = land.findSide(side.id()).orElse(null);
            return whole == null
                    ? change
                    : new Change.SideChange(side.id(), whole, (SideFacts) ChangeCodec.after(change, whole));
        }
        Change.RecordChange record = (Change.RecordChange) change;
        @Nullable LandRecord whole = land.findRecord(record.id()).orElse(null);
        return whole == null
                ? change
                : new Change.RecordChange(record.id(), whole, (LandRecord) ChangeCodec.after(change, whole));
    }
}
