package vn.diaba.app.tool;

import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/**
 * A tool that draws over the map what it is about to do, while it is in use. A subclass says what it draws, and what it does
 * when it comes into use and goes out of it. FX thread only.
 */
public abstract class SketchTool implements MapTool {
    private final ToolDesk desk;
    private final Overlay overlay = this::draw;
    private @Nullable MapCanvas canvas;

    /** A tool for this desk. */
    protected SketchTool(ToolDesk desk) {
        this.desk = desk;
    }

    /** Draws what is about to be done. */
    protected abstract void draw(GraphicsContext graphics, Viewport viewport);

    /** Comes into use on a map. */
    protected abstract void begin(MapCanvas entered);

    /** Has gone out of use; the map is still there. */
    protected abstract void end(MapCanvas leftCanvas);

    @Override
    public final void entered(MapCanvas entered) {
        canvas = entered;
        entered.addOverlay(overlay);
        begin(entered);
    }

    @Override
    public final void left(MapCanvas leftCanvas) {
        canvas = null;
        end(leftCanvas);
        leftCanvas.removeOverlay(overlay);
    }

    /** What it works at. */
    protected final ToolDesk desk() {
        return desk;
    }

    /** The land as it is now. */
    protected final Fabric fabric() {
        return desk.workspace().fabric();
    }

    /** The map while the tool is in use, else null. */
    protected final @Nullable MapCanvas canvas() {
        return canvas;
    }

    /** Whether the tool is in use. */
    protected final boolean isUsed() {
        return canvas != null;
    }

    /** What the pointer looks like on the map, while the tool is in use. */
    protected final void setCursor(Cursor cursor) {
        if (canvas != null) {
            canvas.setCursor(cursor);
        }
    }

    /** Where a pointer is on the land. */
    protected static EastNorth place(MapPointer at) {
        return new EastNorth(at.east(), at.north());
    }

    /** A length on the screen in metres on the land; 0 while the tool is not in use. */
    protected final double metres(double pixels) {
        return canvas == null ? 0 : pixels * canvas.viewport().metresPerPixel();
    }

    /** Says in the status bar what can be done now, while the tool is in use. */
    protected final void prompt(String code) {
        if (canvas != null) {
            desk.prompt().accept(code);
        }
    }

    /** Gives the keys to the map, while the tool is in use: the fields that had them may be gone. */
    protected final void toMap() {
        if (canvas != null) {
            canvas.requestFocus();
        }
    }

    /** Draws anew, while the tool is in use. */
    protected final void redraw() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    /** Draws anew whenever one of these changes. */
    protected final void redrawWith(ObservableValue<?>... drawn) {
        for (ObservableValue<?> each : drawn) {
            each.addListener((property, was, is) -> redraw());
        }
    }
}
