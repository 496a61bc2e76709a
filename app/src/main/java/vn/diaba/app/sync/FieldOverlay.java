package vn.diaba.app.sync;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import vn.diaba.app.conflict.Segment;
import vn.diaba.app.inbox.CanvasPen;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** Where others work: a light outline with a name. FX thread only. */
final class FieldOverlay implements Overlay {
    private static final int INK = 0x0b7285;
    private static final Color LINE = Color.rgb(0x0b, 0x72, 0x85, 0.75);
    private static final double LETTER_PX = 20;
    private static final double PAD_PX = 6;

    private final SyncViewModel model;

    FieldOverlay(SyncViewModel model) {
        this.model = model;
    }

    @Override
    public void draw(GraphicsContext graphics, Viewport view) {
        graphics.save();
        graphics.setStroke(LINE);
        graphics.setLineWidth(2);
        graphics.setLineDashes(2, 5);
        for (FieldPlace place : model.othersProperty().get().places()) {
            graphics.beginPath();
            for (Segment piece : place.outline()) {
                graphics.moveTo(
                        view.screenX(piece.from().east()),
                        view.screenY(piece.from().north()));
                graphics.lineTo(
                        view.screenX(piece.to().east()), view.screenY(piece.to().north()));
            }
            graphics.stroke();
        }
        graphics.restore();
        CanvasPen pen = new CanvasPen(graphics);
        for (FieldPlace place : model.othersProperty().get().places()) {
            place.extent().ifPresent(extent -> name(place.who(), extent, view, pen));
        }
    }

    /** At the upper left corner of the part that is seen. */
    private static void name(String who, Extent extent, Viewport view, CanvasPen pen) {
        double left = view.screenX(extent.west());
        double right = view.screenX(extent.east());
        double top = view.screenY(extent.north());
        double bottom = view.screenY(extent.south());
        if (right < 0 || left > view.widthPx() || bottom < 0 || top > view.heightPx()) {
            return;
        }
        double x = Math.max(left, 0) + PAD_PX;
        double y = Math.max(top, 0) + PAD_PX;
        pen.box(x, y, pen.widthOf(who) + 2 * PAD_PX, LETTER_PX);
        pen.text(who, x + PAD_PX, y + LETTER_PX / 2, INK);
    }
}
