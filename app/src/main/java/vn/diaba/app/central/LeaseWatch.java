package vn.diaba.app.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.diaba.app.workspace.FieldArea;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.sync.SyncReceipt;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;

/** Compares where others work with what was taken and sent here. Stateless. */
final class LeaseWatch {
    private LeaseWatch() {}

    /** Leases of others on land that is here. */
    static List<Lease> near(OpenWorkspace open, List<Lease> others) throws StoreException {
        Optional<Area> area = open.store().sync().area();
        return area.isEmpty() ? List.of() : over(open.fabric(), others);
    }

    /** Leases that a parcel of the land belongs to. */
    static List<Lease> over(Fabric land, List<Lease> leases) {
        ParcelCursor cursor = land.cursor();
        List<Lease> found = new ArrayList<>();
        for (Lease lease : leases) {
            boolean isOver = false;
            for (int slot = 0; slot < land.parcelSlots() && !isOver; slot++) {
                isOver = cursor.at(slot) && lease.area().holds(cursor.id(), cursor.sheet(), cursor.extent());
            }
            if (isOver) {
                found.add(lease);
            }
        }
        return found;
    }

    /** Leases on parcels that change sets sent just now have altered. */
    static List<Lease> intruded(OpenWorkspace open, SyncReceipt receipt, List<Lease> others) throws StoreException {
        List<ParcelId> altered = new ArrayList<>();
        for (SyncReceipt.Line line : others.isEmpty() ? List.<SyncReceipt.Line>of() : receipt.lines()) {
            if (line.fate().equals("accepted")
                    && open.store().log().find(line.id()).isPresent()) {
                altered.addAll(
                        FieldArea.altered(open.fabric(), open.store().log().load(line.id())));
            }
        }
        Fabric land = open.fabric();
        ParcelCursor cursor = land.cursor();
        List<Lease> found = new ArrayList<>(others);
        found.removeIf(lease -> altered.stream().noneMatch(id -> {
            int slot = land.slotOf(id);
            return slot >= 0 && cursor.at(slot) && lease.area().holds(cursor.id(), cursor.sheet(), cursor.extent());
        }));
        return found;
    }
}
