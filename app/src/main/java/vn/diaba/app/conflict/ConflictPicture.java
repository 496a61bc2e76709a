package vn.diaba.app.conflict;

import java.awt.Font;
import java.nio.file.Path;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.paint.MapPainter;
import vn.diaba.map.view.Viewport;

/** Writes a conflict as a picture: the map about it, and above it what the window draws. Stateless. */
public final class ConflictPicture {
    private static final double LETTERS_PX = 13;

    private final ConflictDrawing drawing;

    /** Pictures with words of a language. */
    public ConflictPicture(Messages messages) {
        drawing = new ConflictDrawing(messages);
    }

    /**
     * Writes a PNG.
     *
     * @param land the map below
     * @throws ExportException when the file cannot be written; an older one is untouched then
     */
    public void write(ConflictCard card, Fabric land, int widthPx, int heightPx, Path target) throws ExportException {
        LayerStack layers = CadastralMap.of(land, ParcelSet.SURVEYED);
        Extent extent = card.sketch().extent().or(() -> land.index().extent()).orElseGet(() -> Extent.of(
                        new EastNorth(0, 0))
                .grownBy(1));
        Envelope box = new Envelope(extent.west(), extent.east(), extent.south(), extent.north());
        Viewport view = Viewport.fitted(box, widthPx, heightPx);
        Font letters = MapPainter.letters(LETTERS_PX);
        Outputs.picture(
                target,
                layers,
                view,
                graphics -> drawing.draw(card, view, new PicturePen(graphics, letters)),
                Progress.NONE);
    }
}
