package vn.diaba.exchange.table;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of files: taken digit by digit, refused when their exponent would make a text of millions of digits. */
public final class Decimals {
    private static final int LARGEST_EXPONENT = 400;
    private static final int LONGEST = 400;

    private Decimals() {}

    /**
     * Reads a decimal number with a point.
     *
     * @return with the digits of the text; empty when it is no number, or longer or with a greater exponent than a
     *     {@code double} has a use for
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isPlausible(text)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException expected) {
            return Optional.empty();
        }
    }

    /** BigDecimal also takes the digits of other scripts; files have ASCII. */
    private static boolean isPlausible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
