package vn.diaba.cadastre.fabric;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.PackedChanges;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.LandRecord;
import vn.diaba.cadastre.model.Parcel;

/**
 * New land as changes from nothing, made from a packed fabric when asked for: corners first, then parcels, then records.
 * Immutable. Corners that the new parcels share with land already there are not among the changes.
 */
public final class AddedLand extends AbstractList<Change> implements PackedChanges {
    private final Fabric land;
    private final int[] cornerSlots;
    private final List<LandRecord> objects;

    /**
     * Makes the list.
     *
     * @param land the new parcels with all corners they use
     * @param existing land that is there already; its corners are left out
     */
    AddedLand(Fabric land, Fabric existing) {
        this(land, id -> existing.slotOf(id) >= 0);
    }

    private AddedLand(Fabric land, Predicate<CornerId> existing) {
        this.land = land;
        IntList corners = new IntList(land.cornerCount());
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            Packed packed = land.packed();
            if (!existing.test(new CornerId(packed.cornerIds.high(slot), packed.cornerIds.low(slot)))) {
                corners.add(slot);
            }
        }
        cornerSlots = corners.toArray();
        List<LandRecord> placed = new ArrayList<>();
        land.forEachObject(placed::add);
        objects = List.copyOf(placed);
    }

    /**
     * Stored land as the changes it was.
     *
     * @param land parcels with all corners they use, no empty slots, no facts of sides
     * @param existing ids of those corners that were there before
     */
    public static AddedLand of(Fabric land, Set<CornerId> existing) {
        return new AddedLand(land, existing::contains);
    }

    /** The slots, in {@link #land}, of the corners that are new. */
    public int[] newCornerSlots() {
        return cornerSlots.clone();
    }

    /** The new land as a fabric of its own. */
    public Fabric land() {
        return land;
    }

    @Override
    public int size() {
        return cornerSlots.length + land.parcelSlots() + land.records().holdings.slots() + objects.size();
    }

    @Override
    public Change get(int i) {
        if (i < cornerSlots.length) {
            Corner corner = land.cornerAt(cornerSlots[i]);
            return new Change.CornerChange(corner.id(), null, corner);
        }
        int k = i - cornerSlots.length;
        if (k < land.parcelSlots()) {
            Parcel parcel = land.parcelAt(k);
            return new Change.ParcelChange(parcel.id(), null, parcel);
        }
        RecordTable holdings = land.records().holdings;
        int n = k - land.parcelSlots();
        LandRecord entry = n < holdings.slots() ? holdings.at(n) : objects.get(n - holdings.slots());
        return new Change.RecordChange(entry.id(), null, entry);
    }
}
