/**
 * Edits of what lies on the land beside parcels: map objects, survey points, and the facts of sides. Each is one act that
 * needs no rule: objects share no corners with the land. A freeze of a parcel bars dealings in it and its boundary, not
 * the drawing of what stands on it; so only {@link vn.diaba.cadastre.object.EditSide} asks for it. Also objects cut at the
 * frame of a map sheet.
 */
@NullMarked
package vn.diaba.cadastre.object;

import org.jspecify.annotations.NullMarked;
