package vn.diaba.cadastre.remedy;

import java.util.List;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.ParcelId;

/** A way that may mend a fault, not proven. Immutable. */
record Draft(String kind, boolean isGentle, List<ParcelId> parcels, List<Change> changes) {
    /** Copies the lists. */
    Draft {
        parcels = List.copyOf(parcels);
        changes = List.copyOf(changes);
    }
}
