/**
 * Requests for change. An {@link vn.diaba.cadastre.command.EditCommand} plans a change set from a fabric and does
 * nothing else; one that has no meaning for this land says so with a code.
 */
@NullMarked
package vn.diaba.cadastre.command;

import org.jspecify.annotations.NullMarked;
