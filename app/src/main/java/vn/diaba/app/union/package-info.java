/**
 * Making one parcel of several, and the edits by which land passes between parcels, each as a tool with a panel below the
 * map: a grid of the attributes side by side for a merge, a few questions and a sentence that says what would happen for
 * the others.
 *
 * <p>What would happen is planned in a job, the newest request wins, so that neither many parcels nor long roads stop the
 * window. Every tool hands in one command of {@code cadastre.union}: one step to undo. View models know no scene.
 */
@NullMarked
package vn.diaba.app.union;

import org.jspecify.annotations.NullMarked;
