/**
 * Working on a part of a zone: which area is taken, by sheets, rectangles or the parcels of cases, what of the land belongs to
 * it, which parcel numbers are reserved for whom, who works where. A part holds its parcels whole, the parcels around them, all
 * corners these cite, and what hangs on them.
 *
 * <p>And the files an office gives along: its data and the map below the land, in parts of 256 KiB with the hash of the whole,
 * so that a transfer that was cut goes on; a folder remembers what was brought, so that what its user altered stays. Knows no
 * line and no store.
 */
@NullMarked
package vn.diaba.store.take;

import org.jspecify.annotations.NullMarked;
