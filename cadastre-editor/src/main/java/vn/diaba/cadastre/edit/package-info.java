/**
 * The session: it holds the fabric, takes commands one by one, lets the rules judge what each would give, makes it last
 * through the {@link vn.diaba.cadastre.edit.EditJournal} and only then shows it. Undo is the inverse act; the stack is
 * derived from the log. Knows nothing of windows, files or SQL.
 */
@NullMarked
package vn.diaba.cadastre.edit;

import org.jspecify.annotations.NullMarked;
