package vn.diaba.map.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import vn.diaba.map.layer.MapFeature;
import vn.diaba.map.style.Symbol;

/** A symbol ready to draw: made once for each symbol of a painting, used for every feature that has it. */
interface Brush {
    /** Draws one feature. */
    void draw(ScreenShape shape, MapFeature feature);

    /** What brushes draw with. */
    record Kit(Surface surface, LabelPlacer labels, double pxPerMm, boolean isSmooth) {
        Brush brush(Symbol symbol) {
            if (symbol instanceof Symbol.Fill fill) {
                return (shape, feature) -> fill(shape, fill.argb());
            }
            if (symbol instanceof Symbol.Line line) {
                Pen pen = Pen.of(line, pxPerMm, isSmooth);
                return (shape, feature) -> stroke(shape, pen);
            }
            if (symbol instanceof Symbol.Mark mark) {
                Shape outline = outline(mark.shape(), mark.sizeMm() * pxPerMm);
                return (shape, feature) -> mark(shape, outline, mark);
            }
            Symbol.Text text = (Symbol.Text) symbol;
            double[] place = new double[2];
            return (shape, feature) -> {
                boolean wanted = feature.labelPoint(place);
                labels.add(shape, feature, text, pxPerMm, wanted ? shape.toScreen(place) : NOWHERE);
            };
        }

        private void fill(ScreenShape shape, int argb) {
            if (shape.kind != MapFeature.Kind.POLYGON) {
                return;
            }
            if (!surface.isExact() && shape.isSmallerThan(1)) {
                surface.dot((shape.minX + shape.maxX) / 2, (shape.minY + shape.maxY) / 2, argb);
            } else {
                surface.fill(shape, argb);
            }
        }

        private void stroke(ScreenShape shape, Pen pen) {
            if (shape.kind != MapFeature.Kind.POINT && (surface.isExact() || !shape.isSmallerThan(0.5))) {
                surface.stroke(shape, shape.kind == MapFeature.Kind.POLYGON, pen);
            }
        }

        private void mark(ScreenShape shape, Shape outline, Symbol.Mark mark) {
            int points = shape.kind == MapFeature.Kind.POLYGON ? 1 : shape.pointCount();
            for (int i = 0; i < points; i++) {
                boolean polygon = shape.kind == MapFeature.Kind.POLYGON;
                double x = polygon ? (shape.minX + shape.maxX) / 2 : shape.xy[2 * i];
                double y = polygon ? (shape.minY + shape.maxY) / 2 : shape.xy[2 * i + 1];
                Shape moved = AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline);
                surface.mark(moved, mark.fillArgb(), mark.strokeArgb(), (float) (mark.strokeMm() * pxPerMm));
            }
        }
    }

    /** No place wanted. */
    double[] NOWHERE = {};

    private static Shape outline(Symbol.Shape shape, double size) {
        double r = size / 2;
        Path2D path = new Path2D.Double();
        switch (shape) {
            case CIRCLE -> path.append(new Ellipse2D.Double(-r, -r, size, size), false);
            case SQUARE -> path.append(new Rectangle2D.Double(-r, -r, size, size), false);
            case TRIANGLE -> {
                path.moveTo(0, -r);
                path.lineTo(r, r);
                path.lineTo(-r, r);
                path.closePath();
            }
            case CROSS -> {
                path.moveTo(-r, 0);
                path.lineTo(r, 0);
                path.moveTo(0, -r);
                path.lineTo(0, r);
            }
            case X -> {
                path.moveTo(-r, -r);
                path.lineTo(r, r);
                path.moveTo(-r, r);
                path.lineTo(r, -r);
            }
        }
        return path;
    }
}
