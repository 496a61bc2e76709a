/**
 * Papers of the land office: the extract of a parcel as values, its page, the PDF, and the Excel list of parcels. Papers
 * are in Vietnamese whatever the program's language; their words lie in dated form files beside this room, not in code.
 *
 * <p>The map on a page is drawn by {@code map.paint}, as vectors; this room adds what only paper has: corner numbers, side
 * lengths, north arrow, scale bar. On paper X is north and Y is east, numbers have a decimal comma, areas one decimal,
 * coordinates and lengths two.
 *
 * <p>May use {@code table}, {@code drawing}, {@code parcel} (which parcels, in which order), {@code xlsx} (steady zip files),
 * the map without its JavaFX rooms, and the fabric. Knows no store and no window.
 */
@NullMarked
package vn.diaba.exchange.document;

import org.jspecify.annotations.NullMarked;
