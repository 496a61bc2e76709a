package vn.diaba.app.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.BesideTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.view.Viewport;

/**
 * Takes files in: the panel asks what has to be asked, the map shows where their land would lie and can be moved meanwhile;
 * Enter takes the file in, Esc leaves it. FX thread only.
 */
public final class ImportTool extends BesideTool {
    private static final Color LINE = Color.web("#9c36b5");
    private static final Color FRAME = Color.web("#9c36b5", 0.7);
    private static final double POINT_PX = 2.5;

    private final ImportViewModel model;
    private final ImportView view;
    private final Runnable done;

    /**
     * A tool for this desk.
     *
     * @param show moves the map
     * @param done told when no file is left
     */
    public ImportTool(ToolDesk desk, JobRunner jobs, Consumer<Extent> show, Runnable done) {
        super(desk, "prompt-import");
        this.done = done;
        model = new ImportViewModel(desk.workspace(), jobs);
        model.setOnShow(show);
        view = new ImportView(model, desk.tongue());
        redrawWith(model.readingProperty());
        model.phaseProperty().addListener((property, was, is) -> {
            redraw();
            if (is == ImportViewModel.Phase.NONE && isUsed()) {
                this.done.run();
            }
        });
    }

    /** What it shows. */
    public ImportViewModel model() {
        return model;
    }

    /** Takes files. */
    public void open(List<Path> files) {
        model.open(files);
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        super.end(leftCanvas);
        if (model.phaseProperty().get() != ImportViewModel.Phase.WRITING) {
            model.leave();
        }
    }

    @Override
    protected boolean goOn() {
        view.goOn();
        return true;
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        ImportViewModel.Reading reading = model.readingProperty().get();
        if (reading == null || model.phaseProperty().get() == ImportViewModel.Phase.DONE) {
            return;
        }
        graphics.setStroke(LINE);
        graphics.setFill(LINE);
        graphics.setLineWidth(1);
        for (double[] ring : reading.preview().rings()) {
            double[] xs = new double[ring.length / 2];
            double[] ys = new double[xs.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = viewport.screenX(ring[2 * i]);
                ys[i] = viewport.screenY(ring[2 * i + 1]);
            }
            if (xs.length == 1) {
                graphics.fillOval(xs[0] - POINT_PX, ys[0] - POINT_PX, 2 * POINT_PX, 2 * POINT_PX);
            } else {
                graphics.strokePolyline(xs, ys, xs.length);
            }
        }
        Extent extent = reading.preview().extent();
        if (extent != null) {
            graphics.setStroke(FRAME);
            graphics.setLineDashes(7, 5);
            graphics.setLineWidth(1.5);
            double x = viewport.screenX(extent.west());
            double y = viewport.screenY(extent.north());
            graphics.strokeRect(x, y, viewport.screenX(extent.east()) - x, viewport.screenY(extent.south()) - y);
        }
    }
}
