/**
 * Draws a stack of layers seen through a viewport: into the pixels of an image, or as vectors onto any {@code Graphics2D}
 * such as a PDF page.
 *
 * <p>Java2D's antialiased filling and stroking cost three to nine times the plain ones, so pictures are made by our own
 * scan filler and line drawer straight in the image's memory: fills without smoothing, lines smoothed at close scales only,
 * what is smaller than a pixel as a pixel. Sources hand out shared sides once, as lines. Writing is Java2D's, with the
 * bundled DejaVu Sans; no system font is ever used.
 *
 * <p>May use {@code java.awt}, {@code map.layer}, {@code map.style}, {@code map.view}. Knows no JavaFX and no parcels.
 */
@NullMarked
package vn.diaba.map.paint;

import org.jspecify.annotations.NullMarked;
