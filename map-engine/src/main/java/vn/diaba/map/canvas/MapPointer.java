package vn.diaba.map.canvas;

import javafx.scene.input.MouseButton;

/**
 * A gesture's place on the map and on the screen. Immutable.
 *
 * @param east metres
 * @param north metres
 * @param screenX pixels from the canvas' left
 * @param screenY pixels from its top
 * @param button the button that changed, or is held while dragging; {@code NONE} for a move
 * @param clickCount 2 for the second press of a double-click
 * @param modifiers keys held
 */
public record MapPointer(
        double east,
        double north,
        double screenX,
        double screenY,
        MouseButton button,
        int clickCount,
        Modifiers modifiers) {
    /** Keys held during a gesture; control is Command on a Mac. */
    public record Modifiers(boolean shift, boolean control, boolean alt) {
        /** No key. */
        public static final Modifiers NONE = new Modifiers(false, false, false);
    }

    /** Whether the left button is meant. */
    public boolean isPrimary() {
        return button == MouseButton.PRIMARY;
    }
}
