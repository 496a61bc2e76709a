package vn.diaba.cadastre.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a map sheet (số hiệu mảnh): {@code 10-218 596}, {@code 215 596}, {@code 215 596-3}, {@code 215 596-3-c},
 * {@code 215 596-3-(10)}, {@code 215 596-3-74}. The thousands of kilometres are dropped from it, so a place is needed to
 * find the sheet: {@link SheetGrid#find}. Immutable.
 *
 * @param scale the scale, which the form of the name tells
 * @param northKm last three digits of the whole kilometres north of the upper edge of the 1:10000 or 1:5000 sheet
 * @param eastKm last three digits of the whole kilometres east of its left edge
 * @param block the 1:2000 sheet in the 1:5000 sheet, 1 to 9 from left to right, then down; 0 at larger sheets
 * @param part the sheet in the 1:2000 sheet, from 1 likewise; 0 at 1:2000 and larger sheets
 */
public record SheetName(SheetScale scale, int northKm, int eastKm, int block, int part) {
    private static final Pattern FORM =
            Pattern.compile("(10-)?(\\d{3})-?(\\d{3})(?:-([1-9])(?:-(?:([a-d])|" + "\\((\\d{1,2})\\)|(\\d{1,3})))?)?");

    /**
     * Rejects what names no sheet.
     *
     * @throws IllegalArgumentException if a part is out of its range
     */
    public SheetName {
        boolean divided = scale.compareTo(SheetScale.S2000) >= 0;
        boolean twice = scale.compareTo(SheetScale.S2000) > 0;
        int last = scale.parts() * scale.parts();
        if (northKm < 0
                || northKm > 999
                || eastKm < 0
                || eastKm > 999
                || (divided ? block < 1 || block > 9 : block != 0)
                || (twice ? part < 1 || part > last : part != 0)) {
            throw new IllegalArgumentException(
                    "not a sheet: " + scale + " " + northKm + " " + eastKm + " " + block + " " + part);
        }
    }

    /**
     * Reads a name as people write it: blanks anywhere or nowhere, long or short hyphens, letters large or small.
     *
     * @return none when it is no name of a sheet
     */
    public static Optional<SheetName> parse(String text) {
        String bare = text.replaceAll("[\\s\\u00A0]+", "").replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        Matcher form = FORM.matcher(bare.toLowerCase(Locale.ROOT));
        if (!form.matches() || (form.group(1) != null && form.group(4) != null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SheetName(
                    scale(form),
                    Integer.parseInt(form.group(2)),
                    Integer.parseInt(form.group(3)),
                    form.group(4) == null ? 0 : Integer.parseInt(form.group(4)),
                    part(form)));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    private static SheetScale scale(Matcher form) {
        if (form.group(4) == null) {
            return form.group(1) == null ? SheetScale.S5000 : SheetScale.S10000;
        }
        if (form.group(5) != null) {
            return SheetScale.S1000;
        }
        if (form.group(6) != null) {
            return SheetScale.S500;
        }
        return form.group(7) != null ? SheetScale.S200 : SheetScale.S2000;
    }

    private static int part(Matcher form) {
        if (form.group(5) != null) {
            return form.group(5).charAt(0) - 'a' + 1;
        }
        String number = form.group(6) != null ? form.group(6) : form.group(7);
        return number == null ? 0 : Integer.parseInt(number);
    }

    /** The name as the circular writes it. */
    @Override
    public String toString() {
        String base = String.format(Locale.ROOT, "%03d %03d", northKm, eastKm);
        switch (scale) {
            case S10000:
                return "10-" + base;
            case S5000:
                return base;
            case S2000:
                return base + "-" + block;
            case S1000:
                return base + "-" + block + "-" + (char) ('a' + part - 1);
            case S500:
                return base + "-" + block + "-(" + part + ")";
            default:
                return base + "-" + block + "-" + part;
        }
    }
}
