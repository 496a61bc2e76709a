/**
 * Land in tables: parcels as rows with plain columns for what is searched and packed bodies for the rest, corners and
 * records in blocks with an overlay of what changed since, bulk imports as generations. Shapes and areas in the rows are
 * derived from the corners and kept current. Knows the change set, nothing of journals or sync.
 */
@NullMarked
package vn.diaba.store.fabric;

import org.jspecify.annotations.NullMarked;
