package vn.diaba.app.tool;

import java.time.LocalDate;
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
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/**
 * Splits a parcel along a line of clicks. Clicks catch corners and sides; the areas of the parts are shown while the line
 * grows; Enter or a double-click submits one {@code SplitParcel}, Backspace takes the last click back, Esc the line. FX
 * thread only.
 */
public final class SplitParcelTool implements MapTool {
    private static final double REACH_PX = 12;
    private static final Color LINE = Color.web("#c2255c");
    private static final List<Color> PARTS =
            List.of(Color.web("#1c7ed6", 0.28), Color.web("#f59f00", 0.32), Color.web("#37b24d", 0.28));

    private final ToolDesk desk;
    private final Overlay overlay = this::draw;
    private final List<EastNorth> line = new ArrayList<>();
    private @Nullable MapCanvas canvas;
    private @Nullable Snap snap;
    private @Nullable SplitSketch sketch;
    private @Nullable IdBlock ids;
    private boolean isSubmitted;

    /** A tool for this desk. */
    public SplitParcelTool(ToolDesk desk) {
        this.desk = desk;
    }

    /** What the line drawn so far, with the pointer as its end, would come to. */
    public Optional<SplitSketch> findSketch() {
        return Optional.ofNullable(sketch);
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        entered.addOverlay(overlay);
        desk.prompt().accept("prompt-split");
    }

    @Override
    public void left(MapCanvas leftCanvas) {
        clear();
        snap = null;
        leftCanvas.removeOverlay(overlay);
        canvas = null;
    }

    @Override
    public void moved(MapPointer at) {
        if (canvas != null && !isSubmitted) {
            double reach = REACH_PX * canvas.viewport().metresPerPixel();
            snap = Snap.at(desk.workspace().fabric(), new EastNorth(at.east(), at.north()), reach);
            plan();
        }
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        Snap caught = snap;
        if (!at.isPrimary() || caught == null || isSubmitted) {
            return;
        }
        if (at.clickCount() >= 2) {
            finish();
        } else if (line.isEmpty() || !line.get(line.size() - 1).equals(caught.place())) {
            line.add(caught.place());
            ids = ids == null ? IdBlock.fresh(desk.clock()) : ids;
            desk.prompt().accept("prompt-split-on");
            plan();
        }
    }

    @Override
    public void dragged(MapPointer at) {
        moved(at);
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (line.isEmpty() || isSubmitted) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            clear();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            line.remove(line.size() - 1);
            plan();
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

    private void finish() {
        snap = null;
        plan();
        SplitSketch wanted = sketch;
        if (wanted == null) {
            desk.workspace().say(Notice.of(line.size() < 2 ? "line-too-short" : "split-no-parcel", line.size()));
        } else if (wanted.findRefusal().isPresent()) {
            desk.workspace().say(Notice.of(wanted.findRefusal().get()));
        } else {
            isSubmitted = true;
            desk.workspace().submit(wanted.command(), outcome -> {
                isSubmitted = false;
                if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                    clear();
                } else {
                    refresh();
                }
            });
        }
    }

    private void plan() {
        List<EastNorth> drawn = new ArrayList<>(line);
        if (snap != null && !line.isEmpty() && !line.get(line.size() - 1).equals(snap.place())) {
            drawn.add(snap.place());
        }
        sketch = null;
        if (drawn.size() >= 2 && ids != null) {
            Fabric fabric = desk.workspace().fabric();
            Optional<ParcelId> target =
                    SplitSketch.target(fabric, desk.workspace().selection(), drawn);
            if (target.isPresent()) {
                LocalDate today = LocalDate.now(desk.clock());
                sketch = SplitSketch.of(fabric, new SplitParcel(target.get(), drawn, today, ids));
            }
        }
        refresh();
    }

    private void clear() {
        line.clear();
        sketch = null;
        ids = null;
        isSubmitted = false;
        if (canvas != null) {
            desk.prompt().accept("prompt-split");
        }
        refresh();
    }

    private void refresh() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    private void draw(GraphicsContext g, Viewport view) {
        SplitSketch plan = sketch;
        if (plan != null && plan.findRefusal().isEmpty()) {
            g.setLineWidth(1.5);
            for (int i = 0; i < plan.pieces().size(); i++) {
                Outlines.draw(
                        new Outlines.Sheet(g, view, plan.after()),
                        List.of(plan.pieces().get(i)),
                        PARTS.get(i % PARTS.size()),
                        LINE);
            }
        }
        drawLine(g, view);
        if (snap == null) {
            return;
        }
        double x = view.screenX(snap.place().east());
        double y = view.screenY(snap.place().north());
        glyph(g, snap.kind(), x, y);
        String caught = snap.kind() == Snap.Kind.FREE ? "" : desk.tongue().say(kindCode(snap.kind()));
        List<List<String>> rows = plan == null ? List.of() : table(plan);
        if (!caught.isEmpty() || !rows.isEmpty()) {
            TipTable.draw(g, new TipTable.At(x, y, view), caught, rows);
        }
    }

    private static String kindCode(Snap.Kind kind) {
        switch (kind) {
            case CORNER:
                return "snap-corner";
            case OBJECT:
                return "snap-object";
            default:
                return "snap-side";
        }
    }

    private void drawLine(GraphicsContext g, Viewport view) {
        g.setStroke(LINE);
        g.setLineWidth(2.2);
        List<EastNorth> all = new ArrayList<>(line);
        if (snap != null && !line.isEmpty()) {
            all.add(snap.place());
        }
        double[] xs = all.stream().mapToDouble(p -> view.screenX(p.east())).toArray();
        double[] ys = all.stream().mapToDouble(p -> view.screenY(p.north())).toArray();
        g.strokePolyline(xs, ys, xs.length);
        g.setFill(Color.WHITE);
        for (int i = 0; i < line.size(); i++) {
            g.fillOval(xs[i] - 3.5, ys[i] - 3.5, 7, 7);
            g.strokeOval(xs[i] - 3.5, ys[i] - 3.5, 7, 7);
        }
    }

    /** A square for a corner, a circle for a map object, an hourglass for a side, a cross for nothing caught. */
    private static void glyph(GraphicsContext g, Snap.Kind kind, double x, double y) {
        g.setStroke(LINE);
        g.setLineWidth(2);
        switch (kind) {
            case CORNER -> g.strokeRect(x - 6, y - 6, 12, 12);
            case OBJECT -> g.strokeOval(x - 6, y - 6, 12, 12);
            case SIDE ->
                g.strokePolygon(
                        new double[] {x - 6, x + 6, x - 6, x + 6}, new double[] {y - 6, y - 6, y + 6, y + 6}, 4);
            default -> {
                g.setLineWidth(1);
                g.strokeLine(x - 6, y, x + 6, y);
                g.strokeLine(x, y - 6, x, y + 6);
            }
        }
    }

    private List<List<String>> table(SplitSketch plan) {
        if (plan.areas().isEmpty()) {
            return List.of();
        }
        Values values = desk.tongue().messages().values();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                desk.tongue().say("tool-piece"),
                desk.tongue().say("tool-area"),
                desk.tongue().say("tool-area-legal")));
        for (AreaLine piece : plan.areas()) {
            rows.add(List.of(
                    piece.label(),
                    values.styled(piece.after(), "m2"),
                    piece.legal() == null ? "–" : values.plain(piece.legal())));
        }
        return rows;
    }
}
