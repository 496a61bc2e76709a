/**
 * The neutral form of every exchange format: a table of typed columns and one raw shape a row, streamed; and what all
 * readers and writers share: issues, exceptions, atomic files.
 *
 * <p>Nothing here repairs anything. A {@link vn.diaba.exchange.table.RawShape} holds the coordinates as the file has
 * them (unclosed rings, repeated points, bow-ties, NaN), so that what is wrong with the land is said by rules and not
 * hidden by a reader. A column's value that does not fit its type stays the text of the file, with an issue.
 *
 * <p>A file's coordinate reference system is handed on as stated ({@link vn.diaba.exchange.table.CrsHint}); who imports
 * decides. This room knows no parcels, no GeoTools, no format.
 */
@NullMarked
package vn.diaba.exchange.table;

import org.jspecify.annotations.NullMarked;
