package vn.diaba.cadastre.cogo;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads distances as surveyors type them: {@code 12.34}, {@code 12,34}, {@code 12,34 m}, {@code 1234mm}. Metres unless a
 * unit follows; a comma or a point is the decimal mark, never a thousands mark. Stateless.
 */
public final class DistanceText {
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(\\d{1,9}(?:[.,]\\d{0,12})?|[.,]\\d{1,12})\\s*([a-z]*)");
    private static final Map<String, Double> UNITS =
            Map.of("", 1.0, "m", 1.0, "mm", 0.001, "cm", 0.01, "dm", 0.1, "km", 1000.0);

    private DistanceText() {}

    /**
     * Reads a distance.
     *
     * @return metres, 0 or more
     * @throws CogoException {@code distance-not-read} with the text; {@code distance-unit-unknown} with text and unit;
     *     {@code distance-negative} with the text
     */
    public static double metres(String text) throws CogoException {
        double value = signedMetres(text);
        if (value < 0) {
            throw new CogoException("distance-negative", text.strip());
        }
        return value;
    }

    /**
     * Reads an offset or difference, which may have a sign.
     *
     * @throws CogoException {@code distance-not-read}; {@code distance-unit-unknown}
     */
    public static double signedMetres(String text) throws CogoException {
        Matcher number = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!number.matches()) {
            throw new CogoException("distance-not-read", text.strip());
        }
        Double unit = UNITS.get(number.group(3));
        if (unit == null) {
            throw new CogoException("distance-unit-unknown", text.strip(), number.group(3));
        }
        double value = Double.parseDouble(number.group(2).replace(',', '.'));
        // Divided, not multiplied, so that 1234 mm is the double 1.234.
        double metres = unit < 1 ? value / Math.rint(1 / unit) : value * unit;
        return number.group(1).equals("-") ? -metres : metres;
    }
}
