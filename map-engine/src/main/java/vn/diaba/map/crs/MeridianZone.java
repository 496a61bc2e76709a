package vn.diaba.map.crs;

/**
 * What a transverse Mercator plane is stretched along. Immutable.
 *
 * @param meridianDegrees longitude of the central meridian, degrees
 * @param scale scale on it: 0.9999 in zones of 3°, 0.9996 in zones of 6°
 */
public record MeridianZone(double meridianDegrees, double scale) {}
