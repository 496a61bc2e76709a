package vn.diaba.app.find;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.IntStream;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.search.PaperNumber;
import vn.diaba.cadastre.search.PlainWords;
import vn.diaba.cadastre.search.SearchIndex;

/**
 * The one search box: sheet and number, old number, code, source key, coordinate, land user, id number, address, the number
 * of a paper, a number in a commune or former commune. Words match from their beginnings, without case and tones. Stateless.
 */
public final class LandSearch {
    private static final int MOST = 1000;

    private LandSearch() {}

    /**
     * A parcel found.
     *
     * @param kind what matched: {@code parcel}, {@code oldNumber}, {@code code}, {@code sourceId}, {@code coordinate},
     *     {@code landUser}, {@code idNumber}, {@code address}, {@code paper}, {@code paperBefore}
     *     for land made from what a paper is about
     * @param parcel the live parcel
     * @param place the middle of its extent
     */
    public record Hit(String kind, Parcel parcel, EastNorth place) {}

    /**
     * A map object or survey point found.
     *
     * @param object it
     * @param place the middle of its extent
     */
    public record ObjectHit(PlacedRecord object, EastNorth place) {}

    /**
     * Everything a text may mean, at most 1,000 hits of a kind, exact ones first: a citation, who holds it, then former
     * numbers, addresses, and numbers behind the name of a commune or of a former one. Cost: some milliseconds where the
     * fabric has a {@link vn.diaba.cadastre.search.SearchIndex}; without, one look at every parcel.
     */
    public static List<Hit> find(Fabric fabric, String text) {
        return find(Candidates.of(fabric), text);
    }

    static List<Hit> find(Candidates among, String text) {
        Fabric fabric = among.fabric();
        String wanted = text.strip();
        List<Hit> hits = new ArrayList<>();
        if (wanted.isEmpty()) {
            return hits;
        }
        atPlace(fabric, wanted, hits);
        try {
            if (!wanted.startsWith("at:")) {
                String kind = wanted.startsWith("source:") ? "sourceId" : wanted.length() == 12 ? "code" : "parcel";
                ParcelFinder.all(among, wanted).limit(MOST).forEach(slot -> hits.add(hit(kind, fabric, slot)));
            }
        } catch (WorkspaceException notACitation) {
            return hits;
        }
        Set<ParcelId> seen = new HashSet<>();
        hits.forEach(hit -> seen.add(hit.parcel().id()));
        PlainWords words = PlainWords.of(wanted);
        byPaper(among, wanted, seen, hits);
        byHolder(among, wanted, words, seen, hits);
        byPlaceName(among, wanted, words, seen, hits);
        return hits;
    }

    /**
     * Map objects and survey points with such a name or such a text, at most 1,000. Numbers alone are taken for a parcel's:
     * they find only what is written exactly so.
     */
    public static List<ObjectHit> objects(Fabric fabric, String text) {
        String wanted = text.strip();
        PlainWords words = PlainWords.of(wanted);
        boolean names = words.haveLetters();
        List<ObjectHit> hits = new ArrayList<>();
        fabric.forEachObject(object -> {
            String name = object instanceof MapObject drawn ? drawn.facts().name() : "";
            boolean exact = !wanted.isEmpty() && object.label().equals(wanted);
            boolean found = exact || (names && (words.begin(object.label()) || words.begin(name)));
            if (found && hits.size() < MOST) {
                hits.add(new ObjectHit(object, object.extent().centre()));
            }
        });
        return hits;
    }

    /** By the number of a paper about it, or about land it was made from. */
    private static void byPaper(Candidates among, String wanted, Set<ParcelId> seen, List<Hit> hits) {
        Fabric fabric = among.fabric();
        ParcelCursor cursor = fabric.cursor();
        for (Paper paper : among.byPaper(PaperNumber.of(wanted))) {
            Deque<ParcelId> ended = new ArrayDeque<>();
            for (ParcelId parcel : paper.parcels()) {
                int slot = fabric.slotOf(parcel);
                if (slot < 0 || !cursor.at(slot)) {
                    ended.add(parcel);
                } else if (hits.size() < MOST) {
                    add("paper", fabric, slot, seen, hits);
                }
            }
            descend(fabric, ended, seen, hits);
        }
    }

