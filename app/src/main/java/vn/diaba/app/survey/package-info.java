/**
 * The surveyor's panel below the map: a traverse row by row with what does not close, and single constructions from points
 * picked on the map. What comes of them are survey points with how they were found, one undo step each time. Texts are read by
 * {@code cadastre.cogo}, computed by {@code cadastre.traverse} and {@code cadastre.cogo}; the room itself computes nothing.
 * View models know no controls.
 */
@NullMarked
package vn.diaba.app.survey;

import org.jspecify.annotations.NullMarked;
