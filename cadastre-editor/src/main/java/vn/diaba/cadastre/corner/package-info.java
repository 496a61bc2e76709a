/**
 * Edits of corners: what moves, joins, inserts or removes corners changes every parcel that shares them, and what is known
 * of their sides follows. Each is an {@link vn.diaba.cadastre.command.EditCommand}.
 */
@NullMarked
package vn.diaba.cadastre.corner;

import org.jspecify.annotations.NullMarked;
