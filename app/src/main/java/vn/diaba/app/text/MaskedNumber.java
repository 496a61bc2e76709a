package vn.diaba.app.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Identity numbers where people may look over the shoulder: on cards, in lists and in comparisons. Stateless. */
public final class MaskedNumber {
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int FIRST_SHOWN = 3;
    private static final int LAST_SHOWN = 2;
    private static final int SHORTEST_SHOWN = 8;

    private MaskedNumber() {}

    /**
     * A number of which only the beginning and the end can be read, {@code 074*******12}: enough to tell two persons apart,
     * not enough to use it. One of fewer than eight characters is hidden whole.
     *
     * @param numbers one number, or several with anything but letters and digits between them, which stays; "" stays ""
     */
    public static String of(String numbers) {
        return NUMBER.matcher(numbers).replaceAll(MaskedNumber::masked);
    }

    private static String masked(MatchResult found) {
        String number = found.group();
        int length = number.length();
        return length < SHORTEST_SHOWN
                ? "*".repeat(length)
                : number.substring(0, FIRST_SHOWN)
                        + "*".repeat(length - FIRST_SHOWN - LAST_SHOWN)
                        + number.substring(length - LAST_SHOWN);
    }
}
