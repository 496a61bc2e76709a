package vn.diaba.store.remote;

/**
 * A zone to be made. Immutable.
 *
 * @param zone its number, for ever; 1 or more
 * @param name as people call it
 * @param srid EPSG code of its coordinates
 */
public record ZoneSpec(int zone, String name, int srid) {}
