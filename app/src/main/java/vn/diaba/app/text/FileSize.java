package vn.diaba.app.text;

/** How much a file is, in words. Stateless. */
public final class FileSize {
    private static final long KILO = 1024;

    private FileSize() {}

    /** In bytes, kilobytes or megabytes of 1,024 each, with one decimal at most. */
    public static String words(long bytes, Messages messages) {
        if (bytes < KILO) {
            return messages.sentence("file-bytes", bytes);
        }
        return bytes < KILO * KILO
                ? messages.sentence("file-kilo", (double) bytes / KILO)
                : messages.sentence("file-mega", (double) bytes / (KILO * KILO));
    }
}
