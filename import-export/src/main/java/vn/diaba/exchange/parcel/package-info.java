/**
 * Where files meet parcels: a table becomes drafts, corners and one import act; parcels become a table for the writers.
 *
 * <p>Import keeps every record that has a ring of at least three different corners, as dirty as it is; the others are
 * listed with the reason. Columns are mapped by name, never to persons unless a person said so; the rest are kept. May
 * use {@code exchange.table}, {@code map.crs} and the domain below editing; knows nothing of formats, stores or windows.
 */
@NullMarked
package vn.diaba.exchange.parcel;

import org.jspecify.annotations.NullMarked;
