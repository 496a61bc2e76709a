package vn.diaba.exchange.table;

import java.util.Locale;

/**
 * What a file says, or shall say, of its coordinate reference system. A statement, not an answer: whether the code exists
 * and the text can be read is for {@code map.crs}, and without a statement the person is asked. Coordinates are east (or
 * longitude) first whatever the CRS's own axis order. Immutable.
 *
 * @param epsg EPSG code; 0 when none is stated
 * @param wkt well-known text (.prj); empty when there is none
 */
public record CrsHint(int epsg, String wkt) {
    /** The file says nothing. */
    public static final CrsHint NONE = new CrsHint(0, "");

    /** Rejects a negative code. */
    public CrsHint {
        if (epsg < 0) {
            throw new IllegalArgumentException("epsg " + epsg);
        }
    }

    /** A bare EPSG code. */
    public static CrsHint ofEpsg(int epsg) {
        return new CrsHint(epsg, "");
    }

    /** Well-known text alone. */
    public static CrsHint ofWkt(String wkt) {
        return new CrsHint(0, wkt.strip());
    }

    /** Whether nothing is stated at all. */
    public boolean isNone() {
        return epsg == 0 && wkt.isEmpty();
    }

    /** Whether coordinates are degrees: a geographic CRS by its text, or WGS 84 or VN-2000 by code. */
    public boolean isDegrees() {
        String head = wkt.strip().toUpperCase(Locale.ROOT);
        return head.startsWith("GEOG") || epsg == 4326 || epsg == 4756;
    }

    /** The name in the well-known text, {@code EPSG:n} without a text, empty when nothing is stated. */
    public String name() {
        int from = wkt.indexOf('"');
        int to = wkt.indexOf('"', from + 1);
        if (from >= 0 && to > from) {
            return wkt.substring(from + 1, to);
        }
        return epsg == 0 ? "" : "EPSG:" + epsg;
    }
}
