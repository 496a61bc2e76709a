package vn.diaba.app.union;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.Outlines;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ParcelsAt;
import vn.diaba.app.tool.SketchTool;
import vn.diaba.app.tool.Snap;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.Viewport;

/**
 * The edits by which land passes between parcels. Clicks choose the parcels that are missing, then draw the line or point at
 * the place; Shift + click chooses parcels at any time; the right button points at a part; Enter or a double-click does it,
 * Backspace takes a click back, Esc all that was drawn. FX thread only.
 */
public final class ReshapeTool extends SketchTool implements PanelTool {
    private static final double REACH_PX = 12;
    private static final double MARK_PX = 5;
    private static final Color LINE = Color.web("#c2255c");
    private static final Color GIVES = Color.web("#f59f00", 0.25);
    private static final Color CHANGED = Color.web("#1c7ed6", 0.25);
    private static final Color BEGUN = Color.web("#37b24d", 0.30);
    private static final Color EDGE = Color.web("#1f2933");

    private final ReshapeViewModel model;
    private final ReshapeView view;
    private final Runnable done;
    private @Nullable Snap snap;

    /**
     * A tool for this desk.
     *
     * @param done told when an edit was done
     */
    public ReshapeTool(ToolDesk desk, JobRunner jobs, Runnable done) {
        super(desk);
        this.done = done;
        model = new ReshapeViewModel(desk.workspace(), desk.tongue(), desk.clock(), jobs);
        view = new ReshapeView(model, desk.tongue(), this::submit);
        redrawWith(model.requestProperty(), model.sketchProperty());
    }

    /** What it shows. */
    public ReshapeViewModel model() {
        return model;
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    protected void begin(MapCanvas entered) {
        model.use(true);
        prompt("prompt-reshape");
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        model.use(false);
        snap = null;
    }

    @Override
    public void moved(MapPointer at) {
        boolean draws = !model.wantsParcels() && isDrawn();
        if (isUsed() && draws) {
            double reach = metres(REACH_PX);
            snap = Snap.at(fabric(), place(at), reach);
            model.hover(snap.place());
            redraw();
        } else {
            snap = null;
        }
    }

    private boolean isDrawn() {
        ReshapeKind.Gesture gesture = model.kindProperty().get().needs().gesture();
        return gesture == ReshapeKind.Gesture.LINE || gesture == ReshapeKind.Gesture.RING;
    }

    @Override
    public void pressed(MapPointer at) {
        EastNorth here = place(at);
        if (at.button() == MouseButton.SECONDARY) {
            model.point(here);
        } else if (at.isPrimary()) {
            boolean picks = at.modifiers().shift() || model.wantsParcels();
            ReshapeKind.Needs needs = model.kindProperty().get().needs();
            if (picks || needs.gesture() == ReshapeKind.Gesture.NONE) {
                ParcelsAt.toggle(desk().workspace(), here, !picks || model.wantsOthers());
            } else if (needs.gesture() == ReshapeKind.Gesture.PLACE) {
                model.point(here);
            } else {
                moved(at);
                Snap caught = snap;
                if (at.clickCount() >= 2) {
                    submit();
                } else if (caught != null) {
                    model.draw(caught.place());
                }
            }
        }
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.ENTER) {
            submit();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            return model.clear();
        }
        return event.getCode() == KeyCode.BACK_SPACE && model.back();
    }

    private void submit() {
        model.submit(done);
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        ReshapeSketch sketch = model.sketchProperty().get();
        if (sketch != null) {
            graphics.setLineWidth(1.5);
            Outlines.Sheet now = new Outlines.Sheet(graphics, viewport, sketch.before());
            Fabric after = sketch.after();
            if (after != null) {
                Outlines.draw(now, sketch.ended(), GIVES, EDGE);
                Outlines.Sheet then = new Outlines.Sheet(graphics, viewport, after);
                Outlines.draw(then, sketch.changed(), CHANGED, EDGE);
                Outlines.draw(then, sketch.begun(), BEGUN, EDGE);
            }
        }
        ReshapeRequest request = model.requestProperty().get();
        List<EastNorth> line = request.line();
        graphics.setStroke(LINE);
        graphics.setFill(LINE);
        graphics.setLineWidth(2);
        double[] xs =
                line.stream().mapToDouble(at -> viewport.screenX(at.east())).toArray();
        double[] ys =
                line.stream().mapToDouble(at -> viewport.screenY(at.north())).toArray();
        if (request.kind().needs().gesture() == ReshapeKind.Gesture.RING && line.size() > 2) {
            graphics.strokePolygon(xs, ys, xs.length);
        } else {
            graphics.strokePolyline(xs, ys, xs.length);
        }
        EastNorth place = request.place();
        if (place != null) {
            mark(graphics, viewport, place, true);
        }
        if (snap != null) {
            mark(graphics, viewport, snap.place(), snap.kind() != Snap.Kind.FREE);
        }
    }

    private static void mark(GraphicsContext graphics, Viewport viewport, EastNorth at, boolean filled) {
        double x = viewport.screenX(at.east()) - MARK_PX;
        double y = viewport.screenY(at.north()) - MARK_PX;
        if (filled) {
            graphics.fillOval(x, y, 2 * MARK_PX, 2 * MARK_PX);
        } else {
            graphics.strokeOval(x, y, 2 * MARK_PX, 2 * MARK_PX);
        }
    }
}
