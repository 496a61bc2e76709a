/**
 * ESRI shapefiles and dBase tables, read and written by our own code: every length is checked against the file's size
 * before it is believed, so a hostile or broken file gives an exception or an issue, never a crash or a full memory.
 *
 * <p>Sources: ESRI, "Shapefile Technical Description", July 1998 (record layouts, ring order); the dBase III header as
 * GDAL's shapelib reads it. Records are found by the .shx, as GDAL does; a missing .shx is an error because without it
 * nobody knows which bytes of the .shp are records. This room knows {@code table} and {@code text} only.
 */
@NullMarked
package vn.diaba.exchange.shp;

import org.jspecify.annotations.NullMarked;
