package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.object.RemoveObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.BoxSelectTool;
import vn.diaba.map.tool.OverTool;

/**
 * Selects parcels by a click or a box, a map object by a click on its line or sign; Shift adds, Control takes away, Tab goes through parcels that lie on each other,
 * Del removes the object, Esc selects none; the right button opens a menu on the parcels selected, the one under it if it
 * is not among them. FX thread only.
 */
public final class SelectTool implements OverTool, BoxSelectTool.Listener {
    /** How near to an object's line or sign a click means it. */
    private static final double REACH_PX = 5;

    private final ToolDesk desk;
    private final BooleanSupplier objectsShown;
    private final Consumer<MapPointer> menu;
    private final BoxSelectTool box = new BoxSelectTool(this);
    private List<ParcelId> stacked = List.of();
    private @Nullable MapCanvas canvas;

    /**
     * A tool for this desk.
     *
     * @param objectsShown whether map objects can be seen, and so be picked
     * @param menu opens the menu of the right button where it is pressed
     */
    public SelectTool(ToolDesk desk, BooleanSupplier objectsShown, Consumer<MapPointer> menu) {
        this.menu = menu;
        this.desk = desk;
        this.objectsShown = objectsShown;
    }

    @Override
    public MapTool below() {
        return box;
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        box.entered(entered);
        desk.prompt().accept("prompt-select");
    }

    @Override
    public void left(MapCanvas canvas) {
        box.left(canvas);
    }

    @Override
    public void pressed(MapPointer pointer) {
        if (pointer.button() == MouseButton.SECONDARY) {
            menu(pointer);
        } else {
            box.pressed(pointer);
        }
    }

    private void menu(MapPointer pointer) {
        List<ParcelId> here =
                desk.workspace().fabric().index().parcelsAt(new EastNorth(pointer.east(), pointer.north()));
        if (desk.workspace().selection().stream().noneMatch(here::contains)) {
            pointed(pointer, BoxSelectTool.Mode.REPLACE);
        }
        if (!desk.workspace().selection().isEmpty()) {
            menu.accept(pointer);
        }
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
        UUID object = desk.workspace().pickedProperty().get();
        if (event.getCode() == KeyCode.DELETE && object != null) {
            RemoveObjects command = new RemoveObjects(List.of(object), IdBlock.fresh(desk.clock()));
            desk.workspace().submit(command, outcome -> {});
            return true;
        }
        boolean picked = object != null;
        if (event.getCode() == KeyCode.ESCAPE && (picked || !selected.isEmpty())) {
            desk.workspace().select(List.of());
            desk.workspace().pick(null);
            return true;
        }
        return false;
    }

    @Override
    public void pointed(MapPointer pointer, BoxSelectTool.Mode mode) {
        Fabric fabric = desk.workspace().fabric();
        EastNorth place = new EastNorth(pointer.east(), pointer.north());
        Optional<PlacedRecord> object = mode == BoxSelectTool.Mode.REPLACE && objectsShown.getAsBoolean()
                ? fabric.index().nearestObject(place, reachMetres())
                : Optional.empty();
        desk.workspace().pick(object.map(PlacedRecord::id).orElse(null));
        if (object.isPresent()) {
            stacked = List.of();
            desk.prompt().accept("prompt-select");
            return;
        }
        stacked = ParcelsAt.smallestFirst(fabric, place);
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

    private double reachMetres() {
        return canvas == null ? 0 : REACH_PX * canvas.viewport().metresPerPixel();
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
}
