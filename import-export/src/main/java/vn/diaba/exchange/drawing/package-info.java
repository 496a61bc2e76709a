/**
 * The land as map layers: parcels to fill and to label, sides to draw, each shared side once. Screen, picture and paper
 * draw the same layers by the same painter. May use {@code map.layer}, {@code map.style} and the fabric; knows nothing of
 * windows, files or stores.
 */
@NullMarked
package vn.diaba.exchange.drawing;

import org.jspecify.annotations.NullMarked;
