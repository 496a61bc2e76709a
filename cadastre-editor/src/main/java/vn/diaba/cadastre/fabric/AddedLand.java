package vn.diaba.cadastre.fabric;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.PackedChanges;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;

/**
 * New land as changes from nothing, made from a packed fabric when asked for: corners first, then parcels, sides, records.
 * Immutable. Corners that the new parcels share with land already there are not among the changes.
 */
public final class AddedLand extends AbstractList<Change> implements PackedChanges {
    private final Fabric land;
    private final int[] cornerSlots;
    private final List<LandRecord> objects;
    private final List<Change> sides = new ArrayList<>();

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
        land.forEachPlaceless(LandRecord.class, placed::add);
        objects = List.copyOf(placed);
        land.forEachSide((key, facts) -> sides.add(new Change.SideChange(key, null, facts)));
    }

    /**
     * Stored land as the changes it was.
     *
     * @param land parcels with all corners they use, no empty slots
     * @param existing ids of those corners that were there before
     */
    public static AddedLand of(Fabric land, Set<CornerId> existing) {
        return new AddedLand(land, existing::contains);
    }

    /** The same land with facts of sides between its corners, none of which has facts so far. */
    public AddedLand withSides(Map<SideKey, SideFacts> facts) {
        if (facts.isEmpty()) {
            return this;
        }
        List<Change> changes = new ArrayList<>(facts.size());
        facts.forEach((key, side) -> changes.add(new Change.SideChange(key, null, side)));
        Set<CornerId> fresh = new HashSet<>();
        for (int slot : cornerSlots) {
            fresh.add(land.cornerAt(slot).id());
        }
        return new AddedLand(new Fabric(land.packed(), land.records().apply(changes)), id -> !fresh.contains(id));
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
    public RemovedLand inverse() {
        return new RemovedLand(this);
    }

    /** Whether a corner is among the new ones. */
    public boolean brings(CornerId corner) {
        return brings(corner.high(), corner.low());
    }

    boolean brings(long high, long low) {
        int slot = land.packed().findCorner(high, low);
        return slot >= 0 && Arrays.binarySearch(cornerSlots, slot) >= 0;
    }

    /** Whether none of it is in land yet. */
    boolean isNewTo(Fabric other) {
        for (int slot : cornerSlots) {
            if (other.slotOf(new CornerId(
                            land.packed().cornerIds.high(slot),
                            land.packed().cornerIds.low(slot)))
                    >= 0) {
                return false;
            }
        }
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (other.packed()
                            .findParcel(
                                    land.packed().parcelIds.high(slot),
                                    land.packed().parcelIds.low(slot))
                    >= 0) {
                return false;
            }
        }
        boolean[] isNew = {true};
        land.forEachRecord(entry -> isNew[0] &= other.records().find(entry.id()) == null);
        land.forEachSide((key, facts) -> isNew[0] &= other.findSide(key).isEmpty());
        return isNew[0];
    }

    @Override
    public int size() {
        return cornerSlots.length
                + land.parcelSlots()
                + sides.size()
                + land.records().holdings.slots()
                + objects.size();
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
        k -= land.parcelSlots();
        if (k < sides.size()) {
            return sides.get(k);
        }
        RecordTable holdings = land.records().holdings;
        int n = k - sides.size();
        LandRecord entry = n < holdings.slots() ? holdings.at(n) : objects.get(n - holdings.slots());
        return new Change.RecordChange(entry.id(), null, entry);
    }
}
