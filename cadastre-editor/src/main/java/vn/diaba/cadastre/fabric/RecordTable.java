package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Right;

/**
 * Parties and rights packed in chunks, found by id, the rights also by parcel: the first of a parcel by an index, each
 * further one from the one before. A record takes about 40 bytes. Immutable; edits share untouched chunks.
 */
final class RecordTable {
    static final RecordTable EMPTY = new RecordTable(new RecordChunk[0], SlotIndex.EMPTY, SlotIndex.EMPTY, 0);

    final RecordChunk[] chunks;
    final SlotIndex byId;
    final SlotIndex byParcel;
    private final int size;

    RecordTable(RecordChunk[] chunks, SlotIndex byId, SlotIndex byParcel, int size) {
        this.chunks = chunks;
        this.byId = byId;
        this.byParcel = byParcel;
        this.size = size;
    }

    /** Reads all but the bodies. */
    RecordTable(ArrayIn in) throws IOException {
        chunks = new RecordChunk[in.length()];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new RecordChunk(in);
        }
        byId = new SlotIndex(in);
        byParcel = new SlotIndex(in);
        size = in.number();
    }

    /** Writes all but the bodies. */
    void write(ArrayOut out) throws IOException {
        out.number(chunks.length);
        for (RecordChunk chunk : chunks) {
            chunk.write(out);
        }
        byId.write(out);
        byParcel.write(out);
        out.number(size);
    }

    private final SlotIndex.Ids ids = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            return chunk(slot).high(slot & RecordChunk.MASK);
        }

        @Override
        public long low(int slot) {
            return chunk(slot).low(slot & RecordChunk.MASK);
        }
    };

    private final SlotIndex.Ids parcelIds = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            return parcel(slot).high();
        }

        @Override
        public long low(int slot) {
            return parcel(slot).low();
        }
    };

    private RecordChunk chunk(int slot) {
        return chunks[slot >>> RecordChunk.BITS];
    }

    private ParcelId parcel(int slot) {
        return chunk(slot).parcel(slot & RecordChunk.MASK);
    }

    /** Records there are. */
    int size() {
        return size;
    }

    /** Slots run from 0 to this number, some of them empty. */
    int slots() {
        int n = chunks.length;
        return n == 0 ? 0 : (n - 1) * RecordChunk.SIZE + chunks[n - 1].count();
    }

    /** The slot of a record, or −1. */
    int slotOf(UUID id) {
        return byId.find(id.getMostSignificantBits(), id.getLeastSignificantBits(), ids);
    }

    /** The slot of the first right on a parcel, or −1. */
    int firstRight(ParcelId parcel) {
        return byParcel.find(parcel.high(), parcel.low(), parcelIds);
    }

    @Nullable
    LandRecord find(UUID id) {
        int slot = slotOf(id);
        return slot < 0 ? null : at(slot);
    }

    /** The record in a slot that is not empty. */
    LandRecord at(int slot) {
        return chunk(slot).entry(slot & RecordChunk.MASK);
    }

    List<Right> rightsOf(ParcelId parcel) {
        List<Right> rights = new ArrayList<>();
        for (int slot = firstRight(parcel); slot >= 0; slot = chunk(slot).next(slot & RecordChunk.MASK)) {
            rights.add((Right) at(slot));
        }
        return rights;
    }

    /** Calls back with every record in the order of slots. */
    void forEach(Consumer<LandRecord> action) {
        for (RecordChunk chunk : chunks) {
            for (int i = 0; i < chunk.count(); i++) {
                if (chunk.isLive(i)) {
                    action.accept(chunk.entry(i));
                }
            }
        }
    }

    /** The same records under indexes no larger than they must be. */
    RecordTable indexedAnew() {
        SlotIndex.Editor all = SlotIndex.editorFor(size);
        int parcels = 0;
        for (int slot = 0; slot < slots(); slot++) {
            if (chunk(slot).isLive(slot & RecordChunk.MASK)) {
                all.put(slot, ids);
                parcels += isFirstRight(slot) ? 1 : 0;
            }
        }
        SlotIndex.Editor first = SlotIndex.editorFor(parcels);
        for (int slot = 0; slot < slots(); slot++) {
            if (isFirstRight(slot)) {
                first.put(slot, parcelIds);
            }
        }
        return new RecordTable(chunks, all.done(), first.done(), size);
    }

    private boolean isFirstRight(int slot) {
        return chunk(slot).isRight(slot & RecordChunk.MASK) && firstRight(parcel(slot)) == slot;
    }

    RecordTableEdit edit() {
        return new RecordTableEdit(this);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RecordTable table) || table.size != size) {
            return false;
        }
        boolean[] equal = {true};
        forEach(entry -> equal[0] &= entry.equals(table.find(entry.id())));
        return equal[0];
    }

    @Override
    public int hashCode() {
        return size;
    }
}
