/**
 * The inbox of conflicts in the window: each drawn on the map in its versions, decided alone or many at once.
 *
 * <p>The cards and their drawing come from {@code app.conflict}; deciding goes through the edit thread like every act.
 */
@NullMarked
package vn.diaba.app.inbox;

import org.jspecify.annotations.NullMarked;
