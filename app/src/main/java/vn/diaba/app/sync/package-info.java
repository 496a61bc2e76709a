/**
 * The workspace and the land database in the window: signing in and out, what waits and for what, what a sync would do, doing
 * it with progress and a way to stop, its receipt and all earlier ones; what others propose and where they work, on the map;
 * the inbox of conflicts with the map and both sides' values, decided one by one or many alike, undone as one; and a second
 * office simulated beside the workspace, to try all that.
 *
 * <p>The line is used on an io thread, the land is changed on the edit thread, and the window is only shown what came of it:
 * immutable facts made there. Passwords are wiped when they have been used; what is remembered of a land database is its
 * address and the name of the account.
 */
@NullMarked
package vn.diaba.app.sync;

import org.jspecify.annotations.NullMarked;
