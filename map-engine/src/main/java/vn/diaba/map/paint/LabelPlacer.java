package vn.diaba.map.paint;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.diaba.map.layer.MapFeature;
import vn.diaba.map.style.Symbol;

/**
 * Finds room for labels: inside the polygon and the window, the fullest form that fits, never over another one. What finds
 * no room is left out. Confined to one thread.
 */
final class LabelPlacer {
    private static final double MARGIN_PX = 1.5;

    private final double width;
    private final double height;
    private final MapFonts fonts;
    private final List<List<Placed>> layers = new ArrayList<>();
    private final InnerPlaces places;

    private record Placed(Label label, Label.Spot spot) {}

    LabelPlacer(double width, double height, MapFonts fonts) {
        this.width = width;
        this.height = height;
        this.fonts = fonts;
        this.places = new InnerPlaces(width, height);
    }

    void startLayer() {
        layers.add(new ArrayList<>());
    }

    /**
     * Looks for a place for one feature's label.
     *
     * @param wanted where somebody wants it, in pixels, or empty
     */
    void add(ScreenShape shape, MapFeature feature, Symbol.Text symbol, double pxPerMm, double[] wanted) {
        double size = symbol.heightMm() * pxPerMm;
        boolean polygon = shape.kind == MapFeature.Kind.POLYGON;
        if (polygon && (shape.maxX - shape.minX < size * 0.6 || shape.maxY - shape.minY < size * MapFonts.CAP_HEIGHT)) {
            return;
        }
        Supplier<List<Label>> forms = () -> Label.of(symbol, symbol.label().apply(feature), pxPerMm, fonts);
        if (polygon) {
            addInside(shape, forms.get(), wanted);
        } else if (symbol.form() == Symbol.Form.ALONG && shape.kind == MapFeature.Kind.LINE) {
            addAlong(shape, forms, size);
        } else {
            addBeside(shape, forms.get(), size);
        }
    }

    /** Draws what found room, upper layers first to choose; returns how many. {@code isExact}: not snapped to pixels. */
    int draw(Graphics2D graphics, boolean isExact) {
        Occupied occupied = new Occupied(width, height);
        int drawn = 0;
        for (int i = layers.size() - 1; i >= 0; i--) {
            for (Placed placed : layers.get(i)) {
                if (occupied.take(placed.spot, placed.label.width() + 2, placed.label.height() + 2)) {
                    placed.label.draw(graphics, placed.spot, isExact);
                    drawn++;
                }
            }
        }
        return drawn;
    }

    private void addInside(ScreenShape shape, List<Label> forms, double[] wanted) {
        if (forms.isEmpty()) {
            return;
        }
        int found = places.find(shape, wanted);
        for (Label form : forms) {
            double w = form.width() + 2 * MARGIN_PX;
            double h = form.height() + 2 * MARGIN_PX;
            if (w > shape.maxX - shape.minX || h > shape.maxY - shape.minY) {
                continue;
            }
            for (int i = 0; i < found; i++) {
                double x = places.xs[i];
                double y = places.ys[i];
                if (isInWindow(x, y, form) && InnerPlaces.holds(shape, x, y, w / 2, h / 2)) {
                    place(form, x, y, 0);
                    return;
                }
            }
        }
    }

    /** Right of a point; over the middle of a line. */
    private void addBeside(ScreenShape shape, List<Label> forms, double size) {
        if (forms.isEmpty()) {
            return;
        }
        Label form = forms.get(0);
        int middle = shape.pointCount() / 2;
        boolean point = shape.kind == MapFeature.Kind.POINT;
        boolean pair = !point && shape.pointCount() % 2 == 0;
        double x = pair ? (shape.xy[2 * middle] + shape.xy[2 * middle - 2]) / 2 : shape.xy[2 * middle];
        double y = pair ? (shape.xy[2 * middle + 1] + shape.xy[2 * middle - 1]) / 2 : shape.xy[2 * middle + 1];
        x += point ? form.width() / 2 + size * 0.5 : 0;
        if (isInWindow(x, y, form)) {
            place(form, x, y, 0);
        }
    }

    /** Above the stretch from a line's first point to its last, never upside down. */
    private void addAlong(ScreenShape shape, Supplier<List<Label>> forms, double size) {
        int last = shape.pointCount() - 1;
        double x0 = shape.xy[0];
        double y0 = shape.xy[1];
        double dx = shape.xy[2 * last] - x0;
        double dy = shape.xy[2 * last + 1] - y0;
        double length = Math.hypot(dx, dy);
        if (length < size) {
            return;
        }
        List<Label> found = forms.get();
        if (found.isEmpty() || found.get(0).width() > length * 0.9) {
            return;
        }
        Label form = found.get(0);
        double turn = dx < 0 || dx == 0 && dy > 0 ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
        double off = form.height() / 2 + size * 0.4;
        double x = x0 + dx / 2 + off * Math.sin(turn);
        double y = y0 + dy / 2 - off * Math.cos(turn);
        if (x >= 0 && x <= width && y >= 0 && y <= height) {
            place(form, x, y, turn);
        }
    }

    private void place(Label form, double x, double y, double turn) {
        layers.get(layers.size() - 1).add(new Placed(form, new Label.Spot(x, y, turn)));
    }

    private boolean isInWindow(double x, double y, Label label) {
        return x - label.width() / 2 >= 0
                && x + label.width() / 2 <= width
                && y - label.height() / 2 >= 0
                && y + label.height() / 2 <= height;
    }
}
