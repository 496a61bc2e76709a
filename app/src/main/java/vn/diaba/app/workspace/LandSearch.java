package vn.diaba.app.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.MapObject;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Party;
import vn.diaba.cadastre.model.PlacedRecord;
import vn.diaba.cadastre.model.Right;

/**
 * The one search box: sheet and number, old number, code, source key, coordinate, land user, id number, address. Words
 * match from their beginnings, without case and tones. Stateless.
 */
public final class LandSearch {
    private static final int MOST = 1000;

    private LandSearch() {}

    /**
     * A parcel found.
     *
     * @param kind what matched: {@code parcel}, {@code oldNumber}, {@code code}, {@code sourceId}, {@code coordinate},
     *     {@code landUser}, {@code idNumber}, {@code address}
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

    /** Everything a text may mean, at most 1,000 hits, exact ones first. */
    public static List<Hit> find(Fabric fabric, String text) {
        String wanted = text.strip();
        List<Hit> hits = new ArrayList<>();
        if (wanted.isEmpty()) {
            return hits;
        }
        atPlace(fabric, wanted, hits);
        try {
            if (!wanted.startsWith("at:")) {
                String kind = wanted.startsWith("source:") ? "sourceId" : wanted.length() == 12 ? "code" : "parcel";
                ParcelFinder.all(fabric, wanted).forEach(parcel -> hits.add(hit(kind, fabric, parcel)));
            }
        } catch (WorkspaceException notACitation) {
            return hits;
        }
        PlainWords words = PlainWords.of(wanted);
        Set<ParcelId> seen = new HashSet<>();
        hits.forEach(hit -> seen.add(hit.parcel().id()));
        byHolder(fabric, wanted, words, seen, hits);
        String[] old = wanted.split("/", -1);
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots() && hits.size() < MOST; slot++) {
            if (!cursor.at(slot)) {
                continue;
            }
            if (old.length == 2 && isOld(fabric.parcelAt(slot), wanted)) {
                add("oldNumber", fabric, slot, seen, hits);
            } else if (words.begin(cursor.address())) {
                add("address", fabric, slot, seen, hits);
            }
        }
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

    /** Two passes over the records: first whom the text means, then what land is theirs. */
    private static void byHolder(Fabric fabric, String wanted, PlainWords words, Set<ParcelId> seen, List<Hit> hits) {
        Map<UUID, String> kinds = new HashMap<>();
        fabric.forEachRecord(one -> {
            if (one instanceof Party party) {
                if (wanted.equals(party.idNumber())) {
                    kinds.put(party.id(), "idNumber");
                } else if (words.begin(party.name())) {
                    kinds.put(party.id(), "landUser");
                }
            }
        });
        if (kinds.isEmpty()) {
            return;
        }
        fabric.forEachRecord(one -> {
            String kind = one instanceof Right right ? kinds.get(right.party()) : null;
            if (kind != null && hits.size() < MOST) {
                int slot = fabric.slotOf(((Right) one).parcel());
                if (slot >= 0 && fabric.cursor().at(slot)) {
                    add(kind, fabric, slot, seen, hits);
                }
            }
        });
    }

    private static boolean isOld(Parcel parcel, String wanted) {
        return wanted.equals(parcel.facts().oldSheet() + "/" + parcel.facts().oldNumber());
    }

    private static void add(String kind, Fabric fabric, int slot, Set<ParcelId> seen, List<Hit> hits) {
        Parcel parcel = fabric.parcelAt(slot);
        if (seen.add(parcel.id())) {
            hits.add(hit(kind, fabric, parcel));
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

    private static Hit hit(String kind, Fabric fabric, Parcel parcel) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(parcel.id()));
        Extent extent = cursor.extent();
        return new Hit(kind, parcel, extent.centre());
    }
}
