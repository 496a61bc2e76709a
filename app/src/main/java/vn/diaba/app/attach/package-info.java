/**
 * Files attached to a parcel, paper, case, map object or survey point, in the window: one list with what can be done with
 * them, wherever they are shown. Contents that are still at the land database are fetched when somebody asks for them.
 */
@NullMarked
package vn.diaba.app.attach;

import org.jspecify.annotations.NullMarked;
