package vn.diaba.cadastre.model;

import java.math.BigInteger;

/**
 * How people cite a parcel: commune, map sheet, number. Text, because old numbers carry suffixes and codes leading
 * zeros. Immutable.
 *
 * @param commune the commune's code, "" when unknown
 * @param sheet the map sheet (số tờ), "" when unknown
 * @param number the number on the sheet (số thửa), "" when it has none
 */
public record ParcelNumber(String commune, String sheet, String number) {
    /** No number yet. */
    public static final ParcelNumber NONE = new ParcelNumber("", "", "");

    /** Whether both sheet and number are known. */
    public boolean isComplete() {
        return !sheet.isEmpty() && !number.isEmpty();
    }

    /** {@code sheet/number}; empty parts stay empty. */
    public String label() {
        return sheet + "/" + number;
    }

    /** Whether two sheet or parcel numbers mean the same: as numbers when both are ({@code 07 = 7}), else as text. */
    public static boolean same(String a, String b) {
        if (isNumber(a) && isNumber(b)) {
            return new BigInteger(a).equals(new BigInteger(b));
        }
        return a.equals(b);
    }

    /** The form in which equal numbers are equal text: leading zeros of pure numbers dropped. */
    public static String canonical(String text) {
        return isNumber(text) ? new BigInteger(text).toString() : text;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
