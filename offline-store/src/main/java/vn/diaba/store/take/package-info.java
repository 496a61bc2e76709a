/**
 * Working on a part of a zone: which area is taken, what of the land belongs to it, which parcel numbers are reserved for whom,
 * who works where. A part holds its parcels whole, the parcels around them, all corners these cite, and what hangs on them.
 */
@NullMarked
package vn.diaba.store.take;

import org.jspecify.annotations.NullMarked;
