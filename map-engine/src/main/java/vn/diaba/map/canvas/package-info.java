/**
 * The JavaFX control that shows the map: one picture below, overlays above, one active tool. Pictures are painted by {@code
 * RenderLoop} on its own thread into pixels that JavaFX shows without a copy; until a new one is there, the old one is moved
 * and stretched to where its places are now. Nothing is painted on the FX thread but overlays.
 *
 * <p>May use JavaFX, {@code map.paint}, {@code map.layer}, {@code map.view}. Knows no parcels.
 */
@NullMarked
package vn.diaba.map.canvas;

import org.jspecify.annotations.NullMarked;
