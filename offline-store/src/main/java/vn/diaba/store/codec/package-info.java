/**
 * Byte forms of land: change sets as canonical JSON in two parts (land, persons), whole fabrics and rows packed. Versioned;
 * a part that may lead to persons is always apart, so that it can be sealed or left out and the rest still verifies.
 * Knows no files and no SQL.
 */
@NullMarked
package vn.diaba.store.codec;

import org.jspecify.annotations.NullMarked;
