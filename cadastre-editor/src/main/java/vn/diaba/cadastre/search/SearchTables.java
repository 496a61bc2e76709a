package vn.diaba.cadastre.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/** All words and keys of the live parcels of a fabric, with their slots. Immutable. */
final class SearchTables {
    /** Stands for the name of a holder who has none. */
    static final String NAMELESS = "";

    private static final int OFTEN = 0xFFF;

    private final WordTable numbers;
    private final WordTable holders;
    private final WordTable addresses;
    private final KeyTable keys;
    private final KeyTable papers;
    private final UUID[] paperIds;

    private SearchTables(Reading read) {
        numbers = read.numbers.done();
        holders = read.holders.done();
        addresses = read.addresses.done();
        keys = read.keys.done();
        papers = read.papers.done();
        paperIds = read.paperIds.toArray(UUID[]::new);
    }

    /** Reads all live parcels and what is held of them; about 3 µs a parcel. */
    static SearchTables of(Fabric land, Progress progress) {
        Reading read = new Reading(land);
        ParcelCursor cursor = land.cursor();
        int slots = land.parcelSlots();
        for (int slot = 0; slot < slots; slot++) {
            if (cursor.at(slot)) {
                read.parcel(cursor);
            }
            if ((slot & OFTEN) == OFTEN) {
                progress.checkCancelled();
                progress.done(slot, slots);
            }
        }
        land.forEachPlaceless(Paper.class, read::paper);
        return new SearchTables(read);
    }

    void byKey(BitSet slots, SearchIndex.Key key, String text) {
        if (key == SearchIndex.Key.NUMBER) {
            numbers.addTo(slots, ParcelNumber.canonical(text));
        } else {
            keys.addTo(slots, key.ordinal(), text);
        }
    }

    /** Adds the ids of all papers that a number may mean. */
    void byPaper(Collection<UUID> ids, PaperNumber number) {
        BitSet found = new BitSet();
        papers.addTo(found, 0, number.plain());
        found.stream().forEach(i -> ids.add(paperIds[i]));
    }

    void byHolder(BitSet slots, PlainWords words) {
        all(slots, words, holders);
    }

    void nameless(BitSet slots) {
        holders.addTo(slots, NAMELESS);
    }

    void byAddress(BitSet slots, PlainWords words) {
        all(slots, words, addresses);
    }

    /** Adds the slots at which each of the words begins some word. */
    private static void all(BitSet slots, PlainWords words, WordTable table) {
        BitSet common = null;
        for (String word : words.each()) {
            BitSet one = new BitSet();
            table.addTo(one, word);
            if (common == null) {
                common = one;
            } else {
                common.and(one);
            }
        }
        if (common != null) {
            slots.or(common);
        }
    }

    /** What was read so far. Confined to one thread. */
    private static final class Reading {
        private final Fabric land;
        private final WordTable.Builder numbers = new WordTable.Builder(false);
        private final WordTable.Builder holders = new WordTable.Builder(true);
        private final WordTable.Builder addresses = new WordTable.Builder(true);
        private final KeyTable.Builder keys = new KeyTable.Builder();
        private final KeyTable.Builder papers = new KeyTable.Builder();
        private final List<UUID> paperIds = new ArrayList<>();

        Reading(Fabric land) {
            this.land = land;
        }

        void paper(Paper paper) {
            papers.add(0, PaperNumber.of(paper.number()).plain(), paperIds.size());
            papers.add(0, PaperNumber.of(paper.bookNumber()).plain(), paperIds.size());
            paperIds.add(paper.id());
        }

        void parcel(ParcelCursor at) {
            int slot = at.slot();
            numbers.add(ParcelNumber.canonical(at.number()), slot);
            key(SearchIndex.Key.OLD_NUMBER, at.oldNumber(), slot);
            key(SearchIndex.Key.SOURCE, at.sourceId(), slot);
            key(SearchIndex.Key.CODE, at.code(), slot);
            String address = at.address();
            if (!address.isEmpty()) {
                PlainWords.of(address).each().forEach(word -> addresses.add(word, slot));
            }
            for (Right right : land.rightsOf(at.id())) {
                Optional<LandRecord> holder = land.findRecord(right.party());
                if (holder.isPresent() && holder.get() instanceof Party party) {
                    key(SearchIndex.Key.ID_NUMBER, party.idNumber(), slot);
                    name(party.name(), slot);
                } else {
                    holders.add(NAMELESS, slot);
                }
            }
        }

        private void key(SearchIndex.Key key, String text, int slot) {
            keys.add(key.ordinal(), text, slot);
        }

        private void name(String name, int slot) {
            PlainWords words = PlainWords.of(name);
            words.each().forEach(word -> holders.add(word, slot));
            if (words.isEmpty()) {
                holders.add(NAMELESS, slot);
            }
        }
    }
}
