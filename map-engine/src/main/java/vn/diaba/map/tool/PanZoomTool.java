package vn.diaba.map.tool;

import javafx.scene.Cursor;
import org.jspecify.annotations.Nullable;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.view.Viewport;

/** Drag to pan, double-click to zoom in (with Shift, out) where the pointer is. FX thread only. */
public final class PanZoomTool implements MapTool {
    private @Nullable MapCanvas canvas;
    private @Nullable MapPointer last;

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
    }

    @Override
    public void left(MapCanvas leftCanvas) {
        canvas = null;
        last = null;
    }

    @Override
    public void pressed(MapPointer pointer) {
        last = pointer.isPrimary() ? pointer : null;
        if (canvas != null && pointer.isPrimary() && pointer.clickCount() == 2) {
            double factor = pointer.modifiers().shift() ? 0.5 : 2;
            canvas.show(canvas.viewport().zoomedAbout(pointer.screenX(), pointer.screenY(), factor));
        }
    }

    @Override
    public void dragged(MapPointer pointer) {
        if (canvas != null && last != null) {
            Viewport view = canvas.viewport();
            canvas.showOnTheWay(view.panned(pointer.screenX() - last.screenX(), pointer.screenY() - last.screenY()));
            last = pointer;
        }
    }

    @Override
    public void released(MapPointer pointer) {
        last = null;
    }

    @Override
    public Cursor cursor() {
        return Cursor.OPEN_HAND;
    }
}
