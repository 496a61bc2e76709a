package vn.diaba.cadastre.fabric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * The largest parcel number ever seen on each map sheet, so that a new parcel gets the next one and an old number is
 * never used again. Immutable.
 */
final class SheetNumbers {
    private final ChunkedMap<ParcelNumber, Long> largest;

    private SheetNumbers(ChunkedMap<ParcelNumber, Long> largest) {
        this.largest = largest;
    }

    /** Reads all parcels, live and retired. */
    static SheetNumbers of(Fabric fabric) {
        Map<ParcelNumber, Long> seen = new HashMap<>();
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            cursor.at(slot);
            if (cursor.isThere()) {
                note(seen, new ParcelNumber(cursor.commune(), cursor.sheet(), cursor.number()));
            }
        }
        return new SheetNumbers(ChunkedMap.<ParcelNumber, Long>empty().with(seen));
    }

    private static void note(Map<ParcelNumber, Long> seen, ParcelNumber number) {
        long value = leadingNumber(number.number());
        if (value > 0) {
            seen.merge(key(number.commune(), number.sheet()), value, Math::max);
        }
    }

    private static ParcelNumber key(String commune, String sheet) {
        return new ParcelNumber(commune, ParcelNumber.canonical(sheet), "");
    }

    /** The number a text begins with: 12 for {@code 12a}; 0 when it begins with none. */
    static long leadingNumber(String text) {
        long value = 0;
        for (int i = 0; i < text.length() && i < 18 && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    SheetNumbers with(List<Change> changes) {
        Map<ParcelNumber, Long> more = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.ParcelChange parcel) {
                Parcel after = parcel.after();
                if (after != null) {
                    note(more, after.number());
                }
            }
        }
        more.replaceAll((key, value) -> {
            Long old = largest.find(key);
            return old == null ? value : Math.max(old, value);
        });
        return new SheetNumbers(largest.with(more));
    }

    long largest(String commune, String sheet) {
        Long value = largest.find(key(commune, sheet));
        return value == null ? 0 : value;
    }
}
