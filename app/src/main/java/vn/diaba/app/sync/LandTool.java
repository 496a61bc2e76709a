package vn.diaba.app.sync;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.tool.OverTool;

/**
 * A tool beside whose panel the map is used as ever, with something of the land database drawn over it. FX thread only.
 */
abstract class LandTool implements PanelTool, OverTool {
    private final ToolDesk desk;
    private final MapTool below;
    private final String prompt;
    private final InvalidationListener follow = changed -> redraw();
    private @Nullable MapCanvas canvas;

    /** {@code prompt}: what the status bar says while it is in use. */
    LandTool(ToolDesk desk, MapTool below, String prompt) {
        this.desk = desk;
        this.below = below;
        this.prompt = prompt;
    }

    /** What is drawn; the same one each time. */
    abstract Overlay overlay();

    /** What is drawn changes with it; the same one each time. */
    abstract Observable drawn();

    /** Reads anew what the panel shows. */
    abstract void refresh();

    private void redraw() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    @Override
    public final MapTool below() {
        return below;
    }

    @Override
    public final void entered(MapCanvas entered) {
        canvas = entered;
        below.entered(entered);
        entered.addOverlay(overlay());
        drawn().addListener(follow);
        refresh();
        desk.prompt().accept(prompt);
    }

    @Override
    public final void left(MapCanvas last) {
        below.left(last);
        last.removeOverlay(overlay());
        drawn().removeListener(follow);
        canvas = null;
    }
}
