/**
 * Byte forms of land: change sets as canonical JSON in two parts (land, persons), rows and blocks packed. Versioned;
 * a part that may lead to persons is always apart, so that it can be sealed or left out and the rest still verifies.
 * Knows no files and no SQL.
 *
 * <p>Newer versions add attributes, values and kinds of objects without a new version number. An attribute or value that is
 * not known is carried in the object's {@link vn.diaba.cadastre.model.Further}, an object of a kind that is not known in a
 * {@link vn.diaba.cadastre.record.NewerRecord}, each in the part it came in; both are written back with every later change,
 * names in order, numbers digit by digit. Corners have no person part. An origin that is not known keeps its name. The two sets
 * of parcels are closed: corners are shared within a set, so one who does not know a set cannot hold its parcels. The version number is raised only where that is not
 * enough; then older programs stop at the change set and say so.
 */
@NullMarked
package vn.diaba.store.codec;

import org.jspecify.annotations.NullMarked;
