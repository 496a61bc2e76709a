package vn.diaba.map.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/**
 * What the left and right buttons and the keys do on the map. One tool is active at a time; zooming by the wheel and panning
 * by the middle button or by Space go past it, so that its sketch stays. FX thread only.
 */
public interface MapTool {
    /** It becomes the active one. */
    default void entered(MapCanvas canvas) {}

    /** Another one takes its place; what it has drawn is to go. */
    default void left(MapCanvas canvas) {}

    /** A button went down. */
    default void pressed(MapPointer pointer) {}

    /** The pointer moves with the button held. */
    default void dragged(MapPointer pointer) {}

    /** The button went up. */
    default void released(MapPointer pointer) {}

    /** The pointer moves with no button held. */
    default void moved(MapPointer pointer) {}

    /**
     * A key went down while the map has the focus.
     *
     * @return whether it was meant for the tool; else the canvas looks whether it knows it
     */
    default boolean keyed(KeyEvent event) {
        return false;
    }

    /** The pointer's look while the tool is active. */
    default Cursor cursor() {
        return Cursor.DEFAULT;
    }
}
