package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.SketchPainter;
import vn.diaba.app.tool.SketchTool;
import vn.diaba.app.tool.Snap;
import vn.diaba.app.tool.TipTable;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.corner.BoundaryPlace;
import vn.diaba.cadastre.corner.ReshapeBoundary;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.Viewport;

/**
 * Draws a stretch of boundary anew: a line of clicks from boundary to boundary replaces what lies between, for all parcels
 * along it. Shift and a click on a boundary says which stretch is meant when it is not the shortest. What it would come to
 * is worked out away from the FX thread, since the way along the boundaries may be long. Enter or a double-click submits
 * one {@code ReshapeBoundary}, Backspace takes the last click back, Esc the line. FX thread only.
 */
public final class RedrawTool extends SketchTool {
    private static final double REACH_PX = 12;
    private static final Color LINE = Color.web("#c2255c");

    private final JobRunner jobs;
    private final List<EastNorth> line = new ArrayList<>();
    private @Nullable Snap snap;
    private @Nullable EastNorth via;
    private @Nullable EditPlan plan;
    private @Nullable IdBlock ids;
    private boolean isSubmitted;
    private boolean isPlanning;
    private boolean isPlanOld;

    /** A tool for this desk; what it shows is worked out by these jobs. */
    public RedrawTool(ToolDesk desk, JobRunner jobs) {
        super(desk);
        this.jobs = jobs;
    }

    /** What the line drawn so far, with the pointer as its end, would come to; none while that is worked out. */
    public Optional<EditPlan> findPlan() {
        return Optional.ofNullable(plan);
    }

    @Override
    protected void begin(MapCanvas entered) {
        prompt("prompt-redraw");
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        clear();
        snap = null;
    }

    @Override
    public void moved(MapPointer at) {
        if (isUsed() && !isSubmitted) {
            double reach = metres(REACH_PX);
            EastNorth place = place(at);
            Snap next = line.isEmpty() ? onBoundary(place, reach) : Snap.at(fabric(), place, reach);
            boolean same = next.equals(snap);
            snap = next;
            if (!same) {
                replan();
            }
        }
    }

    /** The line begins on a boundary, whatever else lies nearer. */
    private Snap onBoundary(EastNorth place, double reach) {
        return BoundaryPlace.near(fabric(), place, ParcelSet.SURVEYED, reach)
                .or(() -> BoundaryPlace.near(fabric(), place, ParcelSet.LEGAL, reach))
                .map(found -> new Snap(found.corner() == null ? Snap.Kind.SIDE : Snap.Kind.CORNER, found.place()))
                .orElseGet(() -> new Snap(Snap.Kind.FREE, place));
    }

    @Override
    public void dragged(MapPointer at) {
        moved(at);
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        Snap caught = snap;
        if (!at.isPrimary() || caught == null || isSubmitted) {
            return;
        }
        if (at.modifiers().shift() && !line.isEmpty()) {
            via = caught.place();
        } else if (at.clickCount() >= 2) {
            finish();
            return;
        } else if (line.isEmpty() && caught.kind() == Snap.Kind.FREE) {
            desk().workspace().say(Notice.of("redraw-begins-on-boundary"));
            return;
        } else if (line.isEmpty() || !line.get(line.size() - 1).equals(caught.place())) {
            line.add(caught.place());
            ids = ids == null ? IdBlock.fresh(desk().clock()) : ids;
            prompt("prompt-redraw-on");
        }
        replan();
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (line.isEmpty() || isSubmitted) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            clear();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            back();
        } else if (event.getCode() == KeyCode.ENTER) {
            finish();
        } else {
            return false;
        }
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    private void back() {
        if (via != null) {
            via = null;
        } else if (line.size() > 1) {
            line.remove(line.size() - 1);
        } else {
            clear();
        }
        replan();
    }

    private void finish() {
        ReshapeBoundary command = command(line);
        if (command == null) {
            desk().workspace().say(Notice.of("line-too-short", line.size()));
            return;
        }
        isSubmitted = true;
        desk().workspace().submit(command, outcome -> {
            isSubmitted = false;
            if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                clear();
            } else {
                redraw();
            }
        });
    }

    private @Nullable ReshapeBoundary command(List<EastNorth> stroke) {
        if (stroke.size() < 2 || ids == null) {
            return null;
        }
        boolean surveyed = BoundaryPlace.near(fabric(), stroke.get(0), ParcelSet.SURVEYED, ReshapeBoundary.REACH_METRES)
                .isPresent();
        return new ReshapeBoundary(stroke, surveyed ? ParcelSet.SURVEYED : ParcelSet.LEGAL, via, ids);
    }

    /** Works out anew what the line comes to; while that goes on, only the newest line is kept for the next turn. */
    private void replan() {
        List<EastNorth> stroke = new ArrayList<>(line);
        if (snap != null && snap.kind() != Snap.Kind.FREE && !line.isEmpty() && !line.contains(snap.place())) {
            stroke.add(snap.place());
        }
        ReshapeBoundary command = command(stroke);
        redraw();
        if (command == null) {
            plan = null;
            return;
        }
        if (isPlanning) {
            isPlanOld = true;
            return;
        }
        isPlanning = true;
        Fabric land = fabric();
        jobs.submit("job-preview", progress -> EditPlan.of(land, command, List.of()), outcome -> {
            isPlanning = false;
            boolean wanted = isUsed() && land == fabric() && !line.isEmpty();
            plan = wanted && outcome instanceof JobOutcome.Done<EditPlan> done ? done.value() : null;
            if (isPlanOld) {
                isPlanOld = false;
                replan();
            }
            redraw();
        });
    }

    private void clear() {
        line.clear();
        plan = null;
        via = null;
        ids = null;
        isSubmitted = false;
        prompt("prompt-redraw");
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, Viewport view) {
        PlanPainter painter = new PlanPainter(g, view, desk().tongue());
        if (plan != null) {
            painter.draw(fabric(), plan);
        }
        SketchPainter sketch = new SketchPainter(g, view, LINE);
        sketch.line(line, isSubmitted ? null : snap);
        if (via != null) {
            painter.mark(via, true);
        }
        Snap here = snap;
        if (here == null) {
            return;
        }
        TipTable.At at = painter.at(here.place());
        sketch.sign(here);
        String code = SketchPainter.code(here.kind());
        String caught = code.isEmpty() ? "" : desk().tongue().say(code);
        if (plan != null) {
            painter.tip(at, plan, ShiftLimit.NONE, caught);
        } else if (!caught.isEmpty()) {
            TipTable.draw(g, at, caught, List.of());
        }
    }
}