    /** To the live parcels that were made from those that ended, over any number of acts. */
    private static void descend(Fabric fabric, Deque<ParcelId> ended, Set<ParcelId> seen, List<Hit> hits) {
        ParcelCursor cursor = fabric.cursor();
        Set<ParcelId> asked = new HashSet<>(ended);
        while (!ended.isEmpty()) {
            List<ParcelId> children = new ArrayList<>(fabric.childrenOf(ended.remove()));
            children.sort(Comparator.comparingInt(fabric::slotOf));
            for (ParcelId child : children) {
                int slot = fabric.slotOf(child);
                if (slot >= 0 && cursor.at(slot)) {
                    if (hits.size() < MOST) {
                        add("paperBefore", fabric, slot, seen, hits);
                    }
                } else if (asked.add(child)) {
                    ended.add(child);
                }
            }
        }
    }

    private static void byHolder(
            Candidates among, String wanted, PlainWords words, Set<ParcelId> seen, List<Hit> hits) {
        Fabric fabric = among.fabric();
        ParcelCursor cursor = fabric.cursor();
        for (PrimitiveIterator.OfInt slots = among.byHolder(wanted, words).iterator();
                slots.hasNext() && hits.size() < MOST; ) {
            int slot = slots.nextInt();
            if (cursor.at(slot)) {
                holderKind(fabric, cursor.id(), wanted, words).ifPresent(kind -> add(kind, fabric, slot, seen, hits));
            }
        }
    }

    /** What of its holders a text means, if anything; the number before the name. */
    private static Optional<String> holderKind(Fabric fabric, ParcelId parcel, String wanted, PlainWords words) {
        Optional<String> kind = Optional.empty();
        for (Right right : fabric.rightsOf(parcel)) {
            if (fabric.findRecord(right.party()).orElse(null) instanceof Party party) {
                if (wanted.equals(party.idNumber())) {
                    return Optional.of("idNumber");
                }
                if (words.begin(party.name())) {
                    kind = Optional.of("landUser");
                }
            }
        }
        return kind;
    }

    /** By the former number, by the address, and by a number behind the name of a commune. */
    private static void byPlaceName(
            Candidates among, String wanted, PlainWords words, Set<ParcelId> seen, List<Hit> hits) {
        Fabric fabric = among.fabric();
        ParcelCursor cursor = fabric.cursor();
        IntStream some = Candidates.joined(among.byKey(SearchIndex.Key.OLD_NUMBER, wanted), among.byAddress(words));
        for (PrimitiveIterator.OfInt slots = some.iterator(); slots.hasNext() && hits.size() < MOST; ) {
            int slot = slots.nextInt();
            if (cursor.at(slot)) {
                if (cursor.oldNumber().equals(wanted)) {
                    add("oldNumber", fabric, slot, seen, hits);
                } else if (words.begin(cursor.address())) {
                    add("address", fabric, slot, seen, hits);
                }
            }
        }
        PlacedNumber.in(wanted)
                .ifPresent(cited -> cited.slots(among).limit(MOST).forEach(slot -> {
                    cursor.at(slot);
                    add(cited.isOld(cursor) ? "oldNumber" : "parcel", fabric, slot, seen, hits);
                }));
    }

    private static void add(String kind, Fabric fabric, int slot, Set<ParcelId> seen, List<Hit> hits) {
        Hit hit = hit(kind, fabric, slot);
        if (seen.add(hit.parcel().id())) {
            hits.add(hit);
        }
    }

    private static void atPlace(Fabric fabric, String wanted, List<Hit> hits) {
        try {
            EastNorth place = ParcelFinder.place(wanted.startsWith("at:") ? wanted.substring(3) : wanted);
            for (EastNorth order : List.of(place, new EastNorth(place.north(), place.east()))) {
                fabric.index()
                        .parcelsAt(order)
                        .forEach(id -> hits.add(new Hit("coordinate", fabric.parcel(id), order)));
            }
        } catch (WorkspaceException notACoordinate) {
            return;
        }
    }

    private static Hit hit(String kind, Fabric fabric, int slot) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(slot);
        return new Hit(kind, fabric.parcelAt(slot), cursor.extent().centre());
    }
}
