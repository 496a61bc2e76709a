/**
 * What land should be like, one rule a page. A {@link vn.diaba.cadastre.rule.TopologyRule} looks at a fabric and lists
 * violations; it never changes anything and never stops at a bad shape. Ids of rules are a contract. A {@link
 * vn.diaba.cadastre.rule.RuleBook} runs them over one shared look, so that what several need is worked out once, and tells
 * the errors an edit brings from those that were there.
 *
 * <p><b>Where faults are looked for.</b> A side is <em>open</em> unless exactly one other parcel has it, both parcels are
 * valid, and they lie on opposite hands of it. A parcel that is not valid counts by its repaired copy, and all its sides
 * are open. Over all land the search starts from open sides only; that nothing is missed follows from what happens on the
 * way out of a fault. Take a path to the far outside that meets no corner. Crossing a side that is not open, it leaves one
 * parcel and enters exactly one other.
 *
 * <ul>
 *   <li><b>Overlaps.</b> Begin where two parcels lie on one ground. At a side of one of them that is not open, that parcel
 *       is exchanged for its neighbour, and the pair still overlaps there; where sides of both coincide, both may be
 *       exchanged. At infinity there is no parcel, so at some point the path leaves a parcel of the pair through an open
 *       side, and there this pair overlaps. So each overlapping pair is joined, by steps to a neighbour of one or of both,
 *       to a pair with an open side on the overlap: {@code OverlapSearch} tests open sides against what lies there and goes
 *       on from each pair found to the pairs of neighbours. Parcels within parcels, equal shapes with other corners and
 *       stacked layers are found so. {@code SideInside} says why a side shows whether two valid parcels overlap.
 *   <li><b>Gaps.</b> How many parcels lie on a point changes only across open sides. So ground without a parcel is made of
 *       faces of the open sides' linework, each with land on the other hand of all its border; of these the bounded ones
 *       are the gaps, told from covered ones by one point inside. Only sides of parcels that overlap, are invalid or have a
 *       corner beside a side can meet away from their ends; these are noded on a grid of 1 µm, the others are taken as they
 *       are.
 *   <li><b>Corners beside sides.</b> Around a corner of which no side is open the parcels that use it fill a full turn.
 *       If a side passes nearer than the limit, the way to it leads first through one of these parcels and leaves it
 *       through a side not at the corner: either that parcel has a corner beside its own side, which is seen when its shape
 *       is judged, or there are overlaps, or that side is open. {@code CornerSearch} looks at the corners of these.
 * </ul>
 *
 * <p>In a window, after an edit, all parcels that meet it are compared with each other directly; no index over the land is
 * built.
 */
@NullMarked
package vn.diaba.cadastre.rule;

import org.jspecify.annotations.NullMarked;
