package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Extent;

/**
 * Packs many corners and parcels at once: counts the uses of each corner, finds who lies across each side, builds the
 * indexes. Confined to one thread.
 */
final class FabricPacker {
    private final LongList cornerHigh = new LongList(1024);
    private final LongList cornerLow = new LongList(1024);
    private final LongList cornerEast = new LongList(1024);
    private final LongList cornerNorth = new LongList(1024);
    private final List<@Nullable CornerNotes> notes = new ArrayList<>();
    private final List<ParcelRow> parcels = new ArrayList<>();
    private int sides;

    /** Adds a corner and returns its slot. */
    int corner(long high, long low, long gridEast, long gridNorth, @Nullable CornerNotes note) {
        cornerHigh.add(high);
        cornerLow.add(low);
        cornerEast.add(gridEast);
        cornerNorth.add(gridNorth);
        if (note != null) {
            while (notes.size() < cornerLow.size) {
                notes.add(null);
            }
            notes.set(cornerLow.size - 1, note);
        }
        return cornerLow.size - 1;
    }

    /** Adds a parcel whose rings cite slots of corners added before or after it. */
    void parcel(ParcelRow row) {
        parcels.add(row);
        for (int[] ring : row.rings) {
            sides += ring.length;
        }
    }

    Packed pack() {
        findAcross();
        int[] useEnd = new int[cornerLow.size + 1];
        int[] uses = uses(useEnd);
        CornerChunk[] cornerChunks = packCorners(useEnd, uses);
        SlotIndex.Editor byCorner = SlotIndex.editorFor(cornerLow.size);
        SlotIndex.Ids cornerIds = ids(cornerHigh, cornerLow);
        for (int slot = 0; slot < cornerLow.size; slot++) {
            byCorner.put(slot, cornerIds);
        }
        ParcelChunk[] parcelChunks = packParcels();
        SlotIndex.Editor byParcel = SlotIndex.editorFor(parcels.size());
        SlotIndex.Ids parcelIds = new SlotIndex.Ids() {
            @Override
            public long high(int slot) {
                return parcels.get(slot).high;
            }

            @Override
            public long low(int slot) {
                return parcels.get(slot).low;
            }
        };
        int live = 0;
        for (int slot = 0; slot < parcels.size(); slot++) {
            byParcel.put(slot, parcelIds);
            live += parcels.get(slot).rings.length > 0 ? 1 : 0;
        }
        Packed bare = new Packed(cornerChunks, parcelChunks, byCorner.done(), byParcel.done(), Boxes.EMPTY, new int[] {
            cornerLow.size, live
        });
        return new Packed(
                cornerChunks,
                parcelChunks,
                bare.cornerIndex,
                bare.parcelIndex,
                Boxes.over(parcels.size(), extents(bare)),
                new int[] {cornerLow.size, live});
    }

    static Boxes.ExtentOf extents(Packed packed) {
        ParcelCursor cursor = new ParcelCursor(packed);
        return slot -> cursor.at(slot) ? cursor.extent() : (Extent) null;
    }

    private static SlotIndex.Ids ids(LongList high, LongList low) {
        return new SlotIndex.Ids() {
            @Override
            public long high(int slot) {
                return high.items[slot];
            }

            @Override
            public long low(int slot) {
                return low.items[slot];
            }
        };
    }

    private CornerChunk[] packCorners(int[] useEnd, int[] uses) {
        int n = cornerLow.size;
        CornerChunk[] chunks = new CornerChunk[(n + CornerChunk.SIZE - 1) / CornerChunk.SIZE];
        CornerRow[] rows = new CornerRow[CornerChunk.SIZE];
        for (int c = 0; c < chunks.length; c++) {
            int from = c * CornerChunk.SIZE;
            int count = Math.min(CornerChunk.SIZE, n - from);
            for (int i = 0; i < count; i++) {
                int slot = from + i;
                CornerRow row = new CornerRow(
                        cornerHigh.items[slot], cornerLow.items[slot], cornerEast.items[slot], cornerNorth.items[slot]);
                row.uses = java.util.Arrays.copyOfRange(uses, useEnd[slot], useEnd[slot + 1]);
                row.notes = slot < notes.size() ? notes.get(slot) : null;
                rows[i] = row;
            }
            chunks[c] = new CornerChunk(rows, count);
        }
        return chunks;
    }

    private ParcelChunk[] packParcels() {
        int n = parcels.size();
        ParcelChunk[] chunks = new ParcelChunk[(n + ParcelChunk.SIZE - 1) / ParcelChunk.SIZE];
        for (int c = 0; c < chunks.length; c++) {
            int from = c * ParcelChunk.SIZE;
            int to = Math.min(from + ParcelChunk.SIZE, n);
            chunks[c] = new ParcelChunk(parcels.subList(from, to).toArray(new ParcelRow[0]), to - from);
        }
        return chunks;
    }

    /** For each corner the parcels that use it, once each; {@code useEnd[slot]} to {@code useEnd[slot + 1]}. */
    private int[] uses(int[] useEnd) {
        int[] last = new int[cornerLow.size];
        java.util.Arrays.fill(last, -1);
        for (int p = 0; p < parcels.size(); p++) {
            for (int[] ring : parcels.get(p).rings) {
                for (int corner : ring) {
                    if (last[corner] != p) {
                        last[corner] = p;
                        useEnd[corner + 1]++;
                    }
                }
            }
        }
        for (int i = 1; i < useEnd.length; i++) {
            useEnd[i] += useEnd[i - 1];
        }
        int[] uses = new int[useEnd[useEnd.length - 1]];
        int[] next = useEnd.clone();
        java.util.Arrays.fill(last, -1);
        for (int p = 0; p < parcels.size(); p++) {
            for (int[] ring : parcels.get(p).rings) {
                for (int corner : ring) {
                    if (last[corner] != p) {
                        last[corner] = p;
                        uses[next[corner]++] = p;
                    }
                }
            }
        }
        return uses;
    }

    private void findAcross() {
        SideGroups groups = new SideGroups(sides);
        for (int p = 0; p < parcels.size(); p++) {
            ParcelRow row = parcels.get(p);
            for (int[] ring : row.rings) {
                for (int i = 0; i < ring.length; i++) {
                    groups.add(ring[i], ring[i + 1 == ring.length ? 0 : i + 1], p);
                }
            }
        }
        int side = 0;
        for (ParcelRow row : parcels) {
            for (int[] across : row.across) {
                for (int i = 0; i < across.length; i++) {
                    across[i] = groups.across(side++);
                }
            }
        }
    }
}
