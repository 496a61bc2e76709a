/**
 * Whole fabrics packed: one stream of corners, parcels, sides and records in blocks, persons sealed; rings as slots of corners,
 * and the table that finds a slot by its id. Knows no files and no SQL.
 */
@NullMarked
package vn.diaba.store.packed;

import org.jspecify.annotations.NullMarked;
