package vn.diaba.app.inbox;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import vn.diaba.app.conflict.Pen;
import vn.diaba.app.conflict.Version;

/** Draws on the window's map. FX thread only. */
public final class CanvasPen implements Pen {
    private static final Font LETTERS = Font.font("DejaVu Sans", 12.5);
    private static final Color GROUND = Color.web("#ffffff", 0.93);
    private static final Color EDGE = Color.web("#c3ccd5");

    private final GraphicsContext graphics;

    /** A pen for a canvas. */
    public CanvasPen(GraphicsContext graphics) {
        this.graphics = graphics;
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    @Override
    public void line(Version version, double x1, double y1, double x2, double y2) {
        graphics.setStroke(colour(version.rgb()));
        graphics.setLineWidth(version.widthPx());
        graphics.setLineDashes(version.dashesPx());
        graphics.setLineCap(version.dashesPx().length == 0 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        graphics.strokeLine(x1, y1, x2, y2);
        graphics.setLineDashes();
    }

    @Override
    public void mark(Version version, double x, double y, double radius) {
        Color colour = colour(version.rgb());
        graphics.setFill(version == Version.BASE ? Color.WHITE : colour);
        graphics.setStroke(version == Version.BASE ? colour : Color.WHITE);
        graphics.setLineWidth(version == Version.BASE ? 2 : 1);
        double size = 2 * radius;
        if (version == Version.BASE) {
            graphics.fillOval(x - radius, y - radius, size, size);
            graphics.strokeOval(x - radius, y - radius, size, size);
        } else if (version == Version.MINE) {
            graphics.fillRect(x - radius, y - radius, size, size);
            graphics.strokeRect(x - radius, y - radius, size, size);
        } else {
            double reach = radius * 1.3;
            double[] xs = {x, x + reach, x, x - reach};
            double[] ys = {y - reach, y, y + reach, y};
            graphics.fillPolygon(xs, ys, xs.length);
            graphics.strokePolygon(xs, ys, xs.length);
        }
    }

    @Override
    public void box(double x, double y, double width, double height) {
        graphics.setFill(GROUND);
        graphics.fillRect(x, y, width, height);
        graphics.setStroke(EDGE);
        graphics.setLineWidth(1);
        graphics.strokeRect(Math.rint(x) + 0.5, Math.rint(y) + 0.5, Math.rint(width), Math.rint(height));
    }

    @Override
    public void text(String text, double x, double y, int rgb) {
        graphics.setFont(LETTERS);
        graphics.setFill(colour(rgb));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(text, x, y);
    }

    @Override
    public double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(LETTERS);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
