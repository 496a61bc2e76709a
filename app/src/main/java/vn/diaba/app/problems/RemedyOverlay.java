package vn.diaba.app.problems;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.app.edit.Proposal;
import vn.diaba.cadastre.remedy.Remedy;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** The remedy shown: the parcels as they would be, dashed, and the corners that move. FX thread only. */
public final class RemedyOverlay implements Overlay {
    private static final Color COLOUR = Color.web("#2b8a3e");
    private static final double DOT_PX = 4;

    private final RemediesViewModel model;

    /** The preview of this model. */
    public RemedyOverlay(RemediesViewModel model) {
        this.model = model;
    }

    @Override
    public void draw(GraphicsContext g, Viewport view) {
        Proposal proposal = model.previewProperty().get();
        if (proposal == null) {
            return;
        }
        g.save();
        g.setStroke(COLOUR);
        g.setFill(COLOUR);
        g.setLineWidth(2);
        g.setLineDashes(6, 4);
        for (Geometry outline : proposal.outlines()) {
            Geometry lines = outline.getBoundary();
            for (int i = 0; i < lines.getNumGeometries(); i++) {
                g.beginPath();
                boolean first = true;
                for (Coordinate c : lines.getGeometryN(i).getCoordinates()) {
                    if (first) {
                        g.moveTo(view.screenX(c.x), view.screenY(c.y));
                    } else {
                        g.lineTo(view.screenX(c.x), view.screenY(c.y));
                    }
                    first = false;
                }
                g.stroke();
            }
        }
        for (Remedy.Shift shift : proposal.remedy().shifts()) {
            double x = view.screenX(shift.to().east());
            double y = view.screenY(shift.to().north());
            g.fillOval(x - DOT_PX, y - DOT_PX, 2 * DOT_PX, 2 * DOT_PX);
        }
        g.restore();
    }
}
