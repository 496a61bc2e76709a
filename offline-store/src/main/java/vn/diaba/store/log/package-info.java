/**
 * The log of all acts. The journal, append-only files, is the authority: an act is saved when its record is forced to the
 * disk. The database follows in one transaction an entry and can be made again from the journal at any time.
 *
 * <p>A bulk import is written as one packed file beside the journal first and becomes official with its journal record;
 * only then do its rows follow as a generation. So the journal alone holds all land, and a crash in the middle leaves the
 * old state: a file that no record names is deleted at the next opening.
 */
@NullMarked
package vn.diaba.store.log;

import org.jspecify.annotations.NullMarked;
