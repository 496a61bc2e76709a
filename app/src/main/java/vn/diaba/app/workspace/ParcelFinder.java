package vn.diaba.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;

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
        String wanted = text.strip();
        if (wanted.startsWith("at:")) {
            EastNorth place = place(wanted.substring(3));
            return fabric.index().parcelsAt(place).stream().map(fabric::parcel).toList();
        }
        if (wanted.startsWith("source:")) {
            return matching(fabric, parcel -> parcel.sourceId().equals(wanted.substring(7)));
        }
        if (wanted.startsWith("#")) {
            return matching(
                    fabric,
                    parcel -> parcel.number().isEmpty()
                            && fabric.parcelAt(parcel.slot()).label().equals(wanted));
        }
        if (wanted.matches("[0-9b-hjkmnp-z]{12}")) {
            return matching(fabric, parcel -> parcel.code().equals(wanted));
        }
        String[] parts = wanted.split("/", -1);
        String number = parts[parts.length - 1].strip();
        String sheet = parts.length > 1 ? parts[parts.length - 2].strip() : null;
        String commune = parts.length > 2 ? parts[parts.length - 3].strip() : null;
        if (parts.length > 3 || number.isEmpty()) {
            return List.of();
        }
        return byNumber(fabric, commune, sheet, number);
    }

    private static List<Parcel> byNumber(
            Fabric fabric,
            @org.jspecify.annotations.Nullable String commune,
            @org.jspecify.annotations.Nullable String sheet,
            String number) {
        List<Parcel> found = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (cursor.at(slot)
                    && ParcelNumber.same(cursor.number(), number)
                    && (sheet == null || ParcelNumber.same(cursor.sheet(), sheet))
                    && (commune == null || cursor.commune().equals(commune))) {
                found.add(fabric.parcelAt(slot));
            }
        }
        return found;
    }

    private static List<Parcel> matching(Fabric fabric, Predicate<ParcelCursor> wanted) {
        List<Parcel> found = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (cursor.at(slot) && wanted.test(cursor)) {
                found.add(fabric.parcelAt(slot));
            }
        }
        return found;
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
