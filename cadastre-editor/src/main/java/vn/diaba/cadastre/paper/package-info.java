/**
 * Edits of legal papers and of files attached to parcels, papers, cases, map objects and survey points. Each is an act like
 * any other, so that it is journalled, taken back and sent like one.
 *
 * <p>A paper cites parcels and parties and holds none: a parcel that is retired stays cited. An attachment says what it
 * belongs to and which content it is; the content is kept by the store, before the act is done. It goes with a paper, map object
 * or survey point that is removed, in one act, and comes back with it. A parcel that is retired, merged or split keeps its files:
 * they show the parcel that was, and its successors lead there.
 */
@NullMarked
package vn.diaba.cadastre.paper;

import org.jspecify.annotations.NullMarked;
