/**
 * Tools that change land on the map. Each has a pure half, which plans on a snapshot of the land ({@code SplitSketch},
 * {@code Snap}) and is tested without a toolkit, and a half that turns gestures into it and draws it.
 *
 * <p>A gesture submits one command at its end; until then nothing is stored and nobody is asked. May use JavaFX,
 * {@code map.canvas}, {@code map.tool} and the domain; knows no other view.
 */
@NullMarked
package vn.diaba.app.tool;

import org.jspecify.annotations.NullMarked;
