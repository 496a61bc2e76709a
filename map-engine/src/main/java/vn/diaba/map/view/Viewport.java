package vn.diaba.map.view;

import org.locationtech.jts.geom.Envelope;

/**
 * The window onto the plane: its centre in metres, how many metres a pixel covers, and its size in pixels. Screen
 * coordinates count from the left and from the top. Immutable.
 *
 * @param centreEast east of the middle, metres
 * @param centreNorth north of the middle, metres
 * @param metresPerPixel positive; a pixel is square
 * @param widthPx at least 1
 * @param heightPx at least 1
 */
public record Viewport(double centreEast, double centreNorth, double metresPerPixel, double widthPx, double heightPx) {
    /** The closest look, 1:2 on a common screen, and the farthest, the whole globe in a few pixels. */
    private static final double MIN_METRES_PER_PIXEL = 0.0005;

    private static final double MAX_METRES_PER_PIXEL = 1e6;

    /**
     * Rejects what shows nothing; a scale beyond what a screen can use is brought back to the nearest usable one.
     *
     * @throws IllegalArgumentException if a size is below 1 or a number is not finite
     */
    public Viewport {
        if (!(widthPx >= 1 && heightPx >= 1)
                || !Double.isFinite(centreEast)
                || !Double.isFinite(centreNorth)
                || !(metresPerPixel > 0)) {
            throw new IllegalArgumentException("not a view");
        }
        metresPerPixel = Math.min(MAX_METRES_PER_PIXEL, Math.max(MIN_METRES_PER_PIXEL, metresPerPixel));
    }

    /** The view that shows all of an extent in a window of this size, with a twentieth of the window left free around. */
    public static Viewport fitted(Envelope extent, double widthPx, double heightPx) {
        return new Viewport(0, 0, 1, widthPx, heightPx).fitted(extent);
    }

    /** This window showing all of an extent; a point is shown at 0.1 m a pixel, a null extent changes nothing. */
    public Viewport fitted(Envelope extent) {
        if (extent.isNull()) {
            return this;
        }
        double scale = Math.max(extent.getWidth() / widthPx, extent.getHeight() / heightPx) / 0.95;
        return new Viewport(
                (extent.getMinX() + extent.getMaxX()) / 2,
                (extent.getMinY() + extent.getMaxY()) / 2,
                scale > 0 ? scale : 0.1,
                widthPx,
                heightPx);
    }

    /** What the window covers, metres. */
    public Envelope extent() {
        double halfWidth = widthPx * metresPerPixel / 2;
        double halfHeight = heightPx * metresPerPixel / 2;
        return new Envelope(
                centreEast - halfWidth, centreEast + halfWidth, centreNorth - halfHeight, centreNorth + halfHeight);
    }

    /** Pixels from the left edge. */
    public double screenX(double east) {
        return widthPx / 2 + (east - centreEast) / metresPerPixel;
    }

    /** Pixels from the top edge. */
    public double screenY(double north) {
        return heightPx / 2 - (north - centreNorth) / metresPerPixel;
    }

    /** East of a place on the screen, metres. */
    public double east(double screenX) {
        return centreEast + (screenX - widthPx / 2) * metresPerPixel;
    }

    /** North of a place on the screen, metres. */
    public double north(double screenY) {
        return centreNorth - (screenY - heightPx / 2) * metresPerPixel;
    }

    /** The pixel a place falls on, fractions included. */
    public Place toScreen(double east, double north) {
        return new Place(screenX(east), screenY(north));
    }

    /** The place under a pixel: x is east, y is north. */
    public Place toMap(double screenX, double screenY) {
        return new Place(east(screenX), north(screenY));
    }

    /** The map moved with the pointer: what was at a pixel is then {@code dx}, {@code dy} pixels right and down. */
    public Viewport panned(double dxPx, double dyPx) {
        return new Viewport(
                centreEast - dxPx * metresPerPixel,
                centreNorth + dyPx * metresPerPixel,
                metresPerPixel,
                widthPx,
                heightPx);
    }

    /**
     * Zoomed with one pixel held where it is.
     *
     * @param factor above 1 shows more detail, 2 doubles the scale
     */
    public Viewport zoomedAbout(double screenX, double screenY, double factor) {
        double east = east(screenX);
        double north = north(screenY);
        Viewport zoomed = withMetresPerPixel(metresPerPixel / factor);
        return new Viewport(
                east - (screenX - widthPx / 2) * zoomed.metresPerPixel,
                north + (screenY - heightPx / 2) * zoomed.metresPerPixel,
                zoomed.metresPerPixel,
                widthPx,
                heightPx);
    }

    /** The same middle at another scale. */
    public Viewport withMetresPerPixel(double changed) {
        return new Viewport(centreEast, centreNorth, changed, widthPx, heightPx);
    }

    /** The same scale about another middle. */
    public Viewport centredAt(double east, double north) {
        return new Viewport(east, north, metresPerPixel, widthPx, heightPx);
    }

    /** The same middle and scale in a window of another size. */
    public Viewport resized(double changedWidthPx, double changedHeightPx) {
        return new Viewport(centreEast, centreNorth, metresPerPixel, changedWidthPx, changedHeightPx);
    }

    /** The scale on a device of this many pixels an inch. */
    public MapScale scale(double dpi) {
        return MapScale.of(metresPerPixel, dpi);
    }

    /** How a picture painted for {@code painted} has to be stretched and moved to stand for this view meanwhile. */
    public Shift from(Viewport painted) {
        return new Shift(painted.metresPerPixel / metresPerPixel, screenX(painted.east(0)), screenY(painted.north(0)));
    }

    /**
     * A place on the screen (pixels right and down) or on the map (east and north, metres), as the method says that gives
     * it.
     */
    public record Place(double x, double y) {}

    /**
     * A stretch about the upper left corner, then a move.
     *
     * @param stretch factor for both axes
     * @param dxPx pixels to the right
     * @param dyPx pixels down
     */
    public record Shift(double stretch, double dxPx, double dyPx) {
        /** Where a pixel of the old picture comes to stand. */
        public Place apply(double screenX, double screenY) {
            return new Place(screenX * stretch + dxPx, screenY * stretch + dyPx);
        }
    }
}
