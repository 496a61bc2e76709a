package vn.diaba.map.tool;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/**
 * Measures along clicked points, live to the pointer. Backspace takes the last point back, a double-click or Enter ends the
 * line, the next click starts anew, Esc clears. FX thread only.
 */
public final class MeasureTool implements MapTool {
    private static final Color COLOUR = Color.web("#c02060");
    private static final double FONT_PX = 13;

    private final Function<Measurement, String> wording;
    private final Overlay overlay = this::draw;
    private final Font font;
    private final List<double[]> points = new ArrayList<>();
    private double @Nullable [] floating;
    private boolean isEnded;
    private @Nullable MapCanvas canvas;

    /**
     * A tool that words its results so.
     *
     * @param wording the lines written beside the pointer, parted by line ends
     */
    public MeasureTool(Function<Measurement, String> wording) {
        this.wording = wording;
        InputStream letters = MapTool.class.getResourceAsStream("/vn/diaba/map/paint/DejaVuSans.ttf");
        this.font = Font.loadFont(letters, FONT_PX);
    }

    /** What is measured now, the stretch to the pointer included. */
    public Measurement measurement() {
        List<double[]> all = new ArrayList<>(points);
        if (floating != null && !isEnded && !points.isEmpty()) {
            all.add(floating);
        }
        return Measurement.of(all);
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        entered.addOverlay(overlay);
    }

    @Override
    public void left(MapCanvas leftCanvas) {
        clear();
        leftCanvas.removeOverlay(overlay);
        canvas = null;
    }

    @Override
    public void pressed(MapPointer pointer) {
        if (!pointer.isPrimary()) {
            return;
        }
        if (pointer.clickCount() >= 2) {
            isEnded = true;
        } else {
            if (isEnded) {
                clear();
            }
            points.add(new double[] {pointer.east(), pointer.north()});
        }
        refresh();
    }

    @Override
    public void moved(MapPointer pointer) {
        floating = new double[] {pointer.east(), pointer.north()};
        if (!points.isEmpty() && !isEnded) {
            refresh();
        }
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (points.isEmpty()) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            clear();
        } else if (event.getCode() == KeyCode.BACK_SPACE && !isEnded) {
            points.remove(points.size() - 1);
        } else if (event.getCode() == KeyCode.ENTER) {
            isEnded = true;
        } else {
            return false;
        }
        refresh();
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    private void clear() {
        points.clear();
        isEnded = false;
    }

    private void refresh() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    private void draw(GraphicsContext g, Viewport view) {
        List<double[]> all = new ArrayList<>(points);
        if (floating != null && !isEnded && !points.isEmpty()) {
            all.add(floating);
        }
        if (all.isEmpty()) {
            return;
        }
        g.setStroke(COLOUR);
        g.setLineWidth(2);
        double[] xs = all.stream().mapToDouble(p -> view.screenX(p[0])).toArray();
        double[] ys = all.stream().mapToDouble(p -> view.screenY(p[1])).toArray();
        g.strokePolyline(xs, ys, xs.length);
        g.setFill(Color.WHITE);
        for (int i = 0; i < points.size(); i++) {
            g.fillOval(xs[i] - 3, ys[i] - 3, 6, 6);
            g.strokeOval(xs[i] - 3, ys[i] - 3, 6, 6);
        }
        write(g, xs[xs.length - 1] + 14, ys[ys.length - 1] + 14);
    }

    private void write(GraphicsContext g, double x, double y) {
        String text = wording.apply(measurement());
        g.setFont(font);
        g.setTextBaseline(VPos.TOP);
        g.setStroke(Color.WHITE);
        g.setLineWidth(3);
        g.strokeText(text, x, y);
        g.setFill(COLOUR);
        g.fillText(text, x, y);
    }
}
