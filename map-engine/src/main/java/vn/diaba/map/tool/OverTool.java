package vn.diaba.map.tool;

import javafx.scene.Cursor;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.canvas.MapTool;

/** A tool that leaves to another what it does not do with the mouse itself. FX thread only. */
public interface OverTool extends MapTool {
    /** The other; the same one each time. It is entered and left with this one, which sees to that. */
    MapTool below();

    @Override
    default Cursor cursor() {
        return below().cursor();
    }

    @Override
    default void pressed(MapPointer at) {
        below().pressed(at);
    }

    @Override
    default void dragged(MapPointer at) {
        below().dragged(at);
    }

    @Override
    default void released(MapPointer at) {
        below().released(at);
    }

    @Override
    default void moved(MapPointer at) {
        below().moved(at);
    }
}
