package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.BoxSelectTool;

/**
 * Selects parcels by a click or a box; Shift adds, Control takes away, Tab goes through parcels that lie on each other,
 * Esc selects none. FX thread only.
 */
public final class SelectTool implements MapTool, BoxSelectTool.Listener {
    private final ToolDesk desk;
    private final BoxSelectTool box = new BoxSelectTool(this);
    private List<ParcelId> stacked = List.of();

    /** A tool for this desk. */
    public SelectTool(ToolDesk desk) {
        this.desk = desk;
    }

    @Override
    public void entered(MapCanvas canvas) {
        box.entered(canvas);
        desk.prompt().accept("prompt-select");
    }

    @Override
    public void left(MapCanvas canvas) {
        box.left(canvas);
    }

    @Override
    public void pressed(MapPointer pointer) {
        box.pressed(pointer);
    }

    @Override
    public void dragged(MapPointer pointer) {
        box.dragged(pointer);
    }

    @Override
    public void released(MapPointer pointer) {
        box.released(pointer);
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (box.keyed(event)) {
            return true;
        }
        List<ParcelId> selected = desk.workspace().selection();
        if (event.getCode() == KeyCode.TAB && stacked.size() > 1) {
            int next = selected.isEmpty() ? 0 : (stacked.indexOf(selected.get(0)) + 1) % stacked.size();
            desk.workspace().select(List.of(stacked.get(next)));
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE && !selected.isEmpty()) {
            desk.workspace().select(List.of());
            return true;
        }
        return false;
    }

    @Override
    public void pointed(MapPointer pointer, BoxSelectTool.Mode mode) {
        Fabric fabric = desk.workspace().fabric();
        stacked = smallestFirst(fabric, fabric.index().parcelsAt(new EastNorth(pointer.east(), pointer.north())));
        change(stacked.isEmpty() ? List.of() : List.of(stacked.get(0)), mode);
        desk.prompt().accept(stacked.size() > 1 ? "prompt-select-stacked" : "prompt-select");
    }

    @Override
    public void boxed(Envelope wanted, boolean touching, BoxSelectTool.Mode mode) {
        Fabric fabric = desk.workspace().fabric();
        Extent window = new Extent(wanted.getMinX(), wanted.getMinY(), wanted.getMaxX(), wanted.getMaxY());
        List<ParcelId> found = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        fabric.index().parcelsIn(window, slot -> {
            if (cursor.at(slot) && (touching || window.equals(window.union(cursor.extent())))) {
                found.add(cursor.id());
            }
        });
        change(found, mode);
    }

    private void change(List<ParcelId> picked, BoxSelectTool.Mode mode) {
        List<ParcelId> next = new ArrayList<>(desk.workspace().selection());
        switch (mode) {
            case ADD -> next.addAll(picked);
            case REMOVE -> next.removeAll(picked);
            default -> {
                next.clear();
                next.addAll(picked);
            }
        }
        desk.workspace().select(next);
    }

    private static List<ParcelId> smallestFirst(Fabric fabric, List<ParcelId> parcels) {
        return parcels.stream()
                .sorted(java.util.Comparator.comparingDouble(
                        id -> fabric.areaOf(id).squareMetres()))
                .toList();
    }
}
