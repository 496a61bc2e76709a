package vn.diaba.app.union;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.Outlines;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ParcelsAt;
import vn.diaba.app.tool.SketchTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.Viewport;

/**
 * Merges the selected parcels: clicks put parcels into the selection and take them out, the panel shows their attributes
 * side by side, digits choose for the row marked, Enter merges. FX thread only.
 */
public final class MergeTool extends SketchTool implements PanelTool {
    private static final Color FILL = Color.web("#37b24d", 0.30);
    private static final Color LINE = Color.web("#2b8a3e");
    private static final Color REFUSED = Color.web("#d62828");

    private final MergeViewModel model;
    private final MergeView view;
    private final Runnable done;

    /**
     * A tool for this desk.
     *
     * @param done told when a merge was done: the tool has no more to do
     */
    public MergeTool(ToolDesk desk, JobRunner jobs, Runnable done) {
        super(desk);
        this.done = done;
        model = new MergeViewModel(desk.workspace(), desk.tongue(), desk.clock(), jobs);
        view = new MergeView(model, desk.tongue(), this::submit);
        redrawWith(model.sketchProperty(), model.reasonProperty());
    }

    /** What it shows. */
    public MergeViewModel model() {
        return model;
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    protected void begin(MapCanvas entered) {
        model.use(true);
        prompt("prompt-merge");
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        model.use(false);
    }

    @Override
    public void pressed(MapPointer at) {
        if (at.isPrimary()) {
            ParcelsAt.toggle(desk().workspace(), place(at), false);
        }
    }

    @Override
    public boolean keyed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (code == KeyCode.ENTER) {
            submit();
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            model.step(code == KeyCode.UP ? -1 : 1);
        } else if (code.isDigitKey() && code != KeyCode.DIGIT0) {
            model.chooseCurrent(Integer.parseInt(code.getChar()));
        } else {
            return false;
        }
        return true;
    }

    private void submit() {
        model.submit(done);
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        MergeSketch sketch = model.sketchProperty().get();
        if (sketch == null) {
            return;
        }
        graphics.setLineWidth(3);
        Fabric after = sketch.after();
        ParcelId whole = sketch.whole();
        if (after != null && whole != null) {
            boolean refused = !sketch.refusals(model.reasonProperty().get()).isEmpty();
            Outlines.Sheet sheet = new Outlines.Sheet(graphics, viewport, after);
            Outlines.draw(sheet, List.of(whole), FILL, refused ? REFUSED : LINE);
        } else {
            Fabric now = fabric();
            graphics.setLineDashes(6, 5);
            Outlines.Sheet sheet = new Outlines.Sheet(graphics, viewport, now);
            Outlines.draw(sheet, sketch.command().parcels(), Color.TRANSPARENT, REFUSED);
        }
    }
}
