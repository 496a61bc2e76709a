package vn.diaba.app.tool;

import java.util.UUID;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import vn.diaba.app.edit.Workspace;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** The selected parcels or the picked object, outlined above the map. FX thread only. */
public final class SelectionOverlay implements Overlay {
    private static final Color LINE = Color.web("#1864ab");
    private static final Color FILL = Color.web("#228be6", 0.22);

    private static final double POINT_PX = 8;

    private final Workspace workspace;

    /** The selection of a workspace. */
    public SelectionOverlay(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public void draw(GraphicsContext graphics, Viewport view) {
        graphics.setLineWidth(2.5);
        UUID picked = workspace.pickedProperty().get();
        if (picked != null && workspace.fabric().findRecord(picked).orElse(null) instanceof PlacedRecord placed) {
            graphics.setStroke(LINE);
            draw(graphics, view, placed.shape());
        }
        Outlines.draw(new Outlines.Sheet(graphics, view, workspace.fabric()), workspace.selection(), FILL, LINE);
    }

    private static void draw(GraphicsContext graphics, Viewport view, ObjectShape shape) {
        for (int part = 0; part < shape.parts(); part++) {
            double[] xs = new double[shape.size(part)];
            double[] ys = new double[xs.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = view.screenX(shape.at(part, i).east());
                ys[i] = view.screenY(shape.at(part, i).north());
            }
            switch (shape.kind()) {
                case POINT -> graphics.strokeOval(xs[0] - POINT_PX, ys[0] - POINT_PX, 2 * POINT_PX, 2 * POINT_PX);
                case LINE -> graphics.strokePolyline(xs, ys, xs.length);
                default -> graphics.strokePolygon(xs, ys, xs.length);
            }
        }
    }
}
