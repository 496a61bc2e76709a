package vn.diaba.map.paint;

import java.awt.Graphics2D;
import java.awt.Shape;

/** What shapes are drawn on: pixels or vectors. Colours are 0xAARRGGBB, not premultiplied. Confined to one thread. */
interface Surface {
    /** Fills by the even-odd rule. */
    void fill(ScreenShape shape, int argb);

    /** A single pixel's worth. */
    void dot(double x, double y, int argb);

    /** Strokes every part; {@code closed} joins the last point to the first. */
    void stroke(ScreenShape shape, boolean closed, Pen pen);

    /** Whether it keeps true shapes, so that nothing is left out or snapped for being small. */
    boolean isExact();

    /** For what is drawn rarely or is writing. */
    Graphics2D graphics();

    /** Fills a shape, then strokes it; a colour with alpha 0 does nothing. */
    default void mark(Shape shape, int fillArgb, int strokeArgb, float strokePx) {
        Graphics2D g = graphics();
        if (fillArgb >>> 24 != 0) {
            g.setColor(new java.awt.Color(fillArgb, true));
            g.fill(shape);
        }
        if (strokeArgb >>> 24 != 0 && strokePx > 0) {
            g.setColor(new java.awt.Color(strokeArgb, true));
            g.setStroke(new java.awt.BasicStroke(strokePx));
            g.draw(shape);
        }
    }
}
