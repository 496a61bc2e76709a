package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.tool.BoxSelectTool;

/**
 * Picks corners by a box, and a map object by a click on its line or sign. FX thread only.
 *
 * @param objectsShown whether map objects can be seen, and so be picked
 * @param reachMetres how near to an object a click means it
 */
record CornerPicker(ToolDesk desk, VertexViewModel model, BooleanSupplier objectsShown, DoubleSupplier reachMetres)
        implements BoxSelectTool.Listener {
    /** A click on no corner: an object, or nothing. */
    @Override
    public void pointed(MapPointer at, BoxSelectTool.Mode mode) {
        if (mode != BoxSelectTool.Mode.REPLACE) {
            return;
        }
        EastNorth place = new EastNorth(at.east(), at.north());
        model.pick(List.of());
        desk.workspace()
                .pick(
                        objectsShown.getAsBoolean()
                                ? desk.workspace()
                                        .fabric()
                                        .index()
                                        .nearestObject(place, reachMetres.getAsDouble())
                                        .map(PlacedRecord::id)
                                        .orElse(null)
                                : null);
    }

    @Override
    public void boxed(Envelope wanted, boolean touching, BoxSelectTool.Mode mode) {
        Extent window = new Extent(wanted.getMinX(), wanted.getMinY(), wanted.getMaxX(), wanted.getMaxY());
        List<CornerId> inside = new ArrayList<>();
        ParcelCursor cursor = desk.workspace().fabric().cursor();
        desk.workspace().fabric().index().parcelsIn(window, slot -> {
            if (cursor.at(slot)) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        if (wanted.contains(cursor.east(r, i), cursor.north(r, i))) {
                            inside.add(cursor.cornerId(r, i));
                        }
                    }
                }
            }
        });
        switch (mode) {
            case ADD -> model.add(inside);
            case REMOVE -> model.remove(inside);
            default -> model.pick(inside);
        }
    }
}
