/**
 * One working week of an invented ward: {@link vn.diaba.cadastre.sample.SampleWard}. A seed gives the same land, land
 * users, planted faults and field work on every machine; nothing in it is taken from a real place or person.
 *
 * <p>The ward is drawn as a town plan is: the whole area is a {@link vn.diaba.cadastre.sample.Patch}, roads and a canal cut
 * it into quarters, lanes cut these into blocks, and blocks are parted into lots, gardens and fields. Every cut makes its
 * points once, on a 1 mm grid; {@link vn.diaba.cadastre.sample.Knit} then gives each parcel the corners of its
 * neighbours, so that the clean ward is a coverage without gap or overlap. What a file can carry is made here as drafts;
 * the room knows neither files nor rules.
 */
@NullMarked
package vn.diaba.cadastre.sample;

import org.jspecify.annotations.NullMarked;
