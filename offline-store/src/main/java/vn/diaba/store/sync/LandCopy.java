package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.store.take.LandPart;

/** All land of a zone as the first change sets of an empty workspace. Stateless. */
final class LandCopy {
    private LandCopy() {}

    /** Corners, parcels and records, packed without gaps. */
    static AddedLand added(Fabric land) {
        FabricLoader loader = LandPart.copy(land, corner -> true, parcel -> true);
        land.forEachRecord(loader::entry);
        return AddedLand.of(loader.done(), Set.of());
    }

    /** Facts of sides that the land here does not have yet. */
    static List<Change> sides(Fabric land, Fabric here) {
        List<Change> sides = new ArrayList<>();
        land.forEachSide((key, facts) -> {
            if (here.findSide(key).isEmpty()) {
                sides.add(new Change.SideChange(key, null, facts));
            }
        });
        return sides;
    }
}
