/**
 * Building parcels in the window: of survey points named or clicked in order, and of drawn lines, first with what would move
 * and how far, then with a grid of the parcels that would begin. What is built comes from {@code cadastre.linework}; drawings
 * are read by {@code exchange}. Each is one undo step. View models know no controls.
 */
@NullMarked
package vn.diaba.app.build;

import org.jspecify.annotations.NullMarked;
