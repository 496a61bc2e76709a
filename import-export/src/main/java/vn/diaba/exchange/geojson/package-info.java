/**
 * GeoJSON, read and written as a stream: RFC 7946 for WGS 84, and the older form with a {@code crs} member for projected
 * coordinates, clearly labelled.
 *
 * <p>A file is read twice: once to learn columns, kinds and CRS (members come in any order, {@code crs} often last), once
 * for the rows. Numbers keep their digits. The JSON is parsed with jackson-core's limits on depth and lengths. This room
 * knows {@code table} and {@code text} only.
 */
@NullMarked
package vn.diaba.exchange.geojson;

import org.jspecify.annotations.NullMarked;
