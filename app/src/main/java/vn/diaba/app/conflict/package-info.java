/**
 * A conflict between a workspace and the land database as people see it: who changed what when, the three values of each
 * attribute side by side, and a drawing of the land as both started from, as it is here and as the land database has it.
 *
 * <p>The drawing is made once, for a {@code Pen}; the window gives one over its map, a file another over a picture, so that
 * a conflict looks the same wherever it is shown. Names no side "local" or "remote": here are the names of people.
 *
 * <p>May use the words, the land, the conflicts of the store, the map's views and painter; knows no window, no line and no
 * JavaFX.
 */
@NullMarked
package vn.diaba.app.conflict;

import org.jspecify.annotations.NullMarked;
