package vn.diaba.app.sync;

import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.OverTool;

/** Brings the workspace and the land database together; the map is used as ever meanwhile, and shows where others work. FX thread only. */
public final class SyncTool implements PanelTool, OverTool {
    private final ToolDesk desk;
    private final SyncViewModel model;
    private final MapTool select;
    private final SyncView view;
    private final FieldOverlay places;
    private final ChangeListener<OthersWork> follow = (property, was, is) -> redraw();
    private @Nullable MapCanvas canvas;

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
        places = new FieldOverlay(model);
        view = new SyncView(model, desk.tongue(), toConflicts);
    }

    private void redraw() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        select.entered(entered);
        entered.addOverlay(places);
        model.othersProperty().addListener(follow);
        model.refresh();
        desk.prompt().accept("prompt-sync");
    }

    @Override
    public void left(MapCanvas last) {
        select.left(last);
        last.removeOverlay(places);
        model.othersProperty().removeListener(follow);
        canvas = null;
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
