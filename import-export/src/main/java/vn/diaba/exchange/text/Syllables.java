package vn.diaba.exchange.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a word can be Vietnamese. Every Vietnamese word is one syllable: an onset, a vowel group with at most one tone,
 * a coda, all from short lists; so a wrong decoding is almost never a syllable.
 */
final class Syllables {
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
            + "(?:uyê|uya|iê|yê|uô|ươ|ia|ua|ưa|uâ|uê|uơ|uy|uă|oa|oă|oe|[aăâeêioôơuưy])"
            + "(?:ch|ng|nh|[ckmnptiyou])?");

    private Syllables() {}

    /** Judges one word, composed; capitals only at its beginning or throughout. */
    static boolean isVietnamese(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!word.equals(lower)
                && !word.equals(word.toUpperCase(Locale.ROOT))
                && !word.substring(1).equals(lower.substring(1))) {
            return false;
        }
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        String toneless = TONES.matcher(apart).replaceAll("");
        return apart.length() - toneless.length() <= 1
                && SYLLABLE.matcher(Normalizer.normalize(toneless, Normalizer.Form.NFC))
                        .matches();
    }
}
