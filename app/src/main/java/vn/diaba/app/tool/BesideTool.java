package vn.diaba.app.tool;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.OverTool;
import vn.diaba.map.tool.PanZoomTool;
import vn.diaba.map.view.Viewport;

/**
 * A tool beside whose panel the map is used as ever, with something drawn over it; unless it says otherwise, the mouse moves
 * the map. FX thread only.
 */
public abstract class BesideTool extends SketchTool implements PanelTool, OverTool {
    private final String prompt;
    private final MapTool below;

    /**
     * A tool for this desk.
     *
     * @param prompt what the status bar says while it is in use
     */
    protected BesideTool(ToolDesk desk, String prompt) {
        this(desk, prompt, new PanZoomTool());
    }

    /**
     * A tool for this desk beside which the mouse does something else.
     *
     * @param prompt what the status bar says while it is in use
     * @param below what the mouse and the keys do on the map
     */
    protected BesideTool(ToolDesk desk, String prompt, MapTool below) {
        super(desk);
        this.prompt = prompt;
        this.below = below;
    }

    @Override
    public MapTool below() {
        return below;
    }

    /** What Enter on the map does; false for nothing. */
    protected boolean goOn() {
        return false;
    }

    @Override
    public boolean keyed(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER && goOn() || event.getCode() != KeyCode.ESCAPE && below().keyed(event);
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {}

    @Override
    protected void begin(MapCanvas entered) {
        below().entered(entered);
        prompt(prompt);
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        below().left(leftCanvas);
    }
}
