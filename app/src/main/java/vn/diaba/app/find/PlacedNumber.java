package vn.diaba.app.find;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.search.PlainWords;
import vn.diaba.cadastre.search.SearchIndex;

/**
 * A number behind the name or code of a commune, as old papers cite land: {@code Phú Hộ 12/7}, {@code 08533/12/7}. The
 * commune is that of the parcel, or stands in its address or in a further column of its source, where a former one is
 * kept. Immutable.
 *
 * @param commune name or code, not empty
 * @param sheet sheet, or former sheet
 * @param number number, or former number
 */
record PlacedNumber(String commune, String sheet, String number) {
    private static final Pattern FORM = Pattern.compile("(.+?)[\\s,/]+([^\\s,/]+)\\s*/\\s*([^\\s,/]+)");

    /** The number a text cites, if it names a commune too. */
    static Optional<PlacedNumber> in(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() && !PlainWords.of(parts.group(1)).isEmpty()
                ? Optional.of(new PlacedNumber(parts.group(1).strip(), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** The slots of the live parcels that are meant, in order. */
    IntStream slots(Candidates among) {
        Fabric fabric = among.fabric();
        ParcelCursor cursor = fabric.cursor();
        PlainWords words = PlainWords.of(commune);
        IntStream some = Candidates.joined(
                among.byKey(SearchIndex.Key.NUMBER, number),
                among.byKey(SearchIndex.Key.OLD_NUMBER, sheet + "/" + number));
        return some.filter(slot -> cursor.at(slot) && (isOld(cursor) || isNow(cursor)) && isIn(cursor, words, fabric));
    }

    private boolean isNow(ParcelCursor parcel) {
        return ParcelNumber.same(parcel.number(), number) && ParcelNumber.same(parcel.sheet(), sheet);
    }

    /** Whether the number is the parcel's former one. */
    boolean isOld(ParcelCursor parcel) {
        return parcel.oldNumber().equals(sheet + "/" + number);
    }

    private boolean isIn(ParcelCursor cursor, PlainWords words, Fabric fabric) {
        if (cursor.commune().equals(commune) || words.begin(cursor.address())) {
            return true;
        }
        Parcel parcel = fabric.parcelAt(cursor.slot());
        return parcel.facts().extras().values().stream()
                .anyMatch(value -> value instanceof String text && words.begin(text));
    }
}
