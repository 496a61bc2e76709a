package vn.diaba.app.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for arguments. Immutable.
 *
 * <p>{@code {0}} is the first argument as {@link Values#plain} writes it; {@code {0:STYLE}} as {@link Values#styled} does;
 * {@code {0:parcel|parcels}} is a word chosen by the argument: the first for exactly 1 or true. An argument that was not given is
 * shown as {@code …}, so that a sentence never fails.
 */
record Sentence(String pattern) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^{}]*))?\\}");

    String with(List<?> arguments, Values values) {
        Matcher place = PLACE.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            int index = Integer.parseInt(place.group(1));
            String style = place.group(2);
            place.appendReplacement(
                    text,
                    Matcher.quoteReplacement(
                            index < arguments.size() ? value(arguments.get(index), style, values) : "…"));
        }
        return place.appendTail(text).toString();
    }

    private static String value(Object argument, String style, Values values) {
        if (style == null) {
            return values.plain(argument);
        }
        int bar = style.indexOf('|');
        if (bar < 0) {
            return values.styled(argument, style);
        }
        boolean one = argument instanceof Number number ? number.doubleValue() == 1 : Boolean.TRUE.equals(argument);
        return one ? style.substring(0, bar) : style.substring(bar + 1);
    }

    /** Indexes of the arguments it shows. */
    Set<Integer> places() {
        Set<Integer> places = new TreeSet<>();
        Matcher place = PLACE.matcher(pattern);
        while (place.find()) {
            places.add(Integer.parseInt(place.group(1)));
        }
        return places;
    }

    /** Styles it asks for, word choices left out. */
    Set<String> styles() {
        Set<String> styles = new TreeSet<>();
        Matcher place = PLACE.matcher(pattern);
        while (place.find()) {
            if (place.group(2) != null && place.group(2).indexOf('|') < 0) {
                styles.add(place.group(2));
            }
        }
        return styles;
    }
}
