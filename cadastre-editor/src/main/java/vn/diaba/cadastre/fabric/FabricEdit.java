package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A small change of packed land: takes the touched rows out of their chunks, changes them, keeps the side table right
 * and packs the touched chunks again. Confined to one thread, used once.
 */
final class FabricEdit {
    private final Packed from;
    private final Map<Integer, @Nullable CornerRow[]> openCorners = new HashMap<>();
    private final Map<Integer, @Nullable ParcelRow[]> openParcels = new HashMap<>();
    private final SlotIndex.Editor cornerIndex;
    private final SlotIndex.Editor parcelIndex;
    private final Map<CornerId, Integer> newCorners = new HashMap<>();
    private final Set<Integer> changedBoxes = new HashSet<>();
    private final Set<Long> changedSides = new HashSet<>();
    private int cornerSlots;
    private int parcelSlots;
    private int liveCorners;
    private int liveParcels;

    FabricEdit(Packed from) {
        this.from = from;
        cornerIndex = from.cornerIndex.edit();
        parcelIndex = from.parcelIndex.edit();
        cornerSlots = from.cornerSlots();
        parcelSlots = from.parcelSlots();
        liveCorners = from.liveCorners;
        liveParcels = from.liveParcels;
    }

    void putCorner(Corner corner) {
        int slot = findCorner(corner.id());
        if (slot < 0) {
            slot = cornerSlots++;
            liveCorners++;
            newCorners.put(corner.id(), slot);
            CornerRow row = row(corner);
            cornerChunk(slot)[slot & CornerChunk.MASK] = row;
            cornerIndex.put(slot, cornerIds);
            return;
        }
        CornerRow row = cornerRow(slot);
        row.gridEast = corner.position().gridEast();
        row.gridNorth = corner.position().gridNorth();
        row.notes = CornerNotes.of(corner);
        for (int use : row.uses) {
            changedBoxes.add(use);
        }
    }

    private static CornerRow row(Corner corner) {
        CornerRow row = new CornerRow(
                corner.id().high(),
                corner.id().low(),
                corner.position().gridEast(),
                corner.position().gridNorth());
        row.notes = CornerNotes.of(corner);
        return row;
    }

    void removeCorner(CornerId id) {
        int slot = existingCorner(id);
        if (cornerRow(slot).uses.length > 0) {
            throw new IllegalArgumentException("corner " + id + " is still used by a parcel");
        }
        cornerChunk(slot)[slot & CornerChunk.MASK] = null;
        cornerIndex.remove(slot, id.high(), id.low());
        newCorners.remove(id);
        liveCorners--;
    }

    void putParcel(Parcel parcel) {
        ParcelId id = parcel.id();
        int slot = from.findParcel(id.high(), id.low());
        byte kind = ParcelRow.kindOf(parcel);
        byte[] body = ParcelBody.whole(parcel);
        ParcelRow old = slot < 0 ? null : parcelRow(slot);
        if (slot < 0) {
            slot = parcelSlots++;
        } else if (old != null && sameOutline(old, parcel)) {
            ParcelRow row = new ParcelRow(old.high, old.low, kind, body);
            row.rings = old.rings;
            row.shells = old.shells;
            row.across = old.across;
            parcelChunk(slot)[slot & ParcelChunk.MASK] = row;
            return;
        }
        ParcelRow row = new ParcelRow(id.high(), id.low(), kind, body);
        int[][] rings = parcel.rings()
                .map(ring ->
                        ring.corners().stream().mapToInt(this::existingCorner).toArray())
                .toArray(int[][]::new);
        row.outline(rings, ParcelRow.shells(parcel));
        liveParcels += (rings.length > 0 ? 1 : 0) - (old != null && old.rings.length > 0 ? 1 : 0);
        replace(slot, old, row);
        if (old == null) {
            parcelIndex.put(slot, parcelIds);
        }
    }

    void removeParcel(ParcelId id) {
        int slot = from.findParcel(id.high(), id.low());
        ParcelRow old = slot < 0 ? null : parcelRow(slot);
        if (old == null) {
            throw new IllegalArgumentException("no parcel " + id);
        }
        liveParcels -= old.rings.length > 0 ? 1 : 0;
        replace(slot, old, null);
        parcelIndex.remove(slot, id.high(), id.low());
    }

    private boolean sameOutline(ParcelRow old, Parcel parcel) {
        List<int[]> rings = new ArrayList<>();
        parcel.rings()
                .forEach(ring -> rings.add(
                        ring.corners().stream().mapToInt(this::existingCorner).toArray()));
        return java.util.Arrays.deepEquals(old.rings, rings.toArray())
                && java.util.Arrays.equals(old.shells, ParcelRow.shells(parcel));
    }

    private void replace(int slot, @Nullable ParcelRow old, @Nullable ParcelRow row) {
        Map<Long, Integer> kept = new HashMap<>();
        if (old != null) {
            for (int r = 0; r < old.rings.length; r++) {
                for (int i = 0; i < old.rings[r].length; i++) {
                    long key = sideKey(old.rings[r], i);
                    if (kept.putIfAbsent(key, old.across[r][i]) != null) {
                        changedSides.add(key);
                    }
                }
                for (int corner : old.rings[r]) {
                    cornerRow(corner).removeUse(slot);
                }
            }
        }
        Set<Long> gone = new HashSet<>(kept.keySet());
        if (row != null) {
            for (int r = 0; r < row.rings.length; r++) {
                for (int i = 0; i < row.rings[r].length; i++) {
                    cornerRow(row.rings[r][i]).addUse(slot);
                    long key = sideKey(row.rings[r], i);
                    Integer across = kept.get(key);
                    if (across == null || !gone.remove(key)) {
                        changedSides.add(key);
                    } else {
                        row.across[r][i] = across;
                    }
                }
            }
        }
        changedSides.addAll(gone);
        changedBoxes.add(slot);
        parcelChunk(slot)[slot & ParcelChunk.MASK] = row;
    }

