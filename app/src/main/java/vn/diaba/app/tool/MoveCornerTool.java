package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.SignedArea;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/**
 * Drags a corner with all parcels that share it. While it is dragged a table lists every parcel concerned; letting go
 * submits one {@code MoveCorner}; Esc gives it up. FX thread only.
 */
public final class MoveCornerTool implements MapTool {
    private static final double REACH_PX = 10;
    private static final double STILL_PX = 3;
    private static final Color GHOST = Color.web("#d9480f");
    private static final Color OLD = Color.web("#495057");

    private final ToolDesk desk;
    private final Overlay overlay = this::draw;
    private @Nullable MapCanvas canvas;
    private @Nullable Corner hovered;
    private int sharing;
    private @Nullable MapPointer pressedAt;
    private @Nullable MapPointer pointer;
    private @Nullable IdBlock ids;
    private @Nullable CornerMove move;
    /** The gesture has ended and the edit thread has not answered yet. */
    private boolean isSubmitted;

    /** A tool for this desk. */
    public MoveCornerTool(ToolDesk desk) {
        this.desk = desk;
    }

    /** The move being dragged, if one is. */
    public Optional<CornerMove> findMove() {
        return Optional.ofNullable(move);
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        entered.addOverlay(overlay);
        desk.prompt().accept("prompt-move");
    }

    @Override
    public void left(MapCanvas leftCanvas) {
        clear();
        hovered = null;
        leftCanvas.removeOverlay(overlay);
        canvas = null;
    }

    @Override
    public void moved(MapPointer at) {
        pointer = at;
        if (canvas != null && !isSubmitted) {
            double reach = REACH_PX * canvas.viewport().metresPerPixel();
            hovered = desk.workspace()
                    .fabric()
                    .index()
                    .nearestCorner(new EastNorth(at.east(), at.north()), reach)
                    .orElse(null);
            sharing = hovered == null
                    ? 0
                    : desk.workspace().fabric().parcelsAt(hovered.id()).size();
            canvas.setCursor(hovered == null ? Cursor.DEFAULT : Cursor.HAND);
            refresh();
        }
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        if (at.isPrimary() && hovered != null && !isSubmitted) {
            pressedAt = at;
            ids = IdBlock.fresh(desk.clock());
            desk.prompt().accept("prompt-move-drag");
        }
    }

    @Override
    public void dragged(MapPointer at) {
        pointer = at;
        if (pressedAt != null && hovered != null && ids != null) {
            // The corner keeps its distance from the pointer, so that taking hold of it does not move it.
            EastNorth to = new EastNorth(
                    hovered.position().east() + at.east() - pressedAt.east(),
                    hovered.position().north() + at.north() - pressedAt.north());
            move = CornerMove.of(desk.workspace().fabric(), new MoveCorner(hovered.id(), to, ids));
            refresh();
        }
    }

    @Override
    public void released(MapPointer at) {
        MapPointer from = pressedAt;
        CornerMove wanted = move;
        pressedAt = null;
        if (!at.isPrimary() || from == null) {
            return;
        }
        boolean still = Math.hypot(at.screenX() - from.screenX(), at.screenY() - from.screenY()) < STILL_PX;
        if (wanted == null || still) {
            clear();
            return;
        }
        isSubmitted = true;
        desk.workspace().submit(wanted.command(), outcome -> clear());
    }

    @Override
    public boolean keyed(KeyEvent event) {
        boolean dragging = event.getCode() == KeyCode.ESCAPE && pressedAt != null;
        if (dragging) {
            clear();
        }
        return dragging;
    }

    private void clear() {
        pressedAt = null;
        move = null;
        hovered = null;
        isSubmitted = false;
        if (canvas != null) {
            desk.prompt().accept("prompt-move");
        }
        refresh();
    }

    private void refresh() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }

    private void draw(GraphicsContext g, Viewport view) {
        if (move != null) {
            drawGhost(g, view, move);
        }
        if (hovered != null && move == null) {
            double x = view.screenX(hovered.position().east());
            double y = view.screenY(hovered.position().north());
            mark(g, x, y);
            TipTable.draw(g, new TipTable.At(x, y, view), desk.tongue().say("tool-corner-shared", sharing), List.of());
        }
    }

    private void drawGhost(GraphicsContext g, Viewport view, CornerMove ghost) {
        g.setLineWidth(1.2);
        g.setLineDashes(5, 4);
        Outlines.draw(new Outlines.Sheet(g, view, desk.workspace().fabric()), ghost.parcels(), Color.TRANSPARENT, OLD);
        g.setLineDashes();
        g.setLineWidth(2);
        Outlines.draw(
                new Outlines.Sheet(g, view, ghost.after()), ghost.parcels(), GHOST.deriveColor(0, 1, 1, 0.16), GHOST);
        EastNorth to = ghost.command().to();
        mark(g, view.screenX(to.east()), view.screenY(to.north()));
        if (pointer != null) {
            TipTable.At at = new TipTable.At(view.screenX(pointer.east()), view.screenY(pointer.north()), view);
            String title = ghost.findRefusal()
                    .map(why -> desk.tongue().messages().sentence(why.code(), why.arguments()))
                    .orElse("");
            TipTable.draw(g, at, title, title.isEmpty() ? table(ghost) : List.of());
        }
    }

    private List<List<String>> table(CornerMove ghost) {
        Values values = desk.tongue().messages().values();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                desk.tongue().say("tool-parcel"),
                desk.tongue().say("tool-area-old"),
                desk.tongue().say("tool-area-new"),
                desk.tongue().say("tool-area-change"),
                desk.tongue().say("tool-area-legal"),
                desk.tongue().say("tool-area-difference")));
        for (AreaLine line : ghost.areas()) {
            rows.add(List.of(
                    line.label(),
                    values.styled(line.before(), "m2"),
                    values.styled(line.after(), "m2"),
                    SignedArea.text(line.change(), values),
                    line.legal() == null ? "–" : values.plain(line.legal()),
                    SignedArea.text(line.difference(), values)));
        }
        return rows;
    }

    private static void mark(GraphicsContext g, double x, double y) {
        g.setLineWidth(2);
        g.setStroke(GHOST);
        g.setFill(Color.WHITE);
        g.fillOval(x - 5, y - 5, 10, 10);
        g.strokeOval(x - 5, y - 5, 10, 10);
    }
}
