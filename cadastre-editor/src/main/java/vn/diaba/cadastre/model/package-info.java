/**
 * The surveyor's things as immutable values: corners, rings, faces, parcels, sides, parties, rights, map objects, survey
 * points, cases, papers and attached files.
 *
 * <p>Dirty land is land: a record rejects only what has no meaning at all (a ring of two corners); everything else that is
 * wrong with a parcel is for the rules to say. Coordinates are held by corners alone; a parcel holds corner ids. Map objects
 * and survey points hold theirs by value and share none. Points of control are survey points, not map objects, so that a
 * point's number is looked for in one place. Knows nothing of how land is changed, judged, stored or drawn.
 */
@NullMarked
package vn.diaba.cadastre.model;

import org.jspecify.annotations.NullMarked;
