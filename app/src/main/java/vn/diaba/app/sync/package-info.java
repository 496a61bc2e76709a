/**
 * The workspace and the land database in the window: what waits, what a sync would do, doing it with progress and a way to
 * stop, its receipt; and the inbox of conflicts with the map and both sides' values, each decided by one click.
 *
 * <p>The line is used on an io thread, the land is changed on the edit thread, and the window is only shown what came of it:
 * immutable facts made there. Passwords are wiped when they have been used; what is remembered of a land database is its
 * address and the name of the account.
 */
@NullMarked
package vn.diaba.app.sync;

import org.jspecify.annotations.NullMarked;
