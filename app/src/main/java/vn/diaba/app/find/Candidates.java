package vn.diaba.app.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.search.PaperNumber;
import vn.diaba.cadastre.search.PlainWords;
import vn.diaba.cadastre.search.SearchIndex;

/**
 * Where a search looks: at the parcels an index names, or at all of them where there is none. Whoever searches looks at
 * each himself, so that both ways find the same. Slots come in ascending order. Immutable.
 */
final class Candidates {
    private final Fabric fabric;
    private final Optional<SearchIndex> index;

    private Candidates(Fabric fabric, Optional<SearchIndex> index) {
        this.fabric = fabric;
        this.index = index;
    }

    /** Those the fabric's index names, if it has one. */
    static Candidates of(Fabric fabric) {
        return new Candidates(fabric, SearchIndex.of(fabric));
    }

    /** All parcels. */
    static Candidates all(Fabric fabric) {
        return new Candidates(fabric, Optional.empty());
    }

    Fabric fabric() {
        return fabric;
    }

    IntStream byKey(SearchIndex.Key key, String text) {
        return index.map(known -> known.byKey(key, text)).orElseGet(this::slots);
    }

    IntStream byAddress(PlainWords words) {
        if (words.isEmpty()) {
            return IntStream.empty();
        }
        return index.map(known -> known.byAddress(words)).orElseGet(this::slots);
    }

    /** Parcels held by someone of that number, or of such a name. */
    IntStream byHolder(String idNumber, PlainWords words) {
        if (index.isEmpty()) {
            return held(party -> party.idNumber().equals(idNumber) || words.begin(party.name()));
        }
        IntStream numbered = index.get().byKey(SearchIndex.Key.ID_NUMBER, idNumber);
        return words.isEmpty() ? numbered : joined(numbered, index.get().byHolder(words));
    }

    /** The papers of a number, in the order of their ids. */
    List<Paper> byPaper(PaperNumber number) {
        if (index.isEmpty()) {
            List<Paper> found = new ArrayList<>();
            fabric.forEachPlaceless(Paper.class, paper -> {
                if (number.isOf(paper)) {
                    found.add(paper);
                }
            });
            found.sort(Comparator.comparing(paper -> paper.id().toString()));
            return found;
        }
        return index.get()
                .byPaper(number)
                .flatMap(id -> fabric.findRecord(id).stream())
                .filter(record -> record instanceof Paper paper && number.isOf(paper))
                .map(Paper.class::cast)
                .toList();
    }

    /** One after the other in order, each once. */
    static IntStream joined(IntStream some, IntStream others) {
        BitSet slots = new BitSet();
        some.forEach(slots::set);
        others.forEach(slots::set);
        return slots.stream();
    }

    private IntStream slots() {
        return IntStream.range(0, fabric.parcelSlots());
    }

    /** Two passes over the records: first whom it means, then what land is theirs. */
    private IntStream held(Predicate<Party> wanted) {
        Set<UUID> parties = new HashSet<>();
        fabric.forEachRecord(one -> {
            if (one instanceof Party party && wanted.test(party)) {
                parties.add(party.id());
            }
        });
        BitSet slots = new BitSet();
        if (!parties.isEmpty()) {
            fabric.forEachRecord(one -> {
                if (one instanceof Right right && parties.contains(right.party())) {
                    int slot = fabric.slotOf(right.parcel());
                    if (slot >= 0) {
                        slots.set(slot);
                    }
                }
            });
        }
        return slots.stream();
    }
}
