package vn.diaba.app.sync;

import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import vn.diaba.app.job.Job;
import vn.diaba.app.tool.BesideTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.view.Viewport;

/**
 * Brings the workspace and the land database together; the map is used as ever meanwhile, and shows where others work. FX
 * thread only.
 */
public final class SyncTool extends BesideTool {
    private final SyncViewModel model;
    private final SyncView view;
    private final FieldOverlay places;

    /**
     * A tool for this desk.
     *
     * @param select what the mouse does meanwhile
     * @param jobs work that goes on
     * @param toConflicts opens the inbox of conflicts
     */
    public SyncTool(
            ToolDesk desk, SyncViewModel model, MapTool select, ObservableList<Job> jobs, Runnable toConflicts) {
        super(desk, "prompt-sync", select);
        this.model = model;
        places = new FieldOverlay(model);
        view = new SyncView(model, desk.tongue(), jobs, toConflicts);
        redrawWith(model.othersProperty());
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        places.draw(graphics, viewport);
    }

    @Override
    protected void begin(MapCanvas entered) {
        super.begin(entered);
        model.refresh();
        Platform.runLater(view::focus);
    }

    @Override
    public Region panel() {
        return view;
    }
}
