/**
 * Edits of corners: what moves or joins corners changes every parcel that shares them. Each is an
 * {@link vn.diaba.cadastre.command.EditCommand}.
 */
@NullMarked
package vn.diaba.cadastre.corner;

import org.jspecify.annotations.NullMarked;
