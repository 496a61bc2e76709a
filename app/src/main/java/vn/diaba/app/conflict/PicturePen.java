package vn.diaba.app.conflict;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on a picture. Confined to one thread. */
final class PicturePen implements Pen {
    private static final Color GROUND = new Color(255, 255, 255, 235);
    private static final Color EDGE = new Color(0xc3ccd5);

    private final Graphics2D graphics;

    /** A pen for these graphics, of which it keeps the settings. */
    PicturePen(Graphics2D graphics, Font font) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
    }

    @Override
    public void line(Version version, double x1, double y1, double x2, double y2) {
        graphics.setColor(new Color(version.rgb()));
        graphics.setStroke(stroke(version));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static BasicStroke stroke(Version version) {
        double[] dashes = version.dashesPx();
        float width = (float) version.widthPx();
        if (dashes.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        return new BasicStroke(
                width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                new float[] {(float) dashes[0], (float) dashes[1]},
                0);
    }

    @Override
    public void mark(Version version, double x, double y, double radius) {
        Shape shape;
        if (version == Version.BASE) {
            shape = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        } else if (version == Version.MINE) {
            shape = new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(x, y - radius * 1.3);
            diamond.lineTo(x + radius * 1.3, y);
            diamond.lineTo(x, y + radius * 1.3);
            diamond.lineTo(x - radius * 1.3, y);
            diamond.closePath();
            shape = diamond;
        }
        Color colour = new Color(version.rgb());
        graphics.setColor(version == Version.BASE ? Color.WHITE : colour);
        graphics.fill(shape);
        graphics.setColor(version == Version.BASE ? colour : Color.WHITE);
        graphics.setStroke(new BasicStroke(version == Version.BASE ? 2 : 1));
        graphics.draw(shape);
    }

    @Override
    public void box(double x, double y, double width, double height) {
        Shape box = new Rectangle2D.Double(x, y, width, height);
        graphics.setColor(GROUND);
        graphics.fill(box);
        graphics.setColor(EDGE);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(box);
    }

    @Override
    public void text(String text, double x, double y, int rgb) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(new Color(rgb));
        graphics.drawString(text, (float) x, (float) (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    @Override
    public double widthOf(String text) {
        return graphics.getFontMetrics().stringWidth(text);
    }
}
