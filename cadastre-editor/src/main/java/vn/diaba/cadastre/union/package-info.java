/**
 * Edits that join parcels or give land from one to another. Each is an
 * {@link vn.diaba.cadastre.command.EditCommand}.
 */
@NullMarked
package vn.diaba.cadastre.union;

import org.jspecify.annotations.NullMarked;
