package vn.diaba.app.build;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.tool.Outlines;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** The parcels that would begin, and where lines would move. FX thread only. */
final class BuildOverlay implements Overlay {
    /** More than this cannot be told apart and is not drawn. */
    private static final int MOST_OUTLINES = 4000;

    private static final Color LINE = Color.web("#2b8a3e");
    private static final Color FILL = Color.web("#37b24d", 0.22);
    private static final Color CHOSEN = Color.web("#f59f00", 0.45);
    private static final Color WRONG = Color.web("#d62828");
    private static final Color MOVED = Color.web("#1c7ed6");

    private final ChainViewModel chains;
    private final LinesViewModel lines;
    private final ObservableBooleanValue ofLines;
    private @Nullable EastNorth pointer;
    private @Nullable SurveyPoint caught;
    private @Nullable BuiltRow selected;

    BuildOverlay(ChainViewModel chains, LinesViewModel lines, ObservableBooleanValue ofLines) {
        this.chains = chains;
        this.lines = lines;
        this.ofLines = ofLines;
    }

    /** Where the pointer is, and the point it has caught. */
    void hover(@Nullable EastNorth place, @Nullable SurveyPoint point) {
        pointer = place;
        caught = point;
    }

    /** The parcel looked at in the grid. */
    void select(@Nullable BuiltRow row) {
        selected = row;
    }

    @Override
    public void draw(GraphicsContext g, Viewport view) {
        if (!ofLines.get()) {
            drawChains(g, view);
            return;
        }
        LinesSketch made = lines.sketchProperty().get();
        if (made != null) {
            drawBuilt(g, view, made);
        }
    }

    private void drawChains(GraphicsContext g, Viewport view) {
        ChainRow current = chains.currentRow();
        for (ChainRow row : chains.rows()) {
            List<SurveyPoint> points = row.points();
            double[] xs = points.stream()
                    .mapToDouble(point -> view.screenX(point.position().east()))
                    .toArray();
            double[] ys = points.stream()
                    .mapToDouble(point -> view.screenY(point.position().north()))
                    .toArray();
            g.setFill(FILL);
            g.fillPolygon(xs, ys, xs.length);
            g.setStroke(row.wrongProperty().get() ? WRONG : LINE);
            g.setLineWidth(row == current ? 3 : 2);
            g.strokePolyline(xs, ys, xs.length);
            if (xs.length > 2) {
                g.setLineDashes(5, 4);
                g.strokeLine(xs[xs.length - 1], ys[ys.length - 1], xs[0], ys[0]);
                g.setLineDashes();
            }
            if (row == current && xs.length > 0 && pointer != null) {
                g.setLineWidth(1);
                g.strokeLine(
                        xs[xs.length - 1],
                        ys[ys.length - 1],
                        view.screenX(pointer.east()),
                        view.screenY(pointer.north()));
            }
        }
        if (caught != null) {
            g.setStroke(LINE);
            g.setLineWidth(2);
            g.strokeOval(
                    view.screenX(caught.position().east()) - 8,
                    view.screenY(caught.position().north()) - 8,
                    16,
                    16);
        }
    }

    private void drawBuilt(GraphicsContext g, Viewport view, LinesSketch made) {
        Fabric land = made.built().land().land();
        Envelope box = view.extent();
        Extent window = new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        List<ParcelId> seen = land.index().parcelsIn(window);
        g.setLineWidth(1.4);
        if (seen.size() <= MOST_OUTLINES) {
            Outlines.draw(new Outlines.Sheet(g, view, land), seen, FILL, LINE);
        }
        if (selected != null) {
            Outlines.draw(new Outlines.Sheet(g, view, land), List.of(selected.id()), CHOSEN, LINE);
        }
        int drawn = 0;
        for (Finding each : made.findings()) {
            if (drawn < MOST_OUTLINES
                    && box.contains(each.place().east(), each.place().north())) {
                drawn++;
                mark(g, view, each);
            }
        }
    }

    /** A ring where a point moves, a cross where something is to be looked at. */
    private static void mark(GraphicsContext g, Viewport view, Finding each) {
        double x = view.screenX(each.place().east());
        double y = view.screenY(each.place().north());
        boolean moves = each.code().equals(LinesSketch.MOVED);
        g.setStroke(moves ? MOVED : WRONG);
        g.setLineWidth(1.6);
        if (moves) {
            g.strokeOval(x - 4, y - 4, 8, 8);
        } else {
            g.strokeLine(x - 4, y - 4, x + 4, y + 4);
            g.strokeLine(x - 4, y + 4, x + 4, y - 4);
        }
    }
}
