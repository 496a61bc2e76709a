package vn.diaba.cadastre.fabric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** Chooses how packed land takes a list of changes: few by editing chunks, many by packing anew. */
final class LandChange {
    private static final int FEW = 2000;

    private LandChange() {}

    static Packed of(Fabric fabric, List<Change> changes) {
        Packed from = fabric.packed();
        if (changes instanceof AddedLand added && from.cornerSlots() == 0 && from.parcelSlots() == 0) {
            return added.land().packed();
        }
        if (changes instanceof RemovedLand removed) {
            if (!removed.isIn(fabric)) {
                throw new IllegalArgumentException(
                        "the act does not start from this land: not all that was added is there");
            }
            return removed.outOf(from);
        }
        if (changes.stream().noneMatch(LandChange::isOfLand)) {
            checkStart(fabric, changes);
            return from;
        }
        return isSmall(fabric, changes) ? few(fabric, changes) : many(fabric, changes);
    }

    /** Whether an act is so small that corners and parcels stay in their slots. */
    static boolean isSmall(Fabric fabric, List<Change> changes) {
        return !(changes instanceof RemovedLand) && changes.size() <= Math.max(FEW, fabric.packed().liveParcels / 20);
    }

    private static boolean isOfLand(Change change) {
        return change instanceof Change.CornerChange || change instanceof Change.ParcelChange;
    }

    static @Nullable Object current(Fabric fabric, Change change) {
        if (change instanceof Change.CornerChange corner) {
            return fabric.findCorner(corner.id()).orElse(null);
        }
        if (change instanceof Change.ParcelChange parcel) {
            return fabric.findParcel(parcel.id()).orElse(null);
        }
        if (change instanceof Change.SideChange side) {
            return fabric.records().sides.find(side.id());
        }
        return fabric.records().find(((Change.RecordChange) change).id());
    }

    private static void checkStart(Fabric fabric, List<Change> changes) {
        for (Change change : changes) {
            if (!Objects.equals(current(fabric, change), change.before())) {
                throw new IllegalArgumentException("the act does not start from this land: " + change.id());
            }
        }
    }

    private static Packed few(Fabric fabric, List<Change> changes) {
        FabricEdit edit = new FabricEdit(fabric.packed());
        boolean touches = false;
        checkStart(fabric, changes);
        for (Change change : changes) {
            if (change instanceof Change.CornerChange corner && corner.after() != null) {
                edit.putCorner(corner.after());
                touches = true;
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.ParcelChange parcel) {
                Parcel after = parcel.after();
                if (after == null) {
                    edit.removeParcel(parcel.id());
                } else {
                    edit.putParcel(after);
                }
                touches = true;
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.CornerChange corner && corner.after() == null) {
                edit.removeCorner(corner.id());
                touches = true;
            }
        }
        return touches ? edit.done() : fabric.packed();
    }

    private static Packed many(Fabric fabric, List<Change> changes) {
        Packed from = fabric.packed();
        Map<CornerId, @Nullable Corner> corners = new HashMap<>();
        Map<ParcelId, @Nullable Parcel> parcels = new HashMap<>();
        for (Change change : changes) {
            if (change.before() == null ? current(fabric, change) != null : current(fabric, change) == null) {
                throw new IllegalArgumentException("the act does not start from this land: " + change.id());
            }
            if (change instanceof Change.CornerChange corner) {
                corners.put(corner.id(), corner.after());
            } else if (change instanceof Change.ParcelChange parcel) {
                parcels.put(parcel.id(), parcel.after());
            }
        }
        FabricPacker packer = new FabricPacker();
        int[] newSlot = new int[from.cornerSlots()];
        Map<CornerId, Integer> fresh = new HashMap<>();
        for (int slot = 0; slot < newSlot.length; slot++) {
            newSlot[slot] = -1;
            if (from.isLiveCorner(slot)) {
                Corner now = fabric.cornerAt(slot);
                Corner after = corners.containsKey(now.id()) ? corners.remove(now.id()) : now;
                newSlot[slot] = after == null ? -1 : add(packer, after);
            }
        }
        corners.forEach((id, corner) -> {
            if (corner != null) {
                fresh.put(id, add(packer, corner));
            }
        });
        for (int slot = 0; slot < from.parcelSlots(); slot++) {
            ParcelRow row = from.parcelRow(slot);
            if (row != null) {
                ParcelId id = new ParcelId(row.high, row.low);
                if (parcels.containsKey(id)) {
                    addParcel(packer, parcels.remove(id), corner -> slotOf(from, newSlot, fresh, corner));
                } else {
                    packer.parcel(renumbered(row, newSlot));
                }
            }
        }
        for (Parcel parcel : parcels.values()) {
            addParcel(packer, parcel, corner -> slotOf(from, newSlot, fresh, corner));
        }
        return packer.pack();
    }

    static int add(FabricPacker packer, Corner corner) {
        return packer.corner(
                corner.id().high(),
                corner.id().low(),
                corner.position().gridEast(),
                corner.position().gridNorth(),
                CornerNotes.of(corner));
    }

    static void addParcel(
            FabricPacker packer, @Nullable Parcel parcel, java.util.function.ToIntFunction<CornerId> slotOf) {
        if (parcel != null) {
            ParcelRow row = new ParcelRow(
                    parcel.id().high(), parcel.id().low(), ParcelRow.kindOf(parcel), ParcelBody.whole(parcel));
            row.outline(
                    parcel.rings()
                            .map(ring ->
                                    ring.corners().stream().mapToInt(slotOf).toArray())
                            .toArray(int[][]::new),
                    ParcelRow.shells(parcel));
            packer.parcel(row);
        }
    }

    private static int slotOf(Packed from, int[] newSlot, Map<CornerId, Integer> fresh, CornerId id) {
        Integer added = fresh.get(id);
        int old = added == null ? from.findCorner(id.high(), id.low()) : -1;
        int slot = added != null ? added : old < 0 ? -1 : newSlot[old];
        if (slot < 0) {
            throw new IllegalArgumentException("no corner " + id);
        }
        return slot;
    }

    static ParcelRow renumbered(ParcelRow row, int[] newSlot) {
        int[][] rings = new int[row.rings.length][];
        for (int r = 0; r < rings.length; r++) {
            rings[r] = new int[row.rings[r].length];
            for (int i = 0; i < rings[r].length; i++) {
                rings[r][i] = newSlot[row.rings[r][i]];
                if (rings[r][i] < 0) {
                    throw new IllegalArgumentException("a corner that is removed is still used by a parcel");
                }
            }
        }
        ParcelRow copy = new ParcelRow(row.high, row.low, row.kind, row.body);
        copy.outline(rings, row.shells);
        return copy;
    }
}
