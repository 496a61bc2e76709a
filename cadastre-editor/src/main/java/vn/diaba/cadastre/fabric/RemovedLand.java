package vn.diaba.cadastre.fabric;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.PackedChanges;
import vn.diaba.cadastre.record.LandRecord;

/** An import taken back: the inverse of {@link AddedLand}, made from it when asked for. Immutable. */
public final class RemovedLand extends AbstractList<Change> implements PackedChanges {
    private final AddedLand added;

    RemovedLand(AddedLand added) {
        this.added = added;
    }

    @Override
    public int size() {
        return added.size();
    }

    @Override
    public Change get(int i) {
        return added.get(added.size() - 1 - i).inverse();
    }

    @Override
    public AddedLand inverse() {
        return added;
    }

    /** Whether land still has all that was added, just as it was. */
    public boolean isIn(Fabric land) {
        return hasCorners(land.packed()) && hasParcels(land) && hasRecords(land);
    }

    private boolean hasCorners(Packed there) {
        Packed mine = added.land().packed();
        for (int slot : added.newCornerSlots()) {
            int other = there.findCorner(mine.cornerIds.high(slot), mine.cornerIds.low(slot));
            if (other < 0) {
                return false;
            }
            CornerChunk a = mine.cornerChunk(slot);
            CornerChunk b = there.cornerChunk(other);
            int i = slot & CornerChunk.MASK;
            int k = other & CornerChunk.MASK;
            if (a.gridEast(i) != b.gridEast(k)
                    || a.gridNorth(i) != b.gridNorth(k)
                    || !Objects.equals(a.notes(i), b.notes(k))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasParcels(Fabric land) {
        Packed mine = added.land().packed();
        Packed there = land.packed();
        for (int slot = 0; slot < mine.parcelSlots(); slot++) {
            ParcelRow row = Objects.requireNonNull(mine.parcelRow(slot));
            int other = there.findParcel(row.high, row.low);
            ParcelRow same = other < 0 ? null : there.parcelRow(other);
            if (same == null
                    || !isSame(mine, row, there, same)
                            && !added.land().parcelAt(slot).equals(land.parcelAt(other))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two rows are the same byte for byte; a parcel may be the same though its bytes are of an older form. */
    private static boolean isSame(Packed a, ParcelRow row, Packed b, ParcelRow other) {
        boolean same = row.kind == other.kind
                && row.rings.length == other.rings.length
                && Arrays.equals(row.shells, other.shells)
                && Arrays.equals(row.body, other.body);
        for (int r = 0; same && r < row.rings.length; r++) {
            int[] ring = row.rings[r];
            int[] its = other.rings[r];
            same = ring.length == its.length;
            for (int i = 0; same && i < ring.length; i++) {
                same = a.cornerIds.low(ring[i]) == b.cornerIds.low(its[i])
                        && a.cornerIds.high(ring[i]) == b.cornerIds.high(its[i]);
            }
        }
        return same;
    }

    private boolean hasRecords(Fabric land) {
        boolean[] all = {true};
        added.land().forEachRecord(entry -> {
            LandRecord there = all[0] ? land.records().find(entry.id()) : null;
            all[0] &= entry.equals(there);
        });
        added.land()
                .forEachSide((key, facts) ->
                        all[0] &= facts.equals(land.records().sides.find(key)));
        return all[0];
    }

    /** What is left of packed land without it. */
    Packed outOf(Packed from) {
        FabricPacker packer = new FabricPacker();
        int[] newSlot = new int[from.cornerSlots()];
        for (int slot = 0; slot < newSlot.length; slot++) {
            newSlot[slot] = -1;
            if (from.isLiveCorner(slot) && !added.brings(from.cornerIds.high(slot), from.cornerIds.low(slot))) {
                CornerChunk chunk = from.cornerChunk(slot);
                int i = slot & CornerChunk.MASK;
                newSlot[slot] = packer.corner(
                        chunk.high(i), chunk.low(i), chunk.gridEast(i), chunk.gridNorth(i), chunk.notes(i));
            }
        }
        Packed mine = added.land().packed();
        for (int slot = 0; slot < from.parcelSlots(); slot++) {
            ParcelRow row = from.parcelRow(slot);
            if (row != null && mine.findParcel(row.high, row.low) < 0) {
                packer.parcel(LandChange.renumbered(row, newSlot));
            }
        }
        return packer.pack();
    }
}
