package vn.diaba.app.take;

import javafx.collections.ListChangeListener;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.sync.SyncViewModel;
import vn.diaba.app.tool.BesideTool;
import vn.diaba.app.tool.ParcelsAt;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.BoxSelectTool;
import vn.diaba.map.view.Viewport;

/**
 * Takes work to the field: a click chooses the sheet of a parcel, a box is a rectangle to be taken; Shift adds, Control takes
 * away, Enter previews. FX thread only.
 */
public final class TakeTool extends BesideTool implements BoxSelectTool.Listener {
    private static final Color LINE = Color.rgb(0x2b, 0x8a, 0x3e, 0.9);
    private static final Color FACE = Color.rgb(0x2b, 0x8a, 0x3e, 0.12);

    private final TakeViewModel model;
    private final TakeView view;
    private final BoxSelectTool box = new BoxSelectTool(this);

    /** A tool for this desk; where the land database is, the pane of the sync knows. */
    public TakeTool(ToolDesk desk, TakeViewModel model, SyncViewModel sync) {
        super(desk, "prompt-take");
        this.model = model;
        view = new TakeView(model, sync, desk.tongue());
        view.extents().addListener((ListChangeListener<Extent>) change -> redraw());
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    public MapTool below() {
        return box;
    }

    @Override
    protected void end(MapCanvas last) {
        super.end(last);
        model.hangUp();
    }

    @Override
    public boolean keyed(KeyEvent event) {
        return box.keyed(event) || super.keyed(event);
    }

    @Override
    protected boolean goOn() {
        view.goOn();
        return true;
    }

    @Override
    public void pointed(MapPointer pointer, BoxSelectTool.Mode mode) {
        Fabric land = fabric();
        for (ParcelId id : ParcelsAt.smallestFirst(land, place(pointer))) {
            String sheet = land.parcel(id).number().sheet();
            if (!sheet.isBlank()) {
                view.choose(sheet, mode);
                return;
            }
        }
    }

    @Override
    public void boxed(Envelope drawn, boolean touching, BoxSelectTool.Mode mode) {
        Extent extent = new Extent(drawn.getMinX(), drawn.getMinY(), drawn.getMaxX(), drawn.getMaxY());
        if (mode == BoxSelectTool.Mode.REMOVE) {
            view.extents().removeIf(extent::intersects);
        } else if (mode == BoxSelectTool.Mode.ADD) {
            view.extents().add(extent);
        } else {
            view.extents().setAll(extent);
        }
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport seen) {
        graphics.save();
        graphics.setStroke(LINE);
        graphics.setFill(FACE);
        graphics.setLineWidth(2);
        for (Extent extent : view.extents()) {
            double left = seen.screenX(extent.west());
            double top = seen.screenY(extent.north());
            double width = seen.screenX(extent.east()) - left;
            double height = seen.screenY(extent.south()) - top;
            graphics.fillRect(left, top, width, height);
            graphics.strokeRect(left, top, width, height);
        }
        graphics.restore();
    }
}
