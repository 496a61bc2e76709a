package vn.diaba.app.tool;

import java.util.Collection;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.view.Viewport;

/** Draws parcels of a snapshot on an overlay. Stateless; FX thread only. */
public final class Outlines {
    /** The land to take shapes from, and where to draw it. */
    public record Sheet(GraphicsContext graphics, Viewport view, Fabric fabric) {}

    private Outlines() {}

    /** Fills parcels and draws their sides; those that do not live are left out. */
    public static void draw(Sheet sheet, Collection<ParcelId> parcels, Color fill, Color line) {
        GraphicsContext g = sheet.graphics;
        g.setFill(fill);
        g.setStroke(line);
        for (ParcelId id : parcels) {
            if (trace(sheet, id)) {
                g.fill();
                g.stroke();
            }
        }
    }

    private static boolean trace(Sheet sheet, ParcelId id) {
        ParcelCursor cursor = sheet.fabric.cursor();
        int slot = sheet.fabric.slotOf(id);
        if (slot < 0 || !cursor.at(slot)) {
            return false;
        }
        GraphicsContext g = sheet.graphics;
        g.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
        g.beginPath();
        for (int ring = 0; ring < cursor.rings(); ring++) {
            for (int i = 0; i < cursor.size(ring); i++) {
                double x = sheet.view.screenX(cursor.east(ring, i));
                double y = sheet.view.screenY(cursor.north(ring, i));
                if (i == 0) {
                    g.moveTo(x, y);
                } else {
                    g.lineTo(x, y);
                }
            }
            g.closePath();
        }
        return true;
    }
}
