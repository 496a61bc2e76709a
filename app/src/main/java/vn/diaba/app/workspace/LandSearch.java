package vn.diaba.app.workspace;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.LandRecord;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Party;
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
        String[] words = words(wanted);
        for (int slot = 0; slot < fabric.parcelSlots() && hits.size() < MOST; slot++) {
            ParcelCursor cursor = fabric.cursor();
            if (cursor.at(slot)) {
                Parcel parcel = fabric.parcelAt(slot);
                kindOf(fabric, parcel, wanted, words)
                        .filter(kind ->
                                hits.stream().noneMatch(hit -> hit.parcel.id().equals(parcel.id())))
                        .ifPresent(kind -> hits.add(hit(kind, fabric, parcel)));
            }
        }
        return hits;
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

    private static Optional<String> kindOf(Fabric fabric, Parcel parcel, String wanted, String[] words) {
        String old = parcel.facts().oldSheet() + "/" + parcel.facts().oldNumber();
        if (old.equals(wanted)) {
            return Optional.of("oldNumber");
        }
        for (Right right : fabric.rightsOf(parcel.id())) {
            LandRecord holder = fabric.findRecord(right.party()).orElse(null);
            if (holder instanceof Party party) {
                if (!party.idNumber().isEmpty() && party.idNumber().equals(wanted)) {
                    return Optional.of("idNumber");
                }
                if (matches(party.name(), words)) {
                    return Optional.of("landUser");
                }
            }
        }
        return matches(parcel.facts().address(), words) ? Optional.of("address") : Optional.empty();
    }

    private static boolean matches(String text, String[] words) {
        if (text.isEmpty() || words.length == 0) {
            return false;
        }
        String[] own = words(text);
        return Arrays.stream(words)
                .allMatch(word -> Arrays.stream(own).anyMatch(candidate -> candidate.startsWith(word)));
    }

    /** Words in lower case without tones: {@code Nguyễn} becomes {@code nguyen}. */
    static String[] words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static Hit hit(String kind, Fabric fabric, Parcel parcel) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(parcel.id()));
        Extent extent = cursor.extent();
        return new Hit(kind, parcel, extent.centre());
    }
}
