package vn.diaba.app.tool;

import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.tool.OverTool;

/** A tool beside whose panel the map is used as ever, with something drawn over it. FX thread only. */
public abstract class BesideTool extends SketchTool implements PanelTool, OverTool {
    private final String prompt;

    /**
     * A tool for this desk.
     *
     * @param prompt what the status bar says while it is in use
     */
    protected BesideTool(ToolDesk desk, String prompt) {
        super(desk);
        this.prompt = prompt;
    }

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
