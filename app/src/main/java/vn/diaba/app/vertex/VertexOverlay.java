package vn.diaba.app.vertex;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import vn.diaba.app.tool.TipTable;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.corner.BoundaryPlace;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.object.MoveObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** What the corner tool draws above the map. FX thread only. */
final class VertexOverlay implements Overlay {
    private static final Font NUMBERS = Font.font("DejaVu Sans", FontWeight.BOLD, 11);
    private static final int HANDLES_SHOWN = 2000;
    private static final Color CAUGHT = Color.web("#c2255c");

    private final VertexTool tool;
    private final ToolDesk desk;

    VertexOverlay(VertexTool tool, ToolDesk desk) {
        this.tool = tool;
        this.desk = desk;
    }

    @Override
    public void draw(GraphicsContext g, Viewport view) {
        PlanPainter painter = new PlanPainter(g, view, desk.tongue());
        Fabric fabric = desk.workspace().fabric();
        drawObject(g, view);
        drawNumbers(g, view, fabric);
        EditPlan proposal = tool.model().proposalProperty().get();
        Drag.Drop drop = tool.drop();
        List<CornerId> picked = tool.model().pickedProperty().get();
        if (drop == null) {
            picked.stream().limit(HANDLES_SHOWN).forEach(id -> fabric.findCorner(id)
                    .ifPresent(corner -> painter.mark(corner.position(), true)));
        }
        if (drop != null) {
            drawDrop(g, painter, drop);
        } else if (proposal != null) {
            painter.draw(fabric, proposal);
            painter.tip(painter.at(anchor(fabric, proposal, picked)), proposal, limit(), "");
        } else {
            drawHover(g, view, painter);
        }
    }

    private ShiftLimit limit() {
        return tool.model().limitProperty().get();
    }

    private EastNorth anchor(Fabric fabric, EditPlan plan, List<CornerId> picked) {
        if (!plan.shifts().isEmpty()) {
            return plan.shifts().get(0).to();
        }
        MapPointer pointer = tool.pointer();
        return !picked.isEmpty()
                ? fabric.corner(picked.get(0)).position()
                : pointer == null ? new EastNorth(0, 0) : new EastNorth(pointer.east(), pointer.north());
    }

    private void drawDrop(GraphicsContext g, PlanPainter painter, Drag.Drop drop) {
        MapPointer pointer = tool.pointer();
        painter.draw(desk.workspace().fabric(), drop.plan());
        Landing landing = drop.landing();
        if (landing.kind() != Landing.Kind.FREE) {
            TipTable.At at = painter.at(landing.place());
            g.setStroke(CAUGHT);
            g.setLineWidth(2);
            g.strokeRect(at.x() - 8, at.y() - 8, 16, 16);
        }
        if (pointer != null) {
            EastNorth place = new EastNorth(pointer.east(), pointer.north());
            painter.tip(painter.at(place), drop.plan(), limit(), caught(drop));
        }
    }

    private String caught(Drag.Drop drop) {
        if (drop.plan().command() instanceof MoveObject move) {
            return desk.tongue().say("vertex-object-shift", move.from().distanceTo(move.to()));
        }
        if (drop.plan().command() instanceof DetachCorner detach) {
            return desk.tongue()
                    .say(
                            "vertex-detaches",
                            desk.workspace().fabric().parcel(detach.parcel()).label());
        }
        switch (drop.landing().kind()) {
            case CORNER:
                return desk.tongue().say("vertex-lands-corner");
            case POINT:
                var point = drop.landing().point();
                return desk.tongue().say("vertex-lands-point", point == null ? "" : point.number());
            case OBJECT:
                return desk.tongue().say("snap-object");
            case SIDE:
                return desk.tongue().say("vertex-lands-side");
            default:
                return "";
        }
    }

    private void drawHover(GraphicsContext g, Viewport view, PlanPainter painter) {
        Fabric fabric = desk.workspace().fabric();
        Corner corner = tool.aim().corner();
        BoundaryPlace side = tool.aim().side();
        if (corner != null) {
            painter.mark(corner.position(), tool.model().pickedProperty().get().contains(corner.id()));
            String title = CornerTip.title(fabric, corner.id(), desk.workspace().selection(), desk.tongue());
            TipTable.draw(g, painter.at(corner.position()), title, CornerTip.rows(fabric, corner, desk.tongue()));
        } else if (side != null) {
            double x = view.screenX(side.place().east());
            double y = view.screenY(side.place().north());
            g.setStroke(PlanPainter.NEW);
            g.setLineWidth(1.5);
            g.strokeLine(x - 5, y, x + 5, y);
            g.strokeLine(x, y - 5, x, y + 5);
        }
    }

    /** The positions of the picked object, which can be held. */
    private void drawObject(GraphicsContext g, Viewport view) {
        PlacedRecord object = tool.object().orElse(null);
        if (object == null) {
            return;
        }
        ObjectShape shape = object.shape();
        g.setStroke(PlanPainter.NEW);
        g.setFill(Color.WHITE);
        g.setLineWidth(1.5);
        int shown = 0;
        for (int part = 0; part < shape.parts(); part++) {
            for (int i = 0; i < shape.size(part) && shown++ < HANDLES_SHOWN; i++) {
                double x = view.screenX(shape.at(part, i).east());
                double y = view.screenY(shape.at(part, i).north());
                g.fillRect(x - 4, y - 4, 8, 8);
                g.strokeRect(x - 4, y - 4, 8, 8);
            }
        }
    }

    /** The numbers of the parcel's corners, by which one can be typed as a station. */
    private void drawNumbers(GraphicsContext g, Viewport view, Fabric fabric) {
        tool.model().findReference().ifPresent(parcel -> {
            List<CornerId> corners = CornerNumbers.of(fabric, parcel);
            if (corners.size() > HANDLES_SHOWN) {
                return;
            }
            g.setFont(NUMBERS);
            g.setTextBaseline(VPos.BOTTOM);
            g.setTextAlign(TextAlignment.LEFT);
            g.setStroke(Color.WHITE);
            g.setLineWidth(3);
            g.setFill(PlanPainter.NEW.darker());
            for (int i = 0; i < corners.size(); i++) {
                EastNorth place = fabric.corner(corners.get(i)).position();
                String number = String.valueOf(i + 1);
                double x = view.screenX(place.east()) + 6;
                double y = view.screenY(place.north()) - 4;
                g.strokeText(number, x, y);
                g.fillText(number, x, y);
            }
        });
    }
}
