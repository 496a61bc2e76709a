/**
 * What tools on the map share: what the pointer catches ({@code Snap}), what is drawn above the map, the panel below it, and
 * the tool that selects. A tool has a pure half, which plans on a snapshot of the land and is tested without a toolkit, and a
 * half that turns gestures into it and draws it; those that change land have rooms of their own.
 *
 * <p>A gesture submits one command at its end; until then nothing is stored and nobody is asked. May use JavaFX,
 * {@code map.canvas}, {@code map.tool} and the domain; knows no other view.
 */
@NullMarked
package vn.diaba.app.tool;

import org.jspecify.annotations.NullMarked;
