package vn.diaba.cadastre.paper;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that any of our systems can store and that show what they are. Stateless. */
public final class FileName {
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_BYTES = 240;
    private static final int LONGEST_SUFFIX = 12;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}/\\\\:*?\"<>|]");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    private FileName() {}

    /** Whether a file can be stored and shown under a name as it is. */
    public static boolean isPlain(String name) {
        return !name.isEmpty() && name.equals(plain(name));
    }

    /**
     * The nearest name a file can have: composed letters, no folder, no character that a system forbids or that hides
     * others, not the name of a device, not too long; the suffix stays where it can.
     */
    public static String plain(String name) {
        String plain = step(name);
        for (String next = step(plain); !next.equals(plain); next = step(plain)) {
            plain = next;
        }
        return plain;
    }

    /** Mends one fault after another; mending one can lay another bare. */
    private static String step(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC);
        plain = FORBIDDEN.matcher(plain).replaceAll("_").strip();
        while (plain.startsWith(".")) {
            plain = plain.substring(1);
        }
        plain = ended(shortened(plain));
        if (DEVICE.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
            plain = "_" + plain;
        }
        return plain.isEmpty() ? "_" : plain;
    }

    /** No system keeps a point or space at the end. */
    private static String ended(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String shortened(String name) {
        int point = name.lastIndexOf('.');
        boolean hasSuffix = point > 0 && name.length() - point <= LONGEST_SUFFIX;
        String suffix = hasSuffix ? name.substring(point) : "";
        String stem = hasSuffix ? name.substring(0, point) : name;
        if (isShort(name)) {
            return name;
        }
        while (!isShort(stem + suffix)) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return ended(stem) + suffix;
    }

    private static boolean isShort(String name) {
        return name.length() <= MOST_CHARACTERS && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
