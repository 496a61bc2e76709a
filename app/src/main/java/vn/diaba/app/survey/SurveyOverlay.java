package vn.diaba.app.survey;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import vn.diaba.app.tool.Snap;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/**
 * The traverse as measured, thin and dashed, and adjusted, with arrows a hundred times as long as the points shift; or the
 * construction with all its solutions. FX thread only.
 */
final class SurveyOverlay implements Overlay {
    private static final double EXAGGERATION = 100;
    private static final Color MEASURED = Color.web("#868e96");
    private static final Color ADJUSTED = Color.web("#0b6e99");
    private static final Color SHIFT = Color.web("#e8590c");
    private static final Color WRONG = Color.web("#d62828");
    private static final Color NEW = Color.web("#2b8a3e");
    private static final double LEGEND_PX = 20;
    private static final Font FONT = Font.font("DejaVu Sans", 12);

    private final TraverseViewModel traverse;
    private final ConstructionViewModel construction;
    private final ObservableBooleanValue constructs;
    private final Supplier<Optional<Snap>> snap;
    private int selected = -1;

    SurveyOverlay(
            TraverseViewModel traverse,
            ConstructionViewModel construction,
            ObservableBooleanValue constructs,
            Supplier<Optional<Snap>> snap) {
        this.traverse = traverse;
        this.construction = construction;
        this.constructs = constructs;
        this.snap = snap;
    }

    /** Draws a row's leg thicker; -1 none. */
    void select(int row) {
        selected = row;
    }

    /** A pen at work. */
    private record Pen(GraphicsContext g, Viewport view) {
        double x(EastNorth place) {
            return view.screenX(place.east());
        }

        double y(EastNorth place) {
            return view.screenY(place.north());
        }

        void line(EastNorth from, EastNorth to) {
            g.strokeLine(x(from), y(from), x(to), y(to));
        }

        void dot(EastNorth place, double px) {
            g.fillOval(x(place) - px, y(place) - px, 2 * px, 2 * px);
            g.strokeOval(x(place) - px, y(place) - px, 2 * px, 2 * px);
        }

        void triangle(EastNorth place) {
            double[] xs = {x(place) - 8, x(place) + 8, x(place)};
            double[] ys = {y(place) + 6, y(place) + 6, y(place) - 8};
            g.fillPolygon(xs, ys, 3);
            g.strokePolygon(xs, ys, 3);
        }

        /** A text with a light edge, right above a place. */
        void text(EastNorth place, String text, Color colour) {
            text(x(place) + 9, y(place) - 6, text, colour);
        }

        void text(double x, double y, String text, Color colour) {
            g.setFont(FONT);
            g.setLineWidth(3);
            g.setStroke(Color.WHITE);
            g.strokeText(text, x, y);
            g.setFill(colour);
            g.fillText(text, x, y);
        }

        void arrow(EastNorth from, EastNorth to) {
            double dx = x(to) - x(from);
            double dy = y(to) - y(from);
            double length = Math.hypot(dx, dy);
            if (length < 3) {
                return;
            }
            g.strokeLine(x(from), y(from), x(to), y(to));
            double ux = dx / length * 8;
            double uy = dy / length * 8;
            g.strokeLine(x(to), y(to), x(to) - ux - uy / 2, y(to) - uy + ux / 2);
            g.strokeLine(x(to), y(to), x(to) - ux + uy / 2, y(to) - uy - ux / 2);
        }
    }

    @Override
    public void draw(GraphicsContext g, Viewport view) {
        Pen pen = new Pen(g, view);
        if (constructs.get()) {
            draw(pen, construction.sketchProperty().get());
        } else {
            draw(pen, traverse.sketchProperty().get());
        }
        snap.get().filter(caught -> caught.kind() != Snap.Kind.FREE).ifPresent(caught -> {
            g.setStroke(NEW);
            g.setLineWidth(2);
            g.strokeRect(pen.x(caught.place()) - 6, pen.y(caught.place()) - 6, 12, 12);
        });
    }

    private void draw(Pen pen, TraverseSketch sketch) {
        EastNorth from = sketch.startAt();
        if (from == null) {
            return;
        }
        GraphicsContext g = pen.g;
        List<TraverseSketch.Shot> shots = sketch.shots();
        EastNorth before = from;
        EastNorth after = from;
        for (TraverseSketch.Shot shot : shots) {
            g.setStroke(MEASURED);
            g.setLineWidth(1.2);
            g.setLineDashes(5, 4);
            pen.line(before, shot.before());
            g.setLineDashes();
            g.setStroke(shot.row() == sketch.likeliestRow() ? WRONG : ADJUSTED);
            g.setLineWidth(shot.row() == selected ? 4.5 : 2.2);
            pen.line(after, shot.after());
            before = shot.before();
            after = shot.after();
        }
        for (TraverseSketch.Shot shot : shots) {
            g.setStroke(SHIFT);
            g.setLineWidth(2);
            EastNorth b = shot.before();
            EastNorth a = shot.after();
            pen.arrow(
                    b,
                    new EastNorth(
                            b.east() + EXAGGERATION * (a.east() - b.east()),
                            b.north() + EXAGGERATION * (a.north() - b.north())));
            dress(g);
            pen.dot(a, 3.5);
        }
        if (shots.stream().anyMatch(shot -> !shot.before().equals(shot.after()))) {
            pen.text(pen.view.widthPx() / 2, LEGEND_PX, traverse.legend(), SHIFT);
        }
        dress(g);
        pen.triangle(from);
        if (sketch.closeAt() != null) {
            pen.triangle(sketch.closeAt());
        }
        pen.text(from, sketch.draft().start(), ADJUSTED);
        shots.forEach(shot -> pen.text(shot.after(), shot.name(), ADJUSTED));
    }

    private static void dress(GraphicsContext g) {
        g.setFill(Color.WHITE);
        g.setStroke(ADJUSTED);
        g.setLineWidth(1.6);
    }

    private void draw(Pen pen, Construction sketch) {
        GraphicsContext g = pen.g;
        List<EastNorth> bases = sketch.bases();
        for (int i = 0; i < sketch.solutions().size(); i++) {
            boolean meant = i == construction.chosenProperty().get();
            List<EastNorth> points = sketch.solutions().get(i);
            g.setStroke(meant ? NEW : MEASURED);
            g.setLineWidth(1.4);
            g.setLineDashes(5, 4);
            if (points.size() == 1) {
                bases.forEach(base -> pen.line(base, points.get(0)));
            } else {
                for (int k = 1; k < points.size(); k++) {
                    pen.line(points.get(k - 1), points.get(k));
                }
            }
            g.setLineDashes();
            g.setLineWidth(2);
            g.setFill(meant ? NEW : Color.WHITE);
            points.forEach(point -> pen.dot(point, meant ? 5 : 4));
            if (sketch.solutions().size() > 1) {
                pen.text(points.get(0), Integer.toString(i + 1), meant ? NEW : MEASURED);
            }
        }
        for (int i = 0; i < bases.size(); i++) {
            dress(g);
            pen.triangle(bases.get(i));
            pen.text(bases.get(i), sketch.kind().bases().get(i), ADJUSTED);
        }
    }
}
