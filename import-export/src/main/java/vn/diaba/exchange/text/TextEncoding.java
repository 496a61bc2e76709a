package vn.diaba.exchange.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way to read text from bytes. Immutable. Its result is composed (NFC) and has U+FFFD where bytes mean nothing.
 */
public final class TextEncoding {
    /** UTF-8. */
    public static final TextEncoding UTF_8 = of("utf-8", StandardCharsets.UTF_8);
    /** TCVN3, also called ABC: one byte a letter, capitals with tone by font only. */
    public static final TextEncoding TCVN3 = new TextEncoding("tcvn3", SingleByteTables::tcvn3, false);
    /** VNI Windows: a letter and a mark byte. */
    public static final TextEncoding VNI = new TextEncoding("vni", Vni::decode, false);
    /** Windows Vietnamese with combining tones. */
    public static final TextEncoding CP1258 = new TextEncoding("cp1258", SingleByteTables::cp1258, false);
    /** Windows Western. */
    public static final TextEncoding CP1252 = new TextEncoding("windows-1252", SingleByteTables::cp1252, false);

    private static final Map<String, TextEncoding> OURS = List.of(UTF_8, TCVN3, VNI, CP1258, CP1252).stream()
            .collect(Collectors.toUnmodifiableMap(TextEncoding::id, each -> each));
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("utf8", "utf-8"),
            Map.entry("65001", "utf-8"),
            Map.entry("abc", "tcvn3"),
            Map.entry("tcvn", "tcvn3"),
            Map.entry("tcvn-3", "tcvn3"),
            Map.entry("tcvn5712", "tcvn3"),
            Map.entry("tcvn-5712", "tcvn3"),
            Map.entry("vni-win", "vni"),
            Map.entry("1258", "cp1258"),
            Map.entry("windows-1258", "cp1258"),
            Map.entry("1252", "windows-1252"),
            Map.entry("cp1252", "windows-1252"),
            Map.entry("88591", "iso-8859-1"),
            Map.entry("936", "gbk"),
            Map.entry("932", "windows-31j"),
            Map.entry("10000", "x-macroman"));

    private final String id;
    private final Function<byte[], String> decoder;
    private final boolean utf8;

    private TextEncoding(String id, Function<byte[], String> decoder, boolean utf8) {
        this.id = id;
        this.decoder = decoder;
        this.utf8 = utf8;
    }

    private static TextEncoding of(String id, Charset charset) {
        return new TextEncoding(
                id, bytes -> charset.decode(ByteBuffer.wrap(bytes)).toString(), charset.equals(StandardCharsets.UTF_8));
    }

    /**
     * The encoding a person, a .cpg file or a code page number names.
     *
     * @param name such as {@code utf-8}, {@code TCVN3}, {@code 1258}, {@code ANSI 1252}, {@code ISO 88591}, {@code GBK}
     * @return empty when nobody here knows it
     */
    public static Optional<TextEncoding> named(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(ansi|oem|iso)[ _]+", "");
        key = OTHER_NAMES.getOrDefault(key, key);
        TextEncoding ours = OURS.get(key);
        if (ours != null) {
            return Optional.of(ours);
        }
        for (String spelling : List.of(key, "windows-" + key, "MS" + key, "Cp" + key, "iso-" + key)) {
            if (spelling.matches("[A-Za-z0-9][A-Za-z0-9:_.+-]*") && Charset.isSupported(spelling)) {
                Charset charset = Charset.forName(spelling);
                return Optional.of(of(charset.name().toLowerCase(Locale.ROOT), charset));
            }
        }
        return Optional.empty();
    }

    /** The permanent id, as {@code --encoding} takes it. */
    public String id() {
        return id;
    }

    /**
     * Reads text.
     *
     * @param bytes not changed
     * @param from first byte
     * @param to byte after the last
     * @return composed; U+FFFD where bytes mean nothing
     */
    public String decode(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return compose(decoder.apply(Arrays.copyOfRange(bytes, from, to)));
    }

    /**
     * How many bytes at the end are the beginning of a character whose rest is missing, as when a field was too narrow.
     *
     * @return 0 when the text ends with a whole character, or the encoding has one byte a character
     */
    public int cutBytes(byte[] bytes, int from, int to) {
        return utf8 ? Utf8.unfinished(bytes, from, to) : 0;
    }

    /** The text with letters and marks composed (NFC); the same object when it is so already. */
    public static String compose(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0x20) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return id;
    }
}
