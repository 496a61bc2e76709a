package vn.diaba.app.text;

/** An identity number where people may look over the shoulder. Stateless. */
public final class MaskedNumber {
    private static final int SHOWN_DIGITS = 3;

    private MaskedNumber() {}

    /** Its beginning shows which number is meant; the rest is nobody's business here. */
    public static String of(String number) {
        int shown = Math.min(SHOWN_DIGITS, number.length() / 2);
        return number.substring(0, shown) + "*".repeat(number.length() - shown);
    }
}
