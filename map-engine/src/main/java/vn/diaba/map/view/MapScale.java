package vn.diaba.map.view;

import java.util.List;
import java.util.Locale;

/**
 * The scale 1:{@code denominator} of a map, and what it means in metres per pixel. Immutable.
 *
 * @param denominator metres in the field for one metre on paper; positive
 */
public record MapScale(double denominator) {
    /** The scales of cadastral sheets: 1:200 to 1:10000 (Circular 25/2014/TT-BTNMT, kept by 26/2024). */
    public static final List<MapScale> STATUTORY = List.of(
            new MapScale(200),
            new MapScale(500),
            new MapScale(1000),
            new MapScale(2000),
            new MapScale(5000),
            new MapScale(10000));

    private static final double METRES_PER_INCH = 0.0254;

    /**
     * Rejects what is not a positive number.
     *
     * @throws IllegalArgumentException if so
     */
    public MapScale {
        if (!(denominator > 0) || Double.isInfinite(denominator)) {
            throw new IllegalArgumentException("scale 1:" + denominator);
        }
    }

    /** The scale at which a pixel of a device of {@code dpi} pixels an inch covers these metres. */
    public static MapScale of(double metresPerPixel, double dpi) {
        return new MapScale(metresPerPixel * dpi / METRES_PER_INCH);
    }

    /** Metres a pixel of a device of {@code dpi} pixels an inch covers at this scale. */
    public double metresPerPixel(double dpi) {
        return denominator * METRES_PER_INCH / dpi;
    }

    /** The smallest statutory denominator that is not below this one; this one if it is above all of them. */
    public MapScale nextStatutory() {
        return STATUTORY.stream()
                .filter(scale -> scale.denominator >= denominator * (1 - 1e-9))
                .findFirst()
                .orElse(this);
    }

    /** As {@code 1:500}, for logs. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "1:%.0f", denominator);
    }
}
