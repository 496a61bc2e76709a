package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.Right;

/**
 * Facts of sides, parties and rights, placed records, and those without a place: cases, papers, attachments, records of newer
 * kinds. Immutable.
 */
final class Records {
    static final Records EMPTY = new Records(
            ChunkedMap.empty(), RecordTable.EMPTY, ChunkedMap.empty(), PlacedTable.EMPTY, ChunkedMap.empty());

    final ChunkedMap<SideKey, SideFacts> sides;
    /** Parties and rights. */
    final RecordTable holdings;

    final PlacedTable placed;
    /** Cases, papers, attachments, and records of kinds that only a newer version knows. */
    private final ChunkedMap<UUID, LandRecord> placeless;

    private final ChunkedMap<UUID, LandRecord> placedById;

    private Records(
            ChunkedMap<SideKey, SideFacts> sides,
            RecordTable holdings,
            ChunkedMap<UUID, LandRecord> placedById,
            PlacedTable placed,
            ChunkedMap<UUID, LandRecord> placeless) {
        this.sides = sides;
        this.holdings = holdings;
        this.placedById = placedById;
        this.placed = placed;
        this.placeless = placeless;
    }

    List<Right> rightsOf(ParcelId parcel) {
        return holdings.rightsOf(parcel);
    }

    @Nullable
    LandRecord find(UUID id) {
        LandRecord holding = holdings.find(id);
        LandRecord known = holding == null ? placedById.find(id) : holding;
        return known == null ? placeless.find(id) : known;
    }

    private static boolean isPlaceless(@Nullable LandRecord entry) {
        return entry instanceof CaseFile
                || entry instanceof Paper
                || entry instanceof Attachment
                || entry instanceof NewerRecord;
    }

    <T extends LandRecord> void placeless(Class<T> kind, Consumer<? super T> action) {
        placeless.forEach((id, entry) -> {
            if (kind.isInstance(entry)) {
                action.accept(kind.cast(entry));
            }
        });
    }

    <T extends LandRecord> List<T> sorted(Class<T> kind, Function<T, String> name) {
        List<T> all = new ArrayList<>();
        placeless(kind, all::add);
        all.sort(Comparator.comparing(name).thenComparing(LandRecord::id));
        return all;
    }

    void forEach(Consumer<LandRecord> action) {
        holdings.forEach(action);
        placed.forEach(action::accept);
        placeless.forEach((id, entry) -> action.accept(entry));
    }

    Records apply(List<Change> changes) {
        if (changes instanceof AddedLand added) {
            return this == EMPTY ? added.land().records() : merged(added.land().records());
        }
        if (changes instanceof RemovedLand removed) {
            return without(removed.inverse().land().records());
        }
        Editor editor = edit();
        for (Change change : changes) {
            if (change instanceof Change.SideChange side) {
                editor.putSide(side.id(), side.after());
            } else if (change instanceof Change.RecordChange entry) {
                editor.take(entry);
            }
        }
        return editor.done();
    }

    private Records merged(Records more) {
        Editor editor = edit();
        more.sides.forEach(editor::putSide);
        more.forEach(editor::put);
        return editor.done();
    }

    /** The rest when all of some records go that are here. */
    private Records without(Records less) {
        Editor editor = edit();
        boolean all = less.holdings.size() == holdings.size();
        less.sides.forEach((key, facts) -> editor.putSide(key, null));
        less.forEach(entry -> {
            if (!all || entry instanceof PlacedRecord || isPlaceless(entry)) {
                editor.take(new Change.RecordChange(entry.id(), entry, null));
            }
        });
        Records rest = editor.done();
        return all ? new Records(rest.sides, RecordTable.EMPTY, rest.placedById, rest.placed, rest.placeless) : rest;
    }

    /** The same with parties and rights that were packed already in place of its own. */
    Records with(RecordTable packed) {
        return new Records(sides, packed, placedById, placed, placeless);
    }

    Editor edit() {
        return new Editor(this);
    }

    /** Collects changes of records, few or many. Confined to one thread, used once. */
    static final class Editor {
        private final Records from;
        private final Map<SideKey, @Nullable SideFacts> sides = new HashMap<>();
        private final Map<UUID, @Nullable LandRecord> byId = new HashMap<>();
        private final Map<UUID, @Nullable LandRecord> others = new HashMap<>();
        private final List<Change.RecordChange> places = new ArrayList<>();
        private @Nullable RecordTableEdit holdings;

        private Editor(Records from) {
            this.from = from;
        }

        /** What is known of a side; null for nothing any more. */
        void putSide(SideKey key, @Nullable SideFacts facts) {
            sides.put(key, facts);
        }

        /** Adds a record that is not there. */
        void put(LandRecord entry) {
            if (entry instanceof PlacedRecord) {
                place(new Change.RecordChange(entry.id(), null, entry));
            } else if (isPlaceless(entry)) {
                others.put(entry.id(), entry);
            } else {
                holdings().put(entry);
            }
        }

        private void take(Change.RecordChange change) {
            LandRecord after = change.after();
            if (after instanceof PlacedRecord || change.before() instanceof PlacedRecord) {
                place(change);
            } else if (isPlaceless(after) || isPlaceless(change.before())) {
                others.put(change.id(), after);
            } else if (after != null) {
                holdings().put(after);
            } else if (change.before() != null) {
                holdings().remove(change.id());
            }
        }

        private void place(Change.RecordChange change) {
            byId.put(change.id(), change.after());
            places.add(change);
        }

        private RecordTableEdit holdings() {
            RecordTableEdit edit = holdings == null ? from.holdings.edit() : holdings;
            holdings = edit;
            return edit;
        }

        Records done() {
            if (sides.isEmpty() && places.isEmpty() && others.isEmpty() && holdings == null) {
                return from;
            }
            ChunkedMap<UUID, LandRecord> all = from.placedById.with(byId);
            return new Records(
                    from.sides.with(sides),
                    holdings == null ? from.holdings : holdings.done(),
                    all,
                    places.isEmpty() ? from.placed : from.placed.with(places, all),
                    from.placeless.with(others));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Records same
                && sides.equals(same.sides)
                && holdings.equals(same.holdings)
                && placedById.equals(same.placedById)
                && placeless.equals(same.placeless);
    }

    @Override
    public int hashCode() {
        return holdings.size();
    }
}
