package vn.diaba.cadastre.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricCompanion;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/**
 * Where words and keys stand in a fabric, as of when all of it was read, and what acts have touched since. All that is
 * touched counts as a candidate for everything; when that is too much, the index ends and another has to be made.
 * Immutable but for the one moment when it is ready; safe for all threads.
 */
public final class SearchIndex implements FabricCompanion {
    private static final int MOST_TOUCHED = 4096;

    private final Reading reading;
    private final int[] touched;
    private final Set<UUID> touchedPapers;

    private SearchIndex(Reading reading, int[] touched, Set<UUID> touchedPapers) {
        this.reading = reading;
        this.touched = touched;
        this.touchedPapers = touchedPapers;
    }

    /** What finds a parcel, or few, when it is known whole. */
    public enum Key {
        /** The number on the sheet, leading zeros of no account. */
        NUMBER,
        /** The former {@code sheet/number}. */
        OLD_NUMBER,
        /** The permanent code. */
        CODE,
        /** The key the parcel had in its source. */
        SOURCE,
        /** The personal or tax number of a holder. */
        ID_NUMBER
    }

    /** The tables shared by all indexes that come from one reading; none before it has ended. */
    private static final class Reading {
        private volatile @Nullable SearchTables tables;
        private volatile boolean isGivenUp;
    }

    /**
     * Reads all of a fabric, about 3 µs a parcel, so that it and those that acts make of it have an index; acts may be
     * done meanwhile. Does nothing where there is one or is about to be.
     *
     * @throws CancelledException on request; there is no index then
     */
    public static void prepare(Fabric land, Progress progress) {
        if (isUnderWay(land)) {
            return;
        }
        Reading reading = new Reading();
        land.accompany(new SearchIndex(reading, new int[0], Set.of()));
        try {
            reading.tables = SearchTables.of(land, progress);
        } finally {
            reading.isGivenUp = reading.tables == null;
        }
    }

    /** Whether a fabric has an index or will soon. */
    public static boolean isUnderWay(Fabric land) {
        return land.companion().orElse(null) instanceof SearchIndex known && !known.reading.isGivenUp;
    }

    /** The index of a fabric, if it is ready. */
    public static Optional<SearchIndex> of(Fabric land) {
        return land.companion()
                .map(companion ->
                        companion instanceof SearchIndex index && index.reading.tables != null ? index : null);
    }

    /** The slots of all parcels that a key may mean, ascending. */
    public IntStream byKey(Key key, String text) {
        BitSet slots = new BitSet();
        tables().byKey(slots, key, text);
        return candidates(slots);
    }

    /** The slots of all parcels of which holders' names may begin with these words, ascending; at least one word. */
    public IntStream byHolder(PlainWords words) {
        BitSet slots = new BitSet();
        tables().byHolder(slots, words);
        return candidates(slots);
    }

    /** The slots of all parcels of which words of the address may begin with these, ascending; at least one word. */
    public IntStream byAddress(PlainWords words) {
        BitSet slots = new BitSet();
        tables().byAddress(slots, words);
        return candidates(slots);
    }

    /** The ids of all papers that a number may mean, or may have meant, in the order of their letters. */
    public Stream<UUID> byPaper(PaperNumber number) {
        Set<UUID> ids = new HashSet<>(touchedPapers);
        tables().byPaper(ids, number);
        return ids.stream().sorted(Comparator.comparing(UUID::toString));
    }

    private SearchTables tables() {
        SearchTables ready = reading.tables;
        if (ready == null) {
            throw new IllegalStateException("the index is not ready");
        }
        return ready;
    }

    private IntStream candidates(BitSet slots) {
        for (int slot : touched) {
            slots.set(slot);
        }
        return slots.stream();
    }

    @Override
    public @Nullable FabricCompanion after(Fabric before, Fabric after, List<Change> changes) {
        BitSet fresh = new BitSet();
        Set<UUID> papers = new HashSet<>(touchedPapers);
        for (Change change : changes) {
            if (change instanceof Change.ParcelChange parcel) {
                touch(fresh, after, parcel.id());
            } else if (change instanceof Change.RecordChange entry) {
                if (entry.before() instanceof Paper || entry.after() instanceof Paper) {
                    papers.add(entry.id());
                } else if (!entry(fresh, before, after, entry)) {
                    return null;
                }
            }
        }
        if (fresh.isEmpty() && papers.size() == touchedPapers.size()) {
            return this;
        }
        for (int slot : touched) {
            fresh.set(slot);
        }
        int[] all = fresh.stream().toArray();
        boolean isTooMuch = all.length > MOST_TOUCHED || papers.size() > MOST_TOUCHED;
        return isTooMuch ? null : new SearchIndex(reading, all, Set.copyOf(papers));
    }

    private static void touch(BitSet slots, Fabric land, ParcelId parcel) {
        int slot = land.slotOf(parcel);
        if (slot >= 0) {
            slots.set(slot);
        }
    }

    /** Touches what a record tells of; false where that cannot be known yet. */
    private boolean entry(BitSet slots, Fabric before, Fabric after, Change.RecordChange change) {
        for (@Nullable LandRecord state : Arrays.asList(change.before(), change.after())) {
            if (state instanceof Right right) {
                touch(slots, after, right.parcel());
            }
        }
        if (!(change.before() instanceof Party) && !(change.after() instanceof Party)) {
            return true;
        }
        SearchTables ready = reading.tables;
        if (ready == null) {
            return false;
        }
        PlainWords name = PlainWords.of(change.before() instanceof Party was ? was.name() : "");
        BitSet held = new BitSet();
        if (name.isEmpty()) {
            ready.nameless(held);
        } else {
            ready.byHolder(held, name);
        }
        ParcelCursor cursor = after.cursor();
        held.stream()
                .filter(slot -> slot < after.parcelSlots() && cursor.at(slot))
                .forEach(slot -> {
                    if (isHeldBy(before, cursor.id(), change.id())) {
                        slots.set(slot);
                    }
                });
        return true;
    }

    private static boolean isHeldBy(Fabric land, ParcelId parcel, UUID party) {
        return land.rightsOf(parcel).stream().anyMatch(right -> right.party().equals(party));
    }
}
