/**
 * Edits that make several parcels of one: along a line, into shares, by areas, a strip along sides of many. Each is a
 * {@link vn.diaba.cadastre.division.Division}: it can be previewed, with areas exact and to the tenth, frontage and depth,
 * and compared with the office's {@link vn.diaba.cadastre.division.SplitLimits}.
 *
 * <p>All cut one way: lines are attached to sides as corners that neighbours get too, then faces are walked. A side of a
 * neighbour with other ends gets the corner as well, so that a cut beside a missing corner makes no second one be missing.
 */
@NullMarked
package vn.diaba.cadastre.division;

import org.jspecify.annotations.NullMarked;
