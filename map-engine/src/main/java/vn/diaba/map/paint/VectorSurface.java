package vn.diaba.map.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws onto any {@code Graphics2D} as shapes: a PDF page keeps true vectors and true line widths. */
final class VectorSurface implements Surface {
    private final Graphics2D graphics;

    VectorSurface(Graphics2D graphics) {
        this.graphics = graphics;
    }

    @Override
    public void fill(ScreenShape shape, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(path(shape, true));
    }

    @Override
    public void dot(double x, double y, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(new Rectangle2D.Double(x - 0.5, y - 0.5, 1, 1));
    }

    @Override
    public void stroke(ScreenShape shape, boolean closed, Pen pen) {
        graphics.setColor(new Color(pen.argb(), true));
        float width = (float) pen.widthPx();
        if (pen.dashPx().length == 0) {
            graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        } else {
            float[] dash = new float[pen.dashPx().length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = (float) pen.dashPx()[i];
            }
            graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        }
        graphics.draw(path(shape, closed));
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    private static Path2D path(ScreenShape shape, boolean closed) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD, shape.pointCount() + 2);
        for (int part = 0; part < shape.parts; part++) {
            int start = shape.start(part);
            int end = shape.ends[part];
            for (int i = start; i < end; i++) {
                if (i == start) {
                    path.moveTo(shape.xy[2 * i], shape.xy[2 * i + 1]);
                } else {
                    path.lineTo(shape.xy[2 * i], shape.xy[2 * i + 1]);
                }
            }
            if (closed && end > start) {
                path.closePath();
            }
        }
        return path;
    }
}
