package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.SignedArea;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Values;
import vn.diaba.app.tool.AreaLine;
import vn.diaba.app.tool.Outlines;
import vn.diaba.app.tool.TipTable;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.object.MoveObject;
import vn.diaba.cadastre.object.TransformObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.view.Viewport;

/** Draws what an edit would come to: old outlines dashed, new ones, how corners move, areas in a table. FX thread only. */
final class PlanPainter {
    static final Color NEW = Color.web("#d9480f");
    static final Color OLD = Color.web("#495057");
    private static final int PARCELS_SHOWN = 10;
    private static final int SHIFTS_SHOWN = 2000;

    private final GraphicsContext g;
    private final Viewport view;
    private final Tongue tongue;

    PlanPainter(GraphicsContext g, Viewport view, Tongue tongue) {
        this.g = g;
        this.view = view;
        this.tongue = tongue;
    }

    /** Old and new outlines, and an arrow for every corner that moves. */
    void draw(Fabric before, EditPlan plan) {
        g.setLineWidth(1.2);
        g.setLineDashes(5, 4);
        Outlines.draw(new Outlines.Sheet(g, view, before), plan.parcels(), Color.TRANSPARENT, OLD);
        g.setLineDashes();
        g.setLineWidth(2);
        Outlines.draw(new Outlines.Sheet(g, view, plan.after()), plan.parcels(), NEW.deriveColor(0, 1, 1, 0.16), NEW);
        plan.shifts().stream().limit(SHIFTS_SHOWN).forEach(this::arrow);
        UUID object = object(plan);
        if (object != null && plan.after().findRecord(object).orElse(null) instanceof PlacedRecord placed) {
            g.setStroke(NEW);
            shape(placed.shape());
        }
    }

    private static @Nullable UUID object(EditPlan plan) {
        if (plan.command() instanceof MoveObject move) {
            return move.object();
        }
        return plan.command() instanceof TransformObject turn ? turn.object() : null;
    }

    private void arrow(Shift shift) {
        double x0 = view.screenX(shift.from().east());
        double y0 = view.screenY(shift.from().north());
        double x1 = view.screenX(shift.to().east());
        double y1 = view.screenY(shift.to().north());
        g.setStroke(OLD);
        g.setFill(Color.WHITE);
        g.setLineWidth(1.5);
        g.fillOval(x0 - 4, y0 - 4, 8, 8);
        g.strokeOval(x0 - 4, y0 - 4, 8, 8);
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (length > 8) {
            double ux = (x1 - x0) / length;
            double uy = (y1 - y0) / length;
            g.setStroke(NEW);
            g.strokeLine(x0 + 4 * ux, y0 + 4 * uy, x1 - 6 * ux, y1 - 6 * uy);
            g.setFill(NEW);
            double[] xs = {x1 - 5 * ux, x1 - 13 * ux - 4 * uy, x1 - 13 * ux + 4 * uy};
            double[] ys = {y1 - 5 * uy, y1 - 13 * uy + 4 * ux, y1 - 13 * uy - 4 * ux};
            g.fillPolygon(xs, ys, 3);
        }
        mark(shift.to(), false);
    }

    /** A round handle at a corner. */
    void mark(EastNorth place, boolean filled) {
        double x = view.screenX(place.east());
        double y = view.screenY(place.north());
        g.setLineWidth(2);
        g.setStroke(NEW);
        g.setFill(filled ? NEW : Color.WHITE);
        g.fillOval(x - 5, y - 5, 10, 10);
        g.strokeOval(x - 5, y - 5, 10, 10);
    }

    /** The outline of an object. */
    private void shape(ObjectShape shape) {
        for (int part = 0; part < shape.parts(); part++) {
            int n = shape.size(part);
            double[] xs = new double[n];
            double[] ys = new double[n];
            for (int i = 0; i < n; i++) {
                xs[i] = view.screenX(shape.at(part, i).east());
                ys[i] = view.screenY(shape.at(part, i).north());
            }
            switch (shape.kind()) {
                case POINT -> g.strokeOval(xs[0] - 8, ys[0] - 8, 16, 16);
                case LINE -> g.strokePolyline(xs, ys, n);
                default -> g.strokePolygon(xs, ys, n);
            }
        }
    }

    /** Where a tip at a place belongs. */
    TipTable.At at(EastNorth place) {
        return new TipTable.At(view.screenX(place.east()), view.screenY(place.north()), view);
    }

    /** The tip: what was caught, how far it goes, whether that needs a reason, and the areas; or why it cannot be. */
    void tip(TipTable.At at, EditPlan plan, ShiftLimit limit, String caught) {
        List<TipTable.Line> lines = new ArrayList<>();
        if (!caught.isEmpty()) {
            lines.add(TipTable.Line.plain(caught));
        }
        if (plan.findRefusal().isPresent()) {
            var why = plan.findRefusal().get();
            lines.add(TipTable.Line.amber(tongue.messages().sentence(why.code(), why.arguments())));
            TipTable.draw(g, at, lines, List.of());
            return;
        }
        double metres = plan.largestShiftMetres();
        if (plan.shifts().size() == 1 && metres > 0) {
            lines.add(TipTable.Line.plain(vector(plan.shifts().get(0))));
        } else if (metres > 0) {
            lines.add(TipTable.Line.plain(
                    tongue.say("vertex-shifts", plan.shifts().size(), metres)));
        }
        if (limit.isBeyond(metres)) {
            lines.add(TipTable.Line.amber(tongue.say(ShiftLimit.CODE, metres, limit.metres(), limit.scale())));
        }
        if (lines.isEmpty() && plan.areas().isEmpty()) {
            return;
        }
        TipTable.draw(g, at, lines, plan.areas().isEmpty() ? List.of() : table(plan.areas()));
    }

    private String vector(Shift shift) {
        Bearing bearing = Bearing.of(shift.from(), shift.to());
        return tongue.say(
                "vertex-shift",
                shift.metres(),
                AngleText.dms(bearing.degrees(), 0),
                shift.to().north() - shift.from().north(),
                shift.to().east() - shift.from().east());
    }

    private List<List<String>> table(List<AreaLine> areas) {
        Values values = tongue.messages().values();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                tongue.say("tool-parcel"),
                tongue.say("tool-area-old"),
                tongue.say("tool-area-new"),
                tongue.say("tool-area-change"),
                tongue.say("tool-area-legal"),
                tongue.say("tool-area-difference")));
        for (AreaLine line : areas.subList(0, Math.min(PARCELS_SHOWN, areas.size()))) {
            rows.add(List.of(
                    line.label(),
                    Double.isNaN(line.before()) ? "–" : values.styled(line.before(), "m2"),
                    values.styled(line.after(), "m2"),
                    SignedArea.text(line.change(), values),
                    line.legal() == null ? "–" : values.plain(line.legal()),
                    SignedArea.text(line.difference(), values)));
        }
        if (areas.size() > PARCELS_SHOWN) {
            rows.add(List.of(tongue.say("vertex-more", areas.size() - PARCELS_SHOWN), "", "", "", "", ""));
        }
        return rows;
    }
}
