/**
 * Edits that join parcels or give land from one to another. Each is an {@link
 * vn.diaba.cadastre.command.EditCommand}: pure, one step to undo, corners shared with the neighbours, lineage kept.
 *
 * <p><b>Who goes on and who begins anew.</b> A parcel that is split or merged ends, and what results gets the next numbers
 * of its sheet; numbers are not used again. So a merge, a dissolved road, and a hole cut out as an island retire what they
 * are made of. A moved boundary between neighbours is a revision: the parcels go on with other areas. Land annexed to a
 * neighbour is by its nature a split joined with a merge, and offices differ in whether they record it so or as a revision;
 * {@link vn.diaba.cadastre.union.Terms.Identity} leaves the choice, and the command line takes the first unless told
 * otherwise. A hole that is filled, and a face added or taken away, are corrections in which the parcel goes on.
 *
 * <p><b>Legal areas.</b> Per the papers, land that passes over takes along its share of the legal area it comes from, to
 * the tenth by largest remainder, so that the papers' areas keep their sum; where one is not known, what results from it is
 * not known. Per the survey, a legal area is the computed one, rounded. Nothing is spread in silence.
 *
 * <p><b>Reasons.</b> Land does not pass between different land users, or parcels of different states, without a reason; it
 * stays with the act as a waiver under the code it answers. A gap that is left on purpose is accepted likewise.
 *
 * <p><b>Dirty land.</b> Outlines are followed as they are; where they cannot be, the act is refused with the place, and
 * what was faulty elsewhere stays as it was.
 */
@NullMarked
package vn.diaba.cadastre.union;

import org.jspecify.annotations.NullMarked;
