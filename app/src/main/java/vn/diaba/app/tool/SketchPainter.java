package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.map.view.Viewport;

/**
 * Draws a line that is being made and what the pointer has caught. FX thread only.
 *
 * @param graphics what is drawn on
 * @param view where places of the land are on it
 * @param colour of line and signs
 */
public record SketchPainter(GraphicsContext graphics, Viewport view, Color colour) {
    private static final double LINE_PX = 2.2;
    private static final double DOT_PX = 3.5;
    private static final double SIGN_PX = 6;

    /** Draws the places clicked so far and the stretch to where the pointer means to be, if it means one. */
    public void line(List<EastNorth> clicked, @Nullable Snap next) {
        List<EastNorth> all = new ArrayList<>(clicked);
        if (next != null && !clicked.isEmpty()) {
            all.add(next.place());
        }
        double[] xs = all.stream().mapToDouble(at -> view.screenX(at.east())).toArray();
        double[] ys = all.stream().mapToDouble(at -> view.screenY(at.north())).toArray();
        graphics.setStroke(colour);
        graphics.setLineWidth(LINE_PX);
        graphics.strokePolyline(xs, ys, xs.length);
        graphics.setFill(Color.WHITE);
        for (int i = 0; i < clicked.size(); i++) {
            graphics.fillOval(xs[i] - DOT_PX, ys[i] - DOT_PX, 2 * DOT_PX, 2 * DOT_PX);
            graphics.strokeOval(xs[i] - DOT_PX, ys[i] - DOT_PX, 2 * DOT_PX, 2 * DOT_PX);
        }
    }

    /** A square for a corner, a circle for a map object, an hourglass for a side, a cross for nothing caught. */
    public void sign(Snap caught) {
        double x = view.screenX(caught.place().east());
        double y = view.screenY(caught.place().north());
        double west = x - SIGN_PX;
        double east = x + SIGN_PX;
        double top = y - SIGN_PX;
        double foot = y + SIGN_PX;
        graphics.setStroke(colour);
        graphics.setLineWidth(caught.kind() == Snap.Kind.FREE ? 1 : 2);
        switch (caught.kind()) {
            case CORNER -> graphics.strokeRect(west, top, 2 * SIGN_PX, 2 * SIGN_PX);
            case OBJECT -> graphics.strokeOval(west, top, 2 * SIGN_PX, 2 * SIGN_PX);
            case SIDE ->
                graphics.strokePolygon(new double[] {west, east, west, east}, new double[] {top, top, foot, foot}, 4);
            default -> {
                graphics.strokeLine(west, y, east, y);
                graphics.strokeLine(x, top, x, foot);
            }
        }
    }

    /** The sentence that says what was caught; empty when nothing was. */
    public static String code(Snap.Kind kind) {
        return switch (kind) {
            case CORNER -> "snap-corner";
            case OBJECT -> "snap-object";
            case SIDE -> "snap-side";
            default -> "";
        };
    }
}
