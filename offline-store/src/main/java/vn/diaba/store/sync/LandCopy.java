package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.fabric.ParcelBody;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.Parcel;

/** All land of a zone as the first change sets of an empty workspace. Stateless. */
final class LandCopy {
    private LandCopy() {}

    /** Corners, parcels and records, packed without gaps. */
    static AddedLand added(Fabric land) {
        FabricLoader loader = new FabricLoader();
        int[] newSlot = new int[land.cornerSlots()];
        for (int slot = 0; slot < newSlot.length; slot++) {
            newSlot[slot] = land.isCorner(slot) ? loader.corner(land.cornerAt(slot)) : -1;
        }
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                int[][] rings = new int[cursor.rings()][];
                boolean[] shells = new boolean[rings.length];
                for (int r = 0; r < rings.length; r++) {
                    shells[r] = cursor.isShell(r);
                    rings[r] = new int[cursor.size(r)];
                    for (int i = 0; i < rings[r].length; i++) {
                        rings[r][i] = newSlot[cursor.corner(r, i)];
                    }
                }
                loader.parcel(new FabricLoader.StoredParcel(
                        cursor.id(), cursor.set(), rings, shells, cursor.openBody(), cursor.secretBody()));
            } else if (land.findParcelAt(slot).isPresent()) {
                Parcel retired = land.parcelAt(slot);
                loader.parcel(new FabricLoader.StoredParcel(
                        retired.id(),
                        retired.set(),
                        new int[0][],
                        new boolean[0],
                        ParcelBody.open(retired),
                        ParcelBody.secret(retired)));
            }
        }
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
