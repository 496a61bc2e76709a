/**
 * What the register knows beside parcels and their corners, as immutable values: map objects and survey points, parties and
 * their rights, papers, cases and attached files, and records of kinds that only a newer version knows.
 *
 * <p>Each is one object of a change set, named by a UUID for ever, and told apart by {@link
 * vn.diaba.cadastre.record.LandRecord}. Map objects and survey points hold their coordinates by value and share no corner
 * with the land. Points of control are survey points, not map objects, so that a point's number is looked for in one place.
 * A record rejects only what has no meaning at all; everything else that is wrong with it is for the rules to say.
 */
@NullMarked
package vn.diaba.cadastre.record;

import org.jspecify.annotations.NullMarked;
