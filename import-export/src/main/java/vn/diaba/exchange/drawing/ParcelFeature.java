package vn.diaba.exchange.drawing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;

/** The parcel under a cursor as a polygon feature. Confined to one visit. */
final class ParcelFeature extends Runs {
    private final Map<String, Integer> styleKeys;

    ParcelFeature(ParcelCursor cursor, Map<String, Integer> styleKeys) {
        super(cursor, Kind.POLYGON);
        this.styleKeys = styleKeys;
    }

    static Map<String, Integer> newStyleKeys() {
        return new ConcurrentHashMap<>();
    }

    void load() {
        clear();
        double[] into = room(cursor.sides());
        int at = 0;
        for (int r = 0; r < cursor.rings(); r++) {
            at += cursor.coordinates(r, into, 2 * at);
            add(at);
        }
    }

    @Override
    public int styleKey() {
        String landUse = cursor.landUse();
        Integer key = styleKeys.get(landUse);
        if (key == null) {
            synchronized (styleKeys) {
                key = styleKeys.computeIfAbsent(landUse, use -> styleKeys.size());
            }
        }
        return key;
    }

    /** The number on the sheet; a parcel without one is named by the record it came from. */
    private @Nullable String label() {
        String number = cursor.number();
        if (!number.isEmpty()) {
            return number;
        }
        return cursor.sourceId().isEmpty() ? null : "#" + cursor.sourceId();
    }

    @Override
    public @Nullable Object attribute(String name) {
        switch (name) {
            case "landUse":
                return cursor.landUse();
            case "number":
                return label();
            case "sheet":
                return cursor.sheet();
            case "area":
                return LegalArea.of(new Area(cursor.squareMetres())).toString().replace('.', ',');
            default:
                return null;
        }
    }
}
