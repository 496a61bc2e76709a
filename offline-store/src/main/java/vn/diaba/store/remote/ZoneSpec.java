package vn.diaba.store.remote;

/**
 * A zone to be made. Immutable.
 *
 * @param zone its number, for ever; 1 or more
 * @param name as people call it
 * @param srid EPSG code of its coordinates
 * @param province code of its province, by which a large land database parts its tables; 0 when it does not matter
 */
public record ZoneSpec(int zone, String name, int srid, int province) {
    /** A zone of a land database that knows no provinces. */
    public ZoneSpec(int zone, String name, int srid) {
        this(zone, name, srid, 0);
    }
}
