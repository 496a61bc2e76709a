package vn.diaba.app.sync;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.OverTool;

/** Brings the workspace and the land database together; the map is used as ever meanwhile. FX thread only. */
public final class SyncTool implements PanelTool, OverTool {
    private final ToolDesk desk;
    private final SyncViewModel model;
    private final MapTool select;
    private final SyncView view;

    /**
     * A tool for this desk.
     *
     * @param select what the mouse does meanwhile
     * @param toConflicts opens the inbox of conflicts
     */
    public SyncTool(ToolDesk desk, SyncViewModel model, MapTool select, Runnable toConflicts) {
        this.desk = desk;
        this.model = model;
        this.select = select;
        view = new SyncView(model, desk.tongue(), toConflicts);
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    public void entered(MapCanvas canvas) {
        select.entered(canvas);
        model.refresh();
        desk.prompt().accept("prompt-sync");
    }

    @Override
    public void left(MapCanvas canvas) {
        select.left(canvas);
    }

    @Override
    public MapTool below() {
        return select;
    }

    @Override
    public boolean keyed(KeyEvent event) {
        return event.getCode() != KeyCode.ESCAPE && select.keyed(event);
    }
}
