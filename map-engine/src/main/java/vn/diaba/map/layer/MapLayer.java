package vn.diaba.map.layer;

import vn.diaba.map.style.MapStyle;

/**
 * Features with a look, a name and the scales at which they are shown. Immutable, if its source is safe.
 *
 * @param name as the layer list shows it; also names the layer in reports
 * @param visible whether it is switched on
 * @param minDenominator shown from 1:minDenominator (included); 0 for any closer scale
 * @param maxDenominator to 1:maxDenominator (not included); infinite for any farther scale
 * @param look style and source
 */
public record MapLayer(String name, boolean visible, double minDenominator, double maxDenominator, Look look) {
    /** What is drawn and how. */
    public record Look(MapStyle style, FeatureSource source) {}

    /** A visible layer shown at every scale. */
    public static MapLayer of(String name, MapStyle style, FeatureSource source) {
        return new MapLayer(name, true, 0, Double.POSITIVE_INFINITY, new Look(style, source));
    }

    /** Its style. */
    public MapStyle style() {
        return look.style;
    }

    /** Its source. */
    public FeatureSource source() {
        return look.source;
    }

    /** Whether it is drawn at this scale. */
    public boolean isShownAt(double scaleDenominator) {
        return visible && scaleDenominator >= minDenominator && scaleDenominator < maxDenominator;
    }

    /** Switched on or off. */
    public MapLayer withVisible(boolean on) {
        return new MapLayer(name, on, minDenominator, maxDenominator, look);
    }

    /** Shown between other scales. */
    public MapLayer withScales(double min, double max) {
        return new MapLayer(name, visible, min, max, look);
    }

    /** With another style. */
    public MapLayer withStyle(MapStyle style) {
        return new MapLayer(name, visible, minDenominator, maxDenominator, new Look(style, look.source));
    }

    /** With the same look on other features. */
    public MapLayer withSource(FeatureSource source) {
        return new MapLayer(name, visible, minDenominator, maxDenominator, new Look(look.style, source));
    }
}
