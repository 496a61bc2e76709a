package vn.diaba.exchange.dxf;

import java.util.Locale;
import java.util.Optional;

/**
 * What a font of the years before Unicode says of its letters: the fonts {@code .Vn…} are in TCVN3, those of {@code
 * VNI-…} in VNI; the capitals of TCVN3 have fonts of their own, whose names end in H. Stateless.
 */
final class FontEncoding {
    private FontEncoding() {}

    /** The encoding a font is drawn for; empty when its name says nothing. */
    static Optional<String> of(String font) {
        String name = plain(font);
        if (name.startsWith(".vn")) {
            return Optional.of("tcvn3");
        }
        return name.startsWith("vni-") || name.startsWith("vni ") ? Optional.of("vni") : Optional.empty();
    }

    /** Whether the font shows small letters as capitals. */
    static boolean isCapital(String font) {
        String name = plain(font);
        return name.startsWith(".vn") && name.endsWith("h");
    }

    private static String plain(String font) {
        String name = font.substring(Math.max(font.lastIndexOf('/'), font.lastIndexOf('\\')) + 1);
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.(ttf|shx|ttc|otf)$", "");
    }
}
