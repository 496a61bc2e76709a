package vn.diaba.map.tool;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/**
 * Picks by a click or by a box: drawn from left to right it takes what lies wholly inside, from right to left what it
 * touches. Shift adds, Control takes away, Esc gives the box up. FX thread only.
 */
public final class BoxSelectTool implements MapTool {
    /** What to do with what was picked. */
    public enum Mode {
        /** It becomes the selection. */
        REPLACE,
        /** It joins the selection. */
        ADD,
        /** It leaves the selection. */
        REMOVE
    }

    /** Who is told. FX thread. */
    public interface Listener {
        /** A click without a box. */
        void pointed(MapPointer pointer, Mode mode);

        /**
         * A box was drawn.
         *
         * @param box metres
         * @param touching take what the box touches, not only what lies inside
         */
        void boxed(Envelope box, boolean touching, Mode mode);
    }

    private static final double CLICK_PX = 4;

    private final Listener listener;
    private final Overlay overlay = this::draw;
    private @Nullable MapCanvas canvas;
    private @Nullable MapPointer start;
    private @Nullable MapPointer end;

    /** A tool that tells this listener. */
    public BoxSelectTool(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        entered.addOverlay(overlay);
    }

    @Override
    public void left(MapCanvas leftCanvas) {
        start = null;
        leftCanvas.removeOverlay(overlay);
        canvas = null;
    }

    @Override
    public void pressed(MapPointer pointer) {
        if (pointer.isPrimary()) {
            start = pointer;
            end = pointer;
        }
    }

    @Override
    public void dragged(MapPointer pointer) {
        if (start != null) {
            end = pointer;
            refresh();
        }
    }

    @Override
    public void released(MapPointer pointer) {
        MapPointer from = start;
        if (from == null || !pointer.isPrimary()) {
            return;
        }
        start = null;
        Mode mode = pointer.modifiers().shift() ? Mode.ADD : pointer.modifiers().control() ? Mode.REMOVE : Mode.REPLACE;
        double dx = pointer.screenX() - from.screenX();
        double dy = pointer.screenY() - from.screenY();
        if (Math.abs(dx) < CLICK_PX && Math.abs(dy) < CLICK_PX) {
            listener.pointed(pointer, mode);
        } else {
            listener.boxed(new Envelope(from.east(), pointer.east(), from.north(), pointer.north()), dx < 0, mode);
        }
        refresh();
    }

    @Override
    public boolean keyed(KeyEvent event) {
        boolean drawing = start != null && event.getCode() == KeyCode.ESCAPE;
        if (drawing) {
            start = null;
            refresh();
        }
        return drawing;
    }

    private void refresh() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    private void draw(GraphicsContext g, Viewport view) {
        if (start == null || end == null) {
            return;
        }
        double x0 = view.screenX(start.east());
        double y0 = view.screenY(start.north());
        double x1 = view.screenX(end.east());
        double y1 = view.screenY(end.north());
        boolean touching = x1 < x0;
        Color colour = touching ? Color.web("#2e9e4f") : Color.web("#2060c0");
        g.setFill(colour.deriveColor(0, 1, 1, 0.15));
        g.setStroke(colour);
        g.setLineWidth(1);
        if (touching) {
            g.setLineDashes(6, 4);
        }
        double x = Math.floor(Math.min(x0, x1)) + 0.5;
        double y = Math.floor(Math.min(y0, y1)) + 0.5;
        g.fillRect(x, y, Math.abs(x1 - x0), Math.abs(y1 - y0));
        g.strokeRect(x, y, Math.abs(x1 - x0), Math.abs(y1 - y0));
    }
}
