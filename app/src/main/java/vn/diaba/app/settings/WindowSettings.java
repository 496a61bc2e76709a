package vn.diaba.app.settings;

/**
 * Where the window was when it was closed. Immutable.
 *
 * @param x left edge, screen pixels; may be negative on a second screen
 * @param y top edge, screen pixels
 * @param widthPx at least 1
 * @param heightPx at least 1
 * @param maximized whether it filled the screen; the other values are then those to go back to
 */
public record WindowSettings(double x, double y, double widthPx, double heightPx, boolean maximized) {
    /** Rejects sizes and places that no window has. */
    public WindowSettings {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(widthPx >= 1) || !(heightPx >= 1)) {
            throw new IllegalArgumentException("not a window: " + x + " " + y + " " + widthPx + " " + heightPx);
        }
        if (!Double.isFinite(widthPx) || !Double.isFinite(heightPx)) {
            throw new IllegalArgumentException("not a size: " + widthPx + " " + heightPx);
        }
    }
}
