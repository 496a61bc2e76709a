/**
 * All land of a workspace as one immutable snapshot, packed in arrays: {@link vn.diaba.cadastre.fabric.Fabric}.
 *
 * <p>Corners and parcels live in chunks addressed by an {@code int} slot; a change set copies only the chunks it touches.
 * Beside every ring runs the <em>side table</em>: for each side the slot of the parcel across it. Rules and painter read
 * it, so that overlaps and gaps are looked for only where a side has no partner, and each side is drawn once. {@code Corner},
 * {@code Parcel} and JTS shapes are made on demand. {@link vn.diaba.cadastre.fabric.FabricBuilder} makes land from
 * coordinates; it is the only place where equal coordinates become one corner.
 */
@NullMarked
package vn.diaba.cadastre.fabric;

import org.jspecify.annotations.NullMarked;
