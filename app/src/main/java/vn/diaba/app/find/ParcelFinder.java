package vn.diaba.app.find;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.search.SearchIndex;

/**
 * Finds the parcel a person means: {@code [commune/]sheet/number}, the permanent code, {@code source:ID}, {@code
 * #RECORD}, {@code at:E,N}. Never guesses. Stateless.
 */
public final class ParcelFinder {
    private ParcelFinder() {}

    /**
     * The one live parcel meant.
     *
     * @throws WorkspaceException {@code parcel-not-found}, {@code parcel-ambiguous} with the candidates, {@code
     *     coordinate-wrong}
     */
    public static Parcel one(Fabric fabric, String text) throws WorkspaceException {
        List<Parcel> found = all(fabric, text);
        if (found.isEmpty()) {
            throw new WorkspaceException("parcel-not-found", text);
        }
        if (found.size() > 1) {
            throw new WorkspaceException(
                    "parcel-ambiguous",
                    text,
                    String.join(", ", found.stream().map(ParcelFinder::exact).toList()));
        }
        return found.get(0);
    }

    /** A way to cite a parcel that tells it from its namesakes. */
    public static String exact(Parcel parcel) {
        String source = parcel.facts().sourceId();
        String commune = parcel.number().commune();
        String label = commune.isEmpty() ? parcel.label() : commune + "/" + parcel.label();
        return source.isEmpty() ? label : label + " (source:" + source + ")";
    }

    /** All live parcels the text may mean. */
    public static List<Parcel> all(Fabric fabric, String text) throws WorkspaceException {
        return all(Candidates.of(fabric), text).mapToObj(fabric::parcelAt).toList();
    }

    /** The slots of all live parcels the text may mean, in order. */
    static IntStream all(Candidates among, String text) throws WorkspaceException {
        Fabric fabric = among.fabric();
        String wanted = text.strip();
        if (wanted.startsWith("at:")) {
            EastNorth place = place(wanted.substring(3));
            return fabric.index().parcelsAt(place).stream().mapToInt(fabric::slotOf);
        }
        if (wanted.startsWith("source:")) {
            String key = wanted.substring(7);
            IntStream some =
                    key.isEmpty() ? IntStream.range(0, fabric.parcelSlots()) : among.byKey(SearchIndex.Key.SOURCE, key);
            return matching(fabric, some, parcel -> parcel.sourceId().equals(key));
        }
        if (wanted.startsWith("#")) {
            return matching(
                    fabric,
                    among.byKey(SearchIndex.Key.NUMBER, ""),
                    parcel -> parcel.number().isEmpty()
                            && fabric.parcelAt(parcel.slot()).label().equals(wanted));
        }
        if (wanted.matches("[0-9b-hjkmnp-z]{12}")) {
            IntStream some = among.byKey(SearchIndex.Key.CODE, wanted);
            return matching(fabric, some, parcel -> parcel.code().equals(wanted));
        }
        String[] parts = wanted.split("/", -1);
        String number = parts[parts.length - 1].strip();
        String sheet = parts.length > 1 ? parts[parts.length - 2].strip() : null;
        String commune = parts.length > 2 ? parts[parts.length - 3].strip() : null;
        if (parts.length > 3 || number.isEmpty()) {
            return IntStream.empty();
        }
        return matching(
                fabric,
                among.byKey(SearchIndex.Key.NUMBER, number),
                parcel -> ParcelNumber.same(parcel.number(), number)
                        && (sheet == null || ParcelNumber.same(parcel.sheet(), sheet))
                        && (commune == null || parcel.commune().equals(commune)));
    }

    private static IntStream matching(Fabric fabric, IntStream slots, Predicate<ParcelCursor> wanted) {
        ParcelCursor cursor = fabric.cursor();
        return slots.filter(slot -> cursor.at(slot) && wanted.test(cursor));
    }

    /**
     * Reads a position: east and north in metres with decimal points, a comma or blank between them.
     *
     * @throws WorkspaceException {@code coordinate-wrong} with the text
     */
    public static EastNorth place(String text) throws WorkspaceException {
        String[] numbers = text.strip().split("[\\s,;]+");
        try {
            if (numbers.length == 2) {
                return new EastNorth(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            }
        } catch (IllegalArgumentException notNumbers) {
            throw new WorkspaceException("coordinate-wrong", text);
        }
        throw new WorkspaceException("coordinate-wrong", text);
    }
}
