/**
 * Edits that make several parcels of one: along a line, into shares, by areas. Each is an
 * {@link vn.diaba.cadastre.command.EditCommand}.
 */
@NullMarked
package vn.diaba.cadastre.division;

import org.jspecify.annotations.NullMarked;
