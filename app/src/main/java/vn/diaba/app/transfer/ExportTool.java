package vn.diaba.app.transfer;

import javafx.scene.layout.Region;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.BesideTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;

/**
 * Lets land out: the panel asks what and how, parcels are selected on the map meanwhile; Enter asks where to and writes. FX
 * thread only.
 */
public final class ExportTool extends BesideTool {
    private final ExportViewModel model;
    private final ExportView view;

    /**
     * A tool for this desk.
     *
     * @param select what the mouse does meanwhile
     */
    public ExportTool(ToolDesk desk, JobRunner jobs, MapTool select) {
        super(desk, "prompt-export", select);
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
    protected void begin(MapCanvas entered) {
        super.begin(entered);
        model.use(true);
    }

    @Override
    protected void end(MapCanvas last) {
        super.end(last);
        model.use(false);
    }

    @Override
    protected boolean goOn() {
        view.choose();
        return true;
    }
}
