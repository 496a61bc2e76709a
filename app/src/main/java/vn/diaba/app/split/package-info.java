/**
 * Splitting: one tool that draws a line, divides into shares or areas, or takes a strip, with its panel below the map. {@code
 * SplitAsk} reads the box, {@code SplitPlan} is what would come of it, planned on a snapshot and measured, {@code
 * SplitViewModel} holds what was typed and clicked; the tool turns gestures into it and draws it.
 *
 * <p>Whatever was asked for ends in one command. A cut of one parcel is planned at once, at every movement of the pointer; a
 * strip through many parcels away from the window's thread, the newest wish winning. Views and the tool may use JavaFX; the
 * rest knows no scene and is tested without a toolkit.
 */
@NullMarked
package vn.diaba.app.split;

import org.jspecify.annotations.NullMarked;
