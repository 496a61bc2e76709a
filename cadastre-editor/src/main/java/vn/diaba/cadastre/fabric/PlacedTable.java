package vn.diaba.cadastre.fabric;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.PlacedRecord;

/**
 * The placed records of a fabric by place: chunks of slots and a tree over their extents. A change set copies only the
 * chunks it touches; very many changes build it anew. Immutable.
 */
final class PlacedTable {
    static final PlacedTable EMPTY = new PlacedTable(new PlacedRecord[0][], 0, 0, Boxes.EMPTY);
    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;
    private static final int FEW = 2000;

    private final @Nullable PlacedRecord[][] chunks;
    private final int slots;
    private final int live;
    private final Boxes boxes;

    private PlacedTable(@Nullable PlacedRecord[][] chunks, int slots, int live, Boxes boxes) {
        this.chunks = chunks;
        this.slots = slots;
        this.live = live;
        this.boxes = boxes;
    }

    int size() {
        return live;
    }

    /** The table of all placed ones among records. */
    static PlacedTable over(ChunkedMap<?, LandRecord> records) {
        Builder builder = new Builder(EMPTY);
        records.forEach((id, entry) -> {
            if (entry instanceof PlacedRecord placed) {
                builder.add(placed);
            }
        });
        return builder.anew();
    }

    /**
     * The table after changes.
     *
     * @param changes at most one for each record
     * @param after all records after the changes
     */
    PlacedTable with(List<Change.RecordChange> changes, ChunkedMap<?, LandRecord> after) {
        if (changes.size() > Math.max(FEW, live / 4)) {
            return over(after);
        }
        Builder builder = new Builder(this);
        for (Change.RecordChange change : changes) {
            PlacedRecord placed = change.after() instanceof PlacedRecord now ? now : null;
            int slot = change.before() instanceof PlacedRecord was ? slotOf(was) : -1;
            if (slot >= 0) {
                builder.set(slot, placed);
            } else if (placed != null) {
                builder.add(placed);
            }
        }
        return builder.done();
    }

    private int slotOf(PlacedRecord wanted) {
        int[] found = {-1};
        boxes.query(wanted.extent(), slot -> {
            PlacedRecord here = at(slot);
            if (here != null && here.id().equals(wanted.id())) {
                found[0] = slot;
            }
        });
        return found[0];
    }

    private @Nullable PlacedRecord at(int slot) {
        return chunks[slot >>> BITS][slot & MASK];
    }

    /** Calls back with each record whose extent meets a window, in no order. */
    void in(Extent window, Consumer<PlacedRecord> found) {
        boxes.query(window, slot -> {
            PlacedRecord here = at(slot);
            if (here != null && here.extent().intersects(window)) {
                found.accept(here);
            }
        });
    }

    /** Calls back with each record, in the order they came. */
    void forEach(Consumer<PlacedRecord> action) {
        for (int slot = 0; slot < slots; slot++) {
            PlacedRecord here = at(slot);
            if (here != null) {
                action.accept(here);
            }
        }
    }

    /** Collects changes to a table. Confined to one thread, used once. */
    private static final class Builder {
        private final PlacedTable from;
        private @Nullable PlacedRecord[][] chunks;
        private boolean[] owned;
        private int slots;
        private int live;
        private final IntList changed = new IntList(16);

        Builder(PlacedTable from) {
            this.from = from;
            chunks = from.chunks.clone();
            owned = new boolean[chunks.length];
            slots = from.slots;
            live = from.live;
        }

        void add(PlacedRecord placed) {
            set(slots++, placed);
        }

        void set(int slot, @Nullable PlacedRecord placed) {
            int chunk = slot >>> BITS;
            if (chunk >= chunks.length) {
                chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 3 / 2));
                owned = Arrays.copyOf(owned, chunks.length);
            }
            if (!owned[chunk]) {
                chunks[chunk] = chunks[chunk] == null ? new PlacedRecord[SIZE] : chunks[chunk].clone();
                owned[chunk] = true;
            }
            live += (placed == null ? 0 : 1) - (chunks[chunk][slot & MASK] == null ? 0 : 1);
            chunks[chunk][slot & MASK] = placed;
            changed.add(slot);
        }

        private @Nullable Extent extent(int slot) {
            PlacedRecord here = chunks[slot >>> BITS][slot & MASK];
            return here == null ? null : here.extent();
        }

        PlacedTable anew() {
            return new PlacedTable(chunks, slots, live, Boxes.over(slots, this::extent));
        }

        PlacedTable done() {
            return new PlacedTable(chunks, slots, live, from.boxes.with(changed.toArray(), slots, this::extent));
        }
    }
}
