package vn.diaba.exchange.drawing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.map.layer.MapFeature;

/** The parcel under a cursor as a polygon feature. Confined to one visit. */
final class ParcelFeature implements MapFeature {
    private final ParcelCursor cursor;
    private final Map<String, Integer> styleKeys;
    private double[] coordinates = new double[256];
    private int[] ends = new int[8];
    private int rings;

    ParcelFeature(ParcelCursor cursor, Map<String, Integer> styleKeys) {
        this.cursor = cursor;
        this.styleKeys = styleKeys;
    }

    static Map<String, Integer> newStyleKeys() {
        return new ConcurrentHashMap<>();
    }

    void load() {
        rings = cursor.rings();
        int points = cursor.sides();
        if (coordinates.length < 2 * points) {
            coordinates = new double[3 * points];
        }
        if (ends.length < rings) {
            ends = new int[2 * rings];
        }
        int at = 0;
        for (int r = 0; r < rings; r++) {
            at += cursor.coordinates(r, coordinates, 2 * at);
            ends[r] = at;
        }
    }

    @Override
    public long id() {
        return cursor.slot();
    }

    @Override
    public Kind kind() {
        return Kind.POLYGON;
    }

    @Override
    public double[] coordinates() {
        return coordinates;
    }

    @Override
    public int partCount() {
        return rings;
    }

    @Override
    public int partStart(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    @Override
    public int partEnd(int part) {
        return ends[part];
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
