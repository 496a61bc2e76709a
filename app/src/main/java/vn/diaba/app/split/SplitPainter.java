package vn.diaba.app.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.text.Values;
import vn.diaba.app.tool.Outlines;
import vn.diaba.app.tool.SketchPainter;
import vn.diaba.app.tool.Snap;
import vn.diaba.app.tool.TipTable;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.division.CutDirection;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** Draws a split on the map: pieces in colours with their areas, the line, sides chosen, handles. FX thread only. */
final class SplitPainter implements Overlay {
    private static final Font LABEL = Font.font("DejaVu Sans", FontWeight.BOLD, 12);
    private static final double TURN_PX = 30;
    private static final double LABEL_LEAST_PX = 24;
    private static final double LETTER_PX = 8;
    private static final double LINE_PX = 16;
    private static final Color LINE = Color.web("#c2255c");
    private static final Color CHOSEN = Color.web("#e8590c");
    private static final Color HOVERED = Color.web("#f08c00");
    private static final List<Color> PARTS = List.of(
            Color.web("#1c7ed6", 0.30),
            Color.web("#f59f00", 0.34),
            Color.web("#37b24d", 0.30),
            Color.web("#ae3ec9", 0.26));
    private static final Color STRIP = Color.web("#e8590c", 0.45);
    /** A parcel that lives on and gets land. */
    private static final Color GROWN = Color.web("#e8590c", 0.22);

    private static final Color KEPT = Color.web("#1c7ed6", 0.20);

    private final SplitViewModel model;
    private final ToolDesk desk;
    private @Nullable Snap snap;
    private @Nullable Pick hovered;

    /**
     * Something to drag.
     *
     * @param isTurn whether it turns the cuts; else it moves this one
     */
    record Handle(SplitPlan.CutLine cut, boolean isTurn, double x, double y) {}

    SplitPainter(SplitViewModel model, ToolDesk desk) {
        this.model = model;
        this.desk = desk;
    }

    /** What the pointer has caught for a line, or is on. */
    void hover(@Nullable Snap caught, @Nullable Pick picked) {
        snap = caught;
        hovered = picked;
    }

    Optional<Snap> findSnap() {
        return Optional.ofNullable(snap);
    }

    /** The handle at a place of the screen. */
    Optional<Handle> findHandle(Viewport view, double x, double y, double reachPx) {
        return handles(view).stream()
                .filter(handle -> Math.hypot(handle.x - x, handle.y - y) <= reachPx)
                .findFirst();
    }

    private List<Handle> handles(Viewport view) {
        SplitPlan plan = model.planProperty().get();
        List<Handle> handles = new ArrayList<>();
        if (plan == null || !(plan.division() instanceof DivideParcel divide)) {
            return handles;
        }
        for (SplitPlan.CutLine cut : plan.cuts()) {
            double x = view.screenX(cut.middle().east());
            double y = view.screenY(cut.middle().north());
            if (handles.isEmpty() && !(divide.direction() instanceof CutDirection.AboutCorner)) {
                // Looking from the end to the beginning has the part before the cut on the right, as bearings count.
                double dx = view.screenX(cut.from().east()) - x;
                double dy = view.screenY(cut.from().north()) - y;
                double half = Math.max(1, Math.hypot(dx, dy));
                double share = (half + TURN_PX) / half;
                handles.add(new Handle(cut, true, x + share * dx, y + share * dy));
            }
            handles.add(new Handle(cut, false, x, y));
        }
        return handles;
    }

    @Override
    public void draw(GraphicsContext g, Viewport view) {
        SplitPlan plan = model.planProperty().get();
        if (plan != null && plan.findRefusal().isEmpty()) {
            drawPieces(g, view, plan);
        }
        for (FrontSide side : model.sides()) {
            side(g, view, side, CHOSEN, 5);
        }
        if (model.bearingProperty().get().isBlank()) {
            model.findGuide().ifPresent(guide -> mark(g, view, guide, CHOSEN));
        }
        if (hovered != null) {
            mark(g, view, hovered, HOVERED);
        }
        handles(view).forEach(handle -> draw(g, view, handle));
        if (plan != null && plan.findRefusal().isEmpty()) {
            drawLabels(g, view, plan);
        }
        drawSketch(g, view);
    }

    private static void drawPieces(GraphicsContext g, Viewport view, SplitPlan plan) {
        boolean isStrip = !plan.report().losses().isEmpty();
        g.setLineWidth(1.5);
        List<ParcelId> larger = plan.report().gifts().stream()
                .map(SplitReport.Gift::to)
                .distinct()
                .filter(taker -> plan.before().slotOf(taker) >= 0)
                .toList();
        Outlines.draw(new Outlines.Sheet(g, view, plan.after()), larger, GROWN, LINE);
        int i = 0;
        for (SplitPlan.Piece piece : plan.pieces()) {
            int colour = piece.share() > 0 ? piece.share() - 1 : i++;
            Color fill = isStrip ? piece.share() == 2 ? STRIP : KEPT : PARTS.get(colour % PARTS.size());
            Outlines.draw(new Outlines.Sheet(g, view, plan.after()), List.of(piece.parcel()), fill, LINE);
        }
    }