    private static long sideKey(int[] ring, int i) {
        int a = ring[i];
        int b = ring[i + 1 == ring.length ? 0 : i + 1];
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** Finds anew who lies across every side that came, went or lost a user. */
    private void updateAcross() {
        Set<Integer> involved = new HashSet<>();
        for (long side : changedSides) {
            addUses(involved, (int) (side >>> 32));
            addUses(involved, (int) side);
        }
        Map<Long, List<int[]>> groups = new HashMap<>();
        for (int slot : involved) {
            int[][] rings = ringsAt(slot);
            for (int r = 0; r < rings.length; r++) {
                for (int i = 0; i < rings[r].length; i++) {
                    long key = sideKey(rings[r], i);
                    if (changedSides.contains(key)) {
                        groups.computeIfAbsent(key, k -> new ArrayList<>(2)).add(new int[] {slot, r, i});
                    }
                }
            }
        }
        for (List<int[]> group : groups.values()) {
            for (int k = 0; k < group.size(); k++) {
                int[] side = group.get(k);
                int across = group.size() == 1
                        ? ParcelCursor.NOBODY
                        : group.size() > 2 ? ParcelCursor.MANY : group.get(1 - k)[0];
                java.util.Objects.requireNonNull(parcelRow(side[0])).across[side[1]][side[2]] = across;
            }
        }
    }

    private void addUses(Set<Integer> involved, int corner) {
        @Nullable CornerRow[] rows = openCorners.get(corner >>> CornerChunk.BITS);
        CornerRow row = rows == null
                ? from.cornerChunk(corner).row(corner & CornerChunk.MASK)
                : rows[corner & CornerChunk.MASK];
        if (row != null) {
            for (int use : row.uses) {
                involved.add(use);
            }
        }
    }

    private int[][] ringsAt(int slot) {
        @Nullable ParcelRow[] open = openParcels.get(slot >>> ParcelChunk.BITS);
        ParcelRow row = open == null ? from.parcelRow(slot) : open[slot & ParcelChunk.MASK];
        return row == null ? new int[0][] : row.rings;
    }

    Packed done() {
        updateAcross();
        CornerChunk[] corners =
                java.util.Arrays.copyOf(from.cornerChunks, (cornerSlots + CornerChunk.SIZE - 1) >>> CornerChunk.BITS);
        openCorners.forEach((chunk, rows) -> corners[chunk] =
                new CornerChunk(rows, Math.min(CornerChunk.SIZE, cornerSlots - (chunk << CornerChunk.BITS))));
        ParcelChunk[] parcels =
                java.util.Arrays.copyOf(from.parcelChunks, (parcelSlots + ParcelChunk.SIZE - 1) >>> ParcelChunk.BITS);
        openParcels.forEach((chunk, rows) -> parcels[chunk] =
                new ParcelChunk(rows, Math.min(ParcelChunk.SIZE, parcelSlots - (chunk << ParcelChunk.BITS))));
        int[] live = {liveCorners, liveParcels};
        SlotIndex byCorner = cornerIndex.done();
        SlotIndex byParcel = parcelIndex.done();
        Packed bare = new Packed(corners, parcels, byCorner, byParcel, from.boxes, live);
        int[] moved = changedBoxes.stream().mapToInt(Integer::intValue).toArray();
        Boxes boxes = from.boxes.with(moved, parcelSlots, FabricPacker.extents(bare));
        return new Packed(corners, parcels, byCorner, byParcel, boxes, live);
    }

    private final SlotIndex.Ids cornerIds = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            return cornerRow(slot).high;
        }

        @Override
        public long low(int slot) {
            return cornerRow(slot).low;
        }
    };

    private final SlotIndex.Ids parcelIds = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            return java.util.Objects.requireNonNull(parcelRow(slot)).high;
        }

        @Override
        public long low(int slot) {
            return java.util.Objects.requireNonNull(parcelRow(slot)).low;
        }
    };

    private int findCorner(CornerId id) {
        Integer fresh = newCorners.get(id);
        return fresh != null ? fresh : from.findCorner(id.high(), id.low());
    }

    private int existingCorner(CornerId id) {
        int slot = findCorner(id);
        if (slot < 0) {
            throw new IllegalArgumentException("no corner " + id);
        }
        return slot;
    }

    private CornerRow cornerRow(int slot) {
        CornerRow row = cornerChunk(slot)[slot & CornerChunk.MASK];
        if (row == null) {
            throw new IllegalArgumentException("no corner in slot " + slot);
        }
        return row;
    }

    private @Nullable ParcelRow parcelRow(int slot) {
        return parcelChunk(slot)[slot & ParcelChunk.MASK];
    }

    private @Nullable CornerRow[] cornerChunk(int slot) {
        return openCorners.computeIfAbsent(
                slot >>> CornerChunk.BITS,
                chunk -> chunk < from.cornerChunks.length
                        ? from.cornerChunks[chunk].rows()
                        : new CornerRow[CornerChunk.SIZE]);
    }

    private @Nullable ParcelRow[] parcelChunk(int slot) {
        return openParcels.computeIfAbsent(
                slot >>> ParcelChunk.BITS,
                chunk -> chunk < from.parcelChunks.length
                        ? from.parcelChunks[chunk].rows()
                        : new ParcelRow[ParcelChunk.SIZE]);
    }
}
