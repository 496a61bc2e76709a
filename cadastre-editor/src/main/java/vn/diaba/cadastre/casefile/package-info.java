/**
 * Edits of cases: opening one, altering what is known of it, handing it in, giving it back. Each is an act like any other, so
 * that it is journalled, taken back and sent like one, and belongs to its case itself. That a case is approved is not said
 * here: approval is the land database's, change set by change set, by another person than its author.
 *
 * <p>A case cites parcels and holds none: they may be altered in other cases too, and one that is retired stays cited.
 */
@NullMarked
package vn.diaba.cadastre.casefile;

import org.jspecify.annotations.NullMarked;
