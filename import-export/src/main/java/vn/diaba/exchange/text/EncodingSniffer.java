package vn.diaba.exchange.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds a column's encoding from its values. Feed it all values (those in ASCII cost nothing and say nothing), then ask.
 * Confined to one thread; keeps at most {@value #KEPT} different values.
 */
public final class EncodingSniffer {
    private static final int KEPT = 2000;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Punct}0-9]+");
    private static final Pattern CAPITAL_WITH_TONE =
            Pattern.compile("[ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ]");

    private final Set<String> kept = new LinkedHashSet<>();
    private long speaking;
    private long validUtf8;

    /**
     * What was found.
     *
     * @param encoding the likeliest
     * @param sure whether the content proves it; never for a language other than Vietnamese in one byte a character
     * @param before a value as Windows 1252 shows it; empty when all was ASCII
     * @param after the same value by {@code encoding}
     */
    public record Verdict(TextEncoding encoding, boolean sure, String before, String after) {
        /** Whether the values said anything at all. */
        public boolean isSpeaking() {
            return !before.isEmpty();
        }
    }

    /** Takes a value without its padding. */
    public void add(byte[] bytes, int from, int to) {
        if (TextEncoding.isAscii(bytes, from, to)) {
            return;
        }
        speaking++;
        if (Utf8.isValid(bytes, from, to)) {
            validUtf8++;
        }
        if (kept.size() < KEPT) {
            kept.add(SingleByteTables.cp1252(Arrays.copyOfRange(bytes, from, to)));
        }
    }

    /** Takes over what another one has seen, to judge several columns together. */
    public void addAll(EncodingSniffer other) {
        speaking += other.speaking;
        validUtf8 += other.validUtf8;
        for (String value : other.kept) {
            if (kept.size() < KEPT) {
                kept.add(value);
            }
        }
    }

    /**
     * Judges what was fed.
     *
     * @param fallback taken, unsure, when the content proves nothing
     */
    public Verdict verdict(TextEncoding fallback) {
        if (kept.isEmpty()) {
            return new Verdict(fallback, false, "", "");
        }
        if (validUtf8 >= Math.ceil(0.95 * speaking)) {
            return found(TextEncoding.UTF_8, true);
        }
        TextEncoding best = fallback;
        double bestShare = 0;
        double second = 0;
        for (TextEncoding each : List.of(TextEncoding.CP1258, TextEncoding.TCVN3, TextEncoding.VNI)) {
            double share = vietnameseShare(each);
            if (share > bestShare) {
                second = bestShare;
                best = each;
                bestShare = share;
            } else {
                second = Math.max(second, share);
            }
        }
        if (bestShare < 0.6) {
            return found(fallback, false);
        }
        return found(best, second < 0.7 * bestShare);
    }

    private Verdict found(TextEncoding encoding, boolean sure) {
        String before = kept.iterator().next();
        byte[] bytes = Mojibake.bytesShownAs(before);
        return new Verdict(encoding, sure, before, encoding.decode(bytes, 0, bytes.length));
    }

    private double vietnameseShare(TextEncoding encoding) {
        long words = 0;
        long good = 0;
        for (String value : kept) {
            byte[] bytes = Mojibake.bytesShownAs(value);
            for (String word : BLANKS.split(encoding.decode(bytes, 0, bytes.length))) {
                if (!word.isEmpty() && !word.chars().allMatch(c -> c < 0x80)) {
                    words++;
                    boolean fontOnly = encoding == TextEncoding.TCVN3
                            && CAPITAL_WITH_TONE.matcher(word).find();
                    good += !fontOnly && Syllables.isVietnamese(word) ? 1 : 0;
                }
            }
        }
        return words == 0 ? 0 : (double) good / words;
    }
}
