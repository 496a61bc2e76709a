/**
 * Tools any map needs: look around, pick by a box, measure. Tools that change land are the application's.
 *
 * <p>May use JavaFX, {@code map.canvas} and {@code map.view}. Knows no layers and no parcels.
 */
@NullMarked
package vn.diaba.map.tool;

import org.jspecify.annotations.NullMarked;
