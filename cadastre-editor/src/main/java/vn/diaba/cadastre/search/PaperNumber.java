package vn.diaba.cadastre.search;

import java.text.Normalizer;
import java.util.Locale;
import vn.diaba.cadastre.record.Paper;

/**
 * A paper's number as people type it: {@code AA 00476432}, {@code aa00476432}. Immutable.
 *
 * @param plain without blanks, in capital letters
 */
public record PaperNumber(String plain) {
    /** What a text means when it is one. */
    public static PaperNumber of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return new PaperNumber(composed.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    /** Whether it is printed on a paper, or what the paper stands under in the office's book. */
    public boolean isOf(Paper paper) {
        return isAlso(paper.number()) || isAlso(paper.bookNumber());
    }

    /** Whether another spelling means this number; makes nothing, since a land may have a million of them. */
    private boolean isAlso(String spelling) {
        int at = 0;
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            if (!Character.isWhitespace(c)) {
                if (at == plain.length() || Character.toUpperCase(c) != plain.charAt(at)) {
                    return false;
                }
                at++;
            }
        }
        return at > 0 && at == plain.length();
    }
}
