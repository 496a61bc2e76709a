/**
 * The land as immutable values: corners, rings, faces, sides and parcels with their numbers, uses and facts.
 *
 * <p>Dirty land is land: a value rejects only what has no meaning at all (a ring of two corners); everything else that is
 * wrong with a parcel is for the rules to say. Coordinates are held by corners alone; a parcel holds corner ids. Knows nothing
 * of the register's other records, nor of how land is changed, judged, stored or drawn.
 */
@NullMarked
package vn.diaba.cadastre.model;

import org.jspecify.annotations.NullMarked;
