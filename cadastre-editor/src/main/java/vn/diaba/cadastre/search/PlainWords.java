package vn.diaba.cadastre.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/** Words as people type them into a search box: without case and tones. Immutable. */
public final class PlainWords {
    private static final char MARK = 1;

    /** For every char its letter without tone in lower case, a blank for what parts words, {@link #MARK} for a tone. */
    private static final char[] PLAIN = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = plain((char) c);
        }
    }

    private final String[] starts;

    private PlainWords(String[] starts) {
        this.starts = starts;
    }

    /** The words of a text. */
    public static PlainWords of(String text) {
        String plain = plain(text);
        return new PlainWords(
                plain.isBlank()
                        ? new String[0]
                        : Arrays.stream(plain.strip().split(" +"))
                                .map(word -> " " + word)
                                .toArray(String[]::new));
    }

    private static char plain(char c) {
        if (c == 'đ' || c == 'Đ') {
            return 'd';
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK) {
            return MARK;
        }
        if (!Character.isLetterOrDigit(c)) {
            return ' ';
        }
        // Only Latin letters stand with their tones in one char; others decompose to what they are.
        char base = c < 0x2000
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)
                : c;
        return Character.toLowerCase(base);
    }

    /** Each word after a blank: {@code Nguyễn-Du} becomes {@code " nguyen du"}. */
    static String plain(String text) {
        char[] plain = new char[text.length() + 1];
        plain[0] = ' ';
        int n = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = PLAIN[text.charAt(i)];
            if (c != MARK) {
                plain[n++] = c;
            }
        }
        return new String(plain, 0, n);
    }

    /** Whether each of these words begins a word of the text; no words begin none. */
    public boolean begin(String text) {
        if (text.isEmpty() || starts.length == 0) {
            return false;
        }
        String own = plain(text);
        for (String start : starts) {
            if (!own.contains(start)) {
                return false;
            }
        }
        return true;
    }

    /** The words, each without tones and in lower case. */
    List<String> each() {
        return Arrays.stream(starts).map(start -> start.substring(1)).toList();
    }

    /** Whether there is no word. */
    public boolean isEmpty() {
        return starts.length == 0;
    }

    /** Whether a word has a letter, so that it may be a name. */
    public boolean haveLetters() {
        return List.of(starts).stream().anyMatch(start -> start.chars().anyMatch(Character::isLetter));
    }
}
