/**
 * Finds parcels by what is written of them: number, code, key in the source, former number, land user, address, number of
 * a paper. {@link vn.diaba.cadastre.search.SearchIndex} goes with the land from act to act, in about 30 bytes a parcel and
 * 16 a paper; it only names candidates, and whoever asks looks at each of them, so that it may name too many and is never
 * wrong.
 *
 * <p>Words of persons are kept as hashes of their beginnings, in memory only: nothing of the index is ever on a disk, where
 * such hashes would still tell how common a name is. It knows neither the store nor what a person typed meant.
 */
@NullMarked
package vn.diaba.cadastre.search;

import org.jspecify.annotations.NullMarked;
