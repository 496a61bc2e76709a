/**
 * Work that takes longer than a blink: submitted by a view model, run away from the window's thread, answered on it. Knows
 * nothing of what the work is, and no JavaFX; the runner with threads belongs to the window.
 */
@NullMarked
package vn.diaba.app.job;

import org.jspecify.annotations.NullMarked;
