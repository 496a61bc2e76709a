package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a map text says of a parcel: {@code 125}, {@code ODT}, {@code ONT+CLN}, {@code 245,8}, all of one line
 * ({@code 1L654/119.3}: land use, number, area) or one below the other. Stateless.
 */
final class LabelText {
    private static final String AREA = "\\d{1,9}(?:[.,]\\d{1,3})?";
    private static final Pattern WHOLE =
            Pattern.compile("([\\p{L}0-9+]*\\p{L})\\s*(\\d{1,9})\\s*/\\s*(" + AREA + ")(?:\\s*m[2²])?");
    private static final Pattern NUMBER_AND_AREA =
            Pattern.compile("(\\d{1,9}\\p{L}?)\\s*/\\s*(\\d{1,9}[.,]\\d{1,3})(?:\\s*m[2²])?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}\\p{L}?(?:[-.]\\d{1,4})?");
    private static final Pattern ONLY_AREA = Pattern.compile("(" + AREA + ")(?:\\s*m[2²])?");
    private static final Pattern WITH_DECIMALS = Pattern.compile("(\\d{1,9}[.,]\\d{1,3})(?:\\s*m[2²])?");
    private static final Pattern USE = Pattern.compile("[\\p{L}0-9]{1,5}(?:\\+[\\p{L}0-9]{1,5})*");
    private static final Pattern LETTER = Pattern.compile(".*\\p{L}.*");

    private LabelText() {}

    /** One thing said. */
    record Said(LabelRole role, String value) {}

    /** What a text on a level says; empty when it cannot be read or may mean two things. */
    static List<Said> read(LabelRole role, String text) {
        List<Said> said = new ArrayList<>();
        String[] lines = text.strip().split("\\s*\\n\\s*");
        for (String line : lines) {
            List<Said> each = line(lines.length > 1 ? null : role, role, line);
            if (each.isEmpty()) {
                return List.of();
            }
            said.addAll(each);
        }
        return said;
    }

    /** A line of several is read by its look alone. */
    private static List<Said> line(@org.jspecify.annotations.Nullable LabelRole alone, LabelRole role, String line) {
        LabelRole use = role == LabelRole.LEGAL_LAND_USE ? LabelRole.LEGAL_LAND_USE : LabelRole.LAND_USE;
        Matcher whole = WHOLE.matcher(line);
        if (whole.matches()) {
            return List.of(
                    new Said(use, whole.group(1)),
                    new Said(LabelRole.NUMBER, whole.group(2)),
                    new Said(LabelRole.AREA, whole.group(3)));
        }
        Matcher two = NUMBER_AND_AREA.matcher(line);
        if (two.matches()) {
            return List.of(new Said(LabelRole.NUMBER, two.group(1)), new Said(LabelRole.AREA, two.group(2)));
        }
        Matcher area = (alone == LabelRole.AREA ? ONLY_AREA : WITH_DECIMALS).matcher(line);
        if (alone != LabelRole.NUMBER && area.matches()) {
            return List.of(new Said(LabelRole.AREA, area.group(1)));
        }
        if ((alone == null || alone == LabelRole.NUMBER) && NUMBER.matcher(line).matches()) {
            return List.of(new Said(LabelRole.NUMBER, line));
        }
        boolean mayBeUse = alone == null || alone == use;
        if (mayBeUse && USE.matcher(line).matches() && LETTER.matcher(line).matches()) {
            return List.of(new Said(use, line));
        }
        return List.of();
    }
}
