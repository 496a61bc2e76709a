package vn.diaba.store.content;

import java.util.regex.Pattern;

/**
 * What a content is known by. Immutable.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 * @param bytes how many it has, 0 or more
 */
public record Content(String sha256, long bytes) {
    /** A part of a content, in bytes; only the last may be shorter. */
    public static final int PART_BYTES = 1 << 18;

    /** No content has more bytes than this. */
    public static final long LARGEST_BYTES = 100L << 20;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Looks at the form.
     *
     * @throws IllegalArgumentException where the hash is none, or the size cannot be
     */
    public Content {
        if (!isHash(sha256) || bytes < 0 || bytes > LARGEST_BYTES) {
            throw new IllegalArgumentException("not a content: " + sha256 + ", " + bytes + " bytes");
        }
    }

    /** Whether a text has the form of a hash; such a text is safe as the name of a file. */
    public static boolean isHash(String text) {
        return SHA256.matcher(text).matches();
    }

    /** How many parts it has; none when it is empty. */
    public int parts() {
        return (int) ((bytes + PART_BYTES - 1) / PART_BYTES);
    }

    /**
     * The size of one of its parts, in bytes.
     *
     * @param number from 0
     * @throws IndexOutOfBoundsException where there is no such part
     */
    public int partBytes(int number) {
        java.util.Objects.checkIndex(number, parts());
        return (int) Math.min(PART_BYTES, bytes - (long) number * PART_BYTES);
    }
}
