/**
 * Taking work to the field in the window: sheets and rectangles are chosen on the map, what that will be is shown before it is
 * done, then a workspace of its own is made or the open one gets more land.
 *
 * <p>The line is used on an io thread, the open land is changed on the edit thread, and the window is only shown what came of
 * it: immutable facts made there.
 */
@NullMarked
package vn.diaba.app.take;

import org.jspecify.annotations.NullMarked;
