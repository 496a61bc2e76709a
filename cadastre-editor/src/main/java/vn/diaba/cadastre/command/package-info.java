/**
 * Requests for change. An {@link vn.diaba.cadastre.command.EditCommand} plans a change set from a fabric and does
 * nothing else; one that has no meaning for this land says so with a code. Here is the port with what all edits share, and
 * those of attributes; edits of geometry have rooms of their own beside this one.
 */
@NullMarked
package vn.diaba.cadastre.command;

import org.jspecify.annotations.NullMarked;
