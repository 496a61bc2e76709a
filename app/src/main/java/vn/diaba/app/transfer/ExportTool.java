package vn.diaba.app.transfer;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.OverTool;

/**
 * Lets land out: the panel asks what and how, parcels are selected on the map meanwhile; Enter asks where to and writes. FX
 * thread only.
 */
public final class ExportTool implements PanelTool, OverTool {
    private final MapTool select;
    private final ToolDesk desk;
    private final ExportViewModel model;
    private final ExportView view;

    /**
     * A tool for this desk.
     *
     * @param select what the mouse does meanwhile
     */
    public ExportTool(ToolDesk desk, JobRunner jobs, MapTool select) {
        this.desk = desk;
        this.select = select;
        model = new ExportViewModel(desk.workspace(), jobs);
        view = new ExportView(model, desk.tongue());
    }

    /** What it shows. */
    public ExportViewModel model() {
        return model;
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    public MapTool below() {
        return select;
    }

    @Override
    public void entered(MapCanvas canvas) {
        select.entered(canvas);
        model.use(true);
        desk.prompt().accept("prompt-export");
    }

    @Override
    public void left(MapCanvas canvas) {
        select.left(canvas);
        model.use(false);
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            view.choose();
            return true;
        }
        return event.getCode() != KeyCode.ESCAPE && select.keyed(event);
    }
}
