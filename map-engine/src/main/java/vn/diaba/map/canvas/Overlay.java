package vn.diaba.map.canvas;

import javafx.scene.canvas.GraphicsContext;
import vn.diaba.map.view.Viewport;

/** Something light drawn above the picture: a ghost, a selection, a snap mark. FX thread only. */
@FunctionalInterface
public interface Overlay {
    /**
     * Draws itself.
     *
     * @param graphics in pixels of the canvas, its state as new; colours, widths and dashes are reset afterwards
     * @param view what the canvas shows now
     */
    void draw(GraphicsContext graphics, Viewport view);
}
