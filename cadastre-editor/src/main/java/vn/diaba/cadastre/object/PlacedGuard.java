package vn.diaba.cadastre.object;

import java.util.UUID;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.PlacedRecord;

/** What every edit asks of the object it is about to change. Stateless. */
final class PlacedGuard {
    private PlacedGuard() {}

    /** The object or point with an id; {@code object-unknown} without one. */
    static PlacedRecord existing(Fabric fabric, UUID id) throws ImpossibleEditException {
        LandRecord found = fabric.findRecord(id).orElse(null);
        if (found instanceof PlacedRecord placed) {
            return placed;
        }
        throw new ImpossibleEditException("object-unknown", id.toString());
    }
}
