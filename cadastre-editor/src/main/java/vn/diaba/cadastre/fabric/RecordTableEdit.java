package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/** A change of packed parties and rights, few or many. Confined to one thread, used once. */
final class RecordTableEdit {
    private final List<@Nullable RecordChunk> packed;
    private final Map<Integer, @Nullable RecordRow[]> open = new HashMap<>();
    private final SlotIndex.Editor byId;
    private final SlotIndex.Editor byParcel;
    private final int slotsBefore;
    private int slots;
    private int size;

    RecordTableEdit(RecordTable from) {
        packed = new ArrayList<>(Arrays.asList(from.chunks));
        byId = from.byId.edit();
        byParcel = from.byParcel.edit();
        slotsBefore = from.slots();
        slots = slotsBefore;
        size = from.size();
    }

    private final SlotIndex.Ids ids = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            RecordRow[] rows = open.get(slot >>> RecordChunk.BITS);
            return rows == null ? chunk(slot).high(slot & RecordChunk.MASK) : rowOf(rows, slot).high;
        }

        @Override
        public long low(int slot) {
            RecordRow[] rows = open.get(slot >>> RecordChunk.BITS);
            return rows == null ? chunk(slot).low(slot & RecordChunk.MASK) : rowOf(rows, slot).low;
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

    private ParcelId parcel(int slot) {
        RecordRow[] rows = open.get(slot >>> RecordChunk.BITS);
        if (rows == null) {
            return chunk(slot).parcel(slot & RecordChunk.MASK);
        }
        RecordRow row = rowOf(rows, slot);
        return RecordRow.parcelOf(row.high, row.low, row.body, 0);
    }

    private static RecordRow rowOf(@Nullable RecordRow[] rows, int slot) {
        return Objects.requireNonNull(rows[slot & RecordChunk.MASK]);
    }

    private RecordChunk chunk(int slot) {
        return Objects.requireNonNull(packed.get(slot >>> RecordChunk.BITS));
    }

    private @Nullable RecordRow[] rows(int slot) {
        return open.computeIfAbsent(slot >>> RecordChunk.BITS, at -> {
            RecordChunk chunk = at < packed.size() ? packed.get(at) : null;
            return chunk == null ? new RecordRow[RecordChunk.SIZE] : chunk.rows();
        });
    }

    private RecordRow row(int slot) {
        return rowOf(rows(slot), slot);
    }

    /** Adds a record, or takes it for the one with its id. */
    void put(LandRecord entry) {
        UUID id = entry.id();
        int slot = byId.find(id.getMostSignificantBits(), id.getLeastSignificantBits(), ids);
        boolean fresh = slot < 0;
        RecordRow row = entry instanceof Right right ? RecordRow.of(right) : RecordRow.of((Party) entry);
        if (fresh) {
            slot = slots++;
            size++;
            if ((slot & RecordChunk.MASK) == 0 && slot > 0) {
                pack((slot >>> RecordChunk.BITS) - 1);
            }
        } else {
            unlink(slot);
        }
        rows(slot)[slot & RecordChunk.MASK] = row;
        if (fresh) {
            byId.put(slot, ids);
        }
        if (entry instanceof Right right) {
            link(slot, row, right.parcel());
        }
    }

    void remove(UUID id) {
        int slot = byId.find(id.getMostSignificantBits(), id.getLeastSignificantBits(), ids);
        if (slot < 0) {
            throw new IllegalArgumentException("no record " + id);
        }
        unlink(slot);
        rows(slot)[slot & RecordChunk.MASK] = null;
        byId.remove(slot, id.getMostSignificantBits(), id.getLeastSignificantBits());
        size--;
    }

    /** Puts a right before those the parcel has. */
    private void link(int slot, RecordRow row, ParcelId parcel) {
        int first = byParcel.find(parcel.high(), parcel.low(), parcelIds);
        if (first >= 0) {
            byParcel.remove(first, parcel.high(), parcel.low());
            row.next = first;
        }
        byParcel.put(slot, parcelIds);
    }

    private void unlink(int slot) {
        RecordRow row = row(slot);
        if (!RecordRow.isRight(row.body[0])) {
            return;
        }
        ParcelId parcel = parcel(slot);
        int before = byParcel.find(parcel.high(), parcel.low(), parcelIds);
        if (before == slot) {
            byParcel.remove(slot, parcel.high(), parcel.low());
            if (row.next != RecordRow.LAST) {
                byParcel.put(row.next, parcelIds);
            }
            return;
        }
        while (row(before).next != slot) {
            before = row(before).next;
        }
        row(before).next = row.next;
    }

    private void pack(int at) {
        @Nullable RecordRow[] rows = open.remove(at);
        if (rows != null) {
            RecordChunk chunk = new RecordChunk(rows, Math.min(RecordChunk.SIZE, slots - (at << RecordChunk.BITS)));
            while (packed.size() <= at) {
                packed.add(null);
            }
            packed.set(at, chunk);
        }
    }

    RecordTable done() {
        for (Integer at : open.keySet().toArray(new Integer[0])) {
            pack(at);
        }
        RecordTable table = new RecordTable(packed.toArray(new RecordChunk[0]), byId.done(), byParcel.done(), size);
        return slots > 2 * slotsBefore + RecordChunk.SIZE ? table.indexedAnew() : table;
    }
}
