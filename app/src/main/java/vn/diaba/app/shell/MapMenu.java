package vn.diaba.app.shell;

import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import vn.diaba.app.look.Tongue;
import vn.diaba.map.canvas.MapPointer;

/** The menu of the right button on selected parcels: split, merge, zoom. FX thread only. */
final class MapMenu {
    private final Tongue tongue;
    private final MapPane map;
    private final ContextMenu menu = new ContextMenu();

    MapMenu(Tongue tongue, MapPane map) {
        this.tongue = tongue;
        this.map = map;
        menu.getItems()
                .addAll(
                        tool(ToolKind.SPLIT),
                        tool(ToolKind.MERGE),
                        new SeparatorMenuItem(),
                        item("menu-zoom-selection", "Ctrl+0", map::zoomToSelection));
        menu.setId("mapMenu");
    }

    /** Opens it at a place of the map. */
    void open(MapPointer at) {
        Point2D place = map.canvas().localToScreen(at.screenX(), at.screenY());
        if (place != null) {
            menu.show(map.canvas(), place.getX(), place.getY());
        }
    }

    private MenuItem tool(ToolKind kind) {
        return item(kind.code(), kind.key(), () -> map.toolProperty().set(kind));
    }

    private MenuItem item(String code, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> tongue.say(code) + "  (" + key + ")", tongue.messagesProperty()));
        item.setId("map_" + code);
        item.setOnAction(event -> action.run());
        return item;
    }
}
