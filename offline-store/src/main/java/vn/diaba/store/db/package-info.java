/**
 * The embedded database file, its migrations, the folder lock and the disk it all lies on. One writer; nothing here knows
 * what a parcel is. Rows that the journal does not hold are summed up by triggers, in the transaction that writes them, and proven
 * by the sums after a crash. Spatial functions are an allow-list of H2GIS functions: none of them reads or writes a file. No H2
 * spatial index is ever made: it makes files unopenable after a crash and returns rows twice after an undo.
 */
@NullMarked
package vn.diaba.store.db;

import org.jspecify.annotations.NullMarked;
