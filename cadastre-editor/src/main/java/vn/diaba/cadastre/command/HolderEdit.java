package vn.diaba.cadastre.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/** Changes the one land user of a parcel, or gives it its first. Stateless. */
final class HolderEdit {
    private HolderEdit() {}

    static List<Change> plan(Fabric fabric, ParcelId parcel, Map<String, String> values, IdBlock ids)
            throws ImpossibleEditException {
        List<Right> rights = fabric.rightsOf(parcel);
        if (rights.size() > 1) {
            throw new ImpossibleEditException(
                    "several-land-users", fabric.parcel(parcel).label(), rights.size());
        }
        List<Change> changes = new ArrayList<>();
        if (rights.isEmpty()) {
            Party fresh = with(new Party(ids.uuid(1), "", "", "", ""), values);
            changes.add(new Change.RecordChange(fresh.id(), null, fresh));
            Right right = new Right(ids.uuid(2), fresh.id(), parcel, 1, 1);
            changes.add(new Change.RecordChange(right.id(), null, right));
            return changes;
        }
        LandRecord holder = fabric.findRecord(rights.get(0).party()).orElseThrow();
        Party before = (Party) holder;
        Party after = with(before, values);
        if (!after.equals(before)) {
            changes.add(new Change.RecordChange(before.id(), before, after));
        }
        return changes;
    }

    private static Party with(Party party, Map<String, String> values) {
        return new Party(
                party.id(),
                values.getOrDefault("landUser", party.name()),
                values.getOrDefault("idNumber", party.idNumber()),
                values.getOrDefault("userType", party.userType()),
                party.address(),
                party.further());
    }
}
