package vn.diaba.map.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bundled DejaVu Sans, plain and bold, in the sizes asked for, and widths of texts from remembered widths of letters.
 * Safe on any thread.
 */
final class MapFonts {
    /** Height of capitals and digits of DejaVu Sans, in parts of the font size (1493 of 2048 units). */
    static final double CAP_HEIGHT = 1493.0 / 2048;

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final float MEASURED_PX = 256;

    private final Font plain = load("DejaVuSans.ttf");
    private final Font bold = load("DejaVuSans-Bold.ttf");
    private final Map<Float, Font> plainSizes = new ConcurrentHashMap<>();
    private final Map<Float, Font> boldSizes = new ConcurrentHashMap<>();
    private final float[] plainWidths = new float[0x2000];
    private final float[] boldWidths = new float[0x2000];

    Font font(double sizePx, boolean isBold) {
        return (isBold ? boldSizes : plainSizes).computeIfAbsent((float) sizePx, (isBold ? bold : plain)::deriveFont);
    }

    /** Width in pixels at this font size, without kerning, as {@code drawString} sets it. */
    double width(String text, double sizePx, boolean isBold) {
        double sum = 0;
        float[] widths = isBold ? boldWidths : plainWidths;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= widths.length) {
                return measured(text, isBold) * sizePx;
            }
            float width = widths[letter];
            if (width == 0) {
                width = (float) measured(String.valueOf(letter), isBold);
                widths[letter] = width;
            }
            sum += width;
        }
        return sum * sizePx;
    }

    private double measured(String text, boolean isBold) {
        return font(MEASURED_PX, isBold).getStringBounds(text, MEASURE).getWidth() / MEASURED_PX;
    }

    private static Font load(String file) {
        try (InputStream in = Objects.requireNonNull(MapFonts.class.getResourceAsStream(file))) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the bundled font " + file + " cannot be read", e);
        }
    }
}
