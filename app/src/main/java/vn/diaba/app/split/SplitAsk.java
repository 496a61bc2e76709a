package vn.diaba.app.split;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.Shares;

/** What the box asks for. Immutable. */
public sealed interface SplitAsk {
    /** Nothing is typed: a line is drawn. */
    record Line() implements SplitAsk {}

    /** Parts of one parcel. */
    record Parts(Shares shares) implements SplitAsk {}

    /**
     * A strip along sides.
     *
     * @param widthMetres how wide; NaN when that is not typed yet
     */
    record Strip(double widthMetres) implements SplitAsk {
        /** Whether the width is typed. */
        public boolean isWide() {
            return !Double.isNaN(widthMetres);
        }
    }

    /** Something that cannot be read. */
    record Unread(Refusal why) implements SplitAsk {}

    /** Words that begin a strip. */
    Pattern STRIP = Pattern.compile("(?:strip|dải đất|dải|dai)(?:\\s+(.*)|(?=\\d)(.*))?");

    /** An area with its unit: even a small whole number is no number of parts then. */
    Pattern UNIT = Pattern.compile("\\s*m[2²]");

    /**
     * Reads what people type: nothing for a line; {@code 3} parts, {@code 2:1:1} shares, {@code 120; 85,5; còn lại} areas, {@code
     * 120} or {@code 85 m2} one area; {@code dải 2,5} or {@code strip 2.5} a strip.
     */
    static SplitAsk parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return new Line();
        }
        Matcher strip = STRIP.matcher(plain);
        if (strip.matches()) {
            String width = strip.group(1) == null ? String.valueOf(strip.group(2)) : strip.group(1);
            return strip(strip.group(1) == null && strip.group(2) == null ? "" : width.strip());
        }
        try {
            return new Parts(
                    UNIT.matcher(plain).find() ? areas(UNIT.matcher(plain).replaceAll("")) : Shares.parse(plain));
        } catch (ImpossibleEditException e) {
            return new Unread(new Refusal(e.code(), e.arguments()));
        }
    }

    private static SplitAsk strip(String width) {
        if (width.isEmpty()) {
            return new Strip(Double.NaN);
        }
        try {
            return new Strip(DistanceText.metres(width));
        } catch (CogoException e) {
            return new Unread(new Refusal(e.code(), e.arguments()));
        }
    }

    private static Shares areas(String plain) throws ImpossibleEditException {
        Shares.Areas areas = (Shares.Areas) Shares.areas(plain);
        Double only = areas.areas().size() == 1 ? areas.areas().get(0) : null;
        return only == null ? areas : Shares.cutOff(only);
    }
}
