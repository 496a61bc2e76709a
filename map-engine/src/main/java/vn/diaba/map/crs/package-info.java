/**
 * Coordinate reference systems and the way from one to another. Coordinates are east, north here, whatever the official
 * order of the axes is.
 *
 * <p>VN-2000 (its 18 TM-3 zones, two UTM zones and the geographic system), WGS-84 and web Mercator are built from
 * parameters, and the datum shift VN-2000 to WGS-84 is our own {@code DatumShift}, for two measured reasons. GeoTools'
 * EPSG database needs seconds in a fresh JVM, and its VN-2000 carries TOWGS84 with rotation signs that are neither of the
 * two conventions (0.5 m off); its geocentric step also costs 1.5 mm. Every other code comes from that database.
 *
 * <p>May use GeoTools' referencing. Knows no layers, no files and no parcels.
 */
@NullMarked
package vn.diaba.map.crs;

import org.jspecify.annotations.NullMarked;
