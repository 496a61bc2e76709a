/**
 * Work on corners and boundaries with the mouse, keys and typed numbers: move, weld, attach, detach, insert, remove, nudge,
 * align, redraw a stretch; and the same hand for map objects. What a gesture would come to is an {@code EditPlan}, made on a
 * snapshot of the land by pure classes ({@code Landing}, {@code CornerEntry}, {@code CornerNumbers}) that are tested without
 * a toolkit; {@code VertexViewModel} holds what is picked and proposed.
 *
 * <p>A gesture submits one command at its end. May use {@code app.tool}, {@code map.canvas}, {@code map.tool} and the
 * domain; knows no other view, and reasons are asked through {@code ReasonAsker}.
 */
@NullMarked
package vn.diaba.app.vertex;

import org.jspecify.annotations.NullMarked;