    private void drawLabels(GraphicsContext g, Viewport view, SplitPlan plan) {
        Values values = desk.tongue().messages().values();
        g.setFont(LABEL);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        List<SplitPlan.Piece> largestFirst = plan.pieces().stream()
                .sorted(Comparator.comparingDouble(piece -> -piece.squareMetres()))
                .toList();
        List<Rectangle2D> taken = new ArrayList<>();
        for (SplitPlan.Piece piece : largestFirst) {
            double x = view.screenX(piece.place().east());
            double y = view.screenY(piece.place().north());
            String area = values.styled(piece.squareMetres(), "m2") + " m²";
            Rectangle2D room = new Rectangle2D(
                    x - LETTER_PX * area.length() / 2, y - LINE_PX, LETTER_PX * area.length(), 2 * LINE_PX);
            double sizePx = Math.sqrt(piece.squareMetres()) / view.metresPerPixel();
            if (sizePx >= LABEL_LEAST_PX && taken.stream().noneMatch(room::intersects)) {
                taken.add(room);
                haloed(g, piece.label(), x, y - LINE_PX / 2);
                haloed(g, area, x, y + LINE_PX / 2);
            }
        }
    }

    private static void haloed(GraphicsContext g, String text, double x, double y) {
        g.setStroke(Color.web("#ffffff", 0.85));
        g.setLineWidth(3.5);
        g.strokeText(text, x, y);
        g.setFill(Color.web("#1f2933"));
        g.fillText(text, x, y);
    }

    private void side(GraphicsContext g, Viewport view, FrontSide side, Color colour, double width) {
        Fabric fabric = desk.workspace().fabric();
        ParcelCursor cursor = fabric.cursor();
        int slot = fabric.slotOf(side.parcel());
        int left = side.side() - 1;
        for (int r = 0; slot >= 0 && cursor.at(slot) && r < cursor.rings(); r++) {
            if (left >= 0 && left < cursor.size(r)) {
                EastNorth from = cursor.position(r, left);
                segment(
                        g,
                        view,
                        new EastNorth[] {from, cursor.position(r, (left + 1) % cursor.size(r))},
                        colour,
                        width);
            }
            left -= cursor.size(r);
        }
    }

    private static void segment(GraphicsContext g, Viewport view, EastNorth[] ends, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeLine(
                view.screenX(ends[0].east()),
                view.screenY(ends[0].north()),
                view.screenX(ends[1].east()),
                view.screenY(ends[1].north()));
    }

    private static void mark(GraphicsContext g, Viewport view, Pick pick, Color colour) {
        if (pick.kind() == Pick.Kind.SIDE) {
            segment(g, view, new EastNorth[] {pick.from(), pick.to()}, colour, 4);
        } else {
            double x = view.screenX(pick.from().east());
            double y = view.screenY(pick.from().north());
            g.setStroke(colour);
            g.setLineWidth(3);
            g.strokeRect(x - 6, y - 6, 12, 12);
        }
    }

    private static void draw(GraphicsContext g, Viewport view, Handle handle) {
        g.setStroke(LINE);
        g.setFill(Color.WHITE);
        g.setLineWidth(2);
        if (handle.isTurn) {
            EastNorth end = handle.cut.from();
            g.strokeLine(view.screenX(end.east()), view.screenY(end.north()), handle.x, handle.y);
            g.fillOval(handle.x - 6, handle.y - 6, 12, 12);
            g.strokeOval(handle.x - 6, handle.y - 6, 12, 12);
        } else {
            g.fillRect(handle.x - 5, handle.y - 5, 10, 10);
            g.strokeRect(handle.x - 5, handle.y - 5, 10, 10);
        }
    }

    private void drawSketch(GraphicsContext g, Viewport view) {
        SketchPainter sketch = new SketchPainter(g, view, LINE);
        sketch.line(model.line(), snap);
        Snap caught = snap;
        if (caught != null) {
            sketch.sign(caught);
            String code = SketchPainter.code(caught.kind());
            if (!code.isEmpty()) {
                TipTable.At at = new TipTable.At(
                        view.screenX(caught.place().east()),
                        view.screenY(caught.place().north()),
                        view);
                TipTable.draw(g, at, desk.tongue().say(code), List.of());
            }
        }
    }
}
