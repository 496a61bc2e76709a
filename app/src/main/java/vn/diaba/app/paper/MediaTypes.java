package vn.diaba.app.paper;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a file is, by its first bytes and never by its name, which anyone can choose. Stateless.
 *
 * @see <a href="https://www.iana.org/assignments/media-types/">IANA, Media Types</a>
 */
public final class MediaTypes {
    /** So many first bytes are looked at. */
    public static final int HEAD_BYTES = 64 * 1024;

    /** When the content is of no form known here. */
    public static final String UNKNOWN = "application/octet-stream";

    private static final int PDF_WITHIN = 1024;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** A sign at a place: bytes as Latin letters. */
    private record Sign(int at, String bytes, String type) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(0, "\u00FF\u00D8\u00FF", "image/jpeg"),
            new Sign(0, "\u0089PNG\r\n\u001A\n", "image/png"),
            new Sign(0, "GIF87a", "image/gif"),
            new Sign(0, "GIF89a", "image/gif"),
            new Sign(0, "II*\0", "image/tiff"),
            new Sign(0, "MM\0*", "image/tiff"),
            new Sign(0, "II+\0", "image/tiff"),
            new Sign(0, "MM\0+", "image/tiff"),
            new Sign(0, "AC10", "image/vnd.dwg"),
            new Sign(0, "ID3", "audio/mpeg"),
            new Sign(0, "OggS", "application/ogg"),
            new Sign(0, "\u001AE\u00DF\u00A3", "video/x-matroska"),
            new Sign(0, "7z\u00BC\u00AF'\u001C", "application/x-7z-compressed"),
            new Sign(0, "Rar!\u001A\u0007", "application/vnd.rar"),
            new Sign(0, "\u001F\u008B\b", "application/gzip"),
            new Sign(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "application/x-ole-storage"),
            new Sign(0, "SQLite format 3\0", "application/vnd.sqlite3"));

    /** Names of folders in a zipped document that tell which sort it is. */
    private static final List<Sign> FOLDERS = List.of(
            new Sign(0, "word/", OFFICE + "wordprocessingml.document"),
            new Sign(0, "xl/", OFFICE + "spreadsheetml.sheet"),
            new Sign(0, "ppt/", OFFICE + "presentationml.presentation"));

    /** Brands of files that begin with {@code ftyp}; any other is a film. */
    private static final List<Sign> BRANDS = List.of(
            new Sign(8, "heic", "image/heic"),
            new Sign(8, "heix", "image/heic"),
            new Sign(8, "mif1", "image/heif"),
            new Sign(8, "avif", "image/avif"),
            new Sign(8, "M4A ", "audio/mp4"),
            new Sign(8, "qt  ", "video/quicktime"));

    private MediaTypes() {}

    /**
     * The media type of a content.
     *
     * @param head its first bytes, {@link #HEAD_BYTES} of them or all there are
     * @return {@link #UNKNOWN} when it is of no form known here, or empty
     */
    public static String of(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        for (Sign sign : SIGNS) {
            if (latin.startsWith(sign.bytes, sign.at)) {
                return sign.type;
            }
        }
        if (latin.substring(0, Math.min(PDF_WITHIN, latin.length())).contains("%PDF-")) {
            return "application/pdf";
        }
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return zipped(latin);
        }
        if (latin.startsWith("ftyp", 4)) {
            return first(BRANDS, latin, "video/mp4");
        }
        if (latin.startsWith("RIFF")) {
            return first(
                    List.of(
                            new Sign(8, "WEBP", "image/webp"),
                            new Sign(8, "WAVE", "audio/wav"),
                            new Sign(8, "AVI ", "video/x-msvideo")),
                    latin,
                    UNKNOWN);
        }
        return text(head);
    }

    private static String first(List<Sign> signs, String latin, String otherwise) {
        return signs.stream()
                .filter(sign -> latin.startsWith(sign.bytes, sign.at))
                .map(Sign::type)
                .findFirst()
                .orElse(otherwise);
    }

    /** OpenDocument tells in its first entry, Office Open XML by the folders of its entries; else it is any archive. */
    private static String zipped(String latin) {
        int name = 30;
        if (latin.startsWith("mimetypeapplication/", name)) {
            int from = name + "mimetype".length();
            int to = latin.indexOf("PK", from);
            String told = latin.substring(from, to < 0 ? Math.min(latin.length(), from + 80) : to);
            return told.matches("application/[a-z0-9.+-]{1,80}") ? told : "application/zip";
        }
        for (int at = 0; at >= 0; at = latin.indexOf("PK\u0003\u0004", at + 1)) {
            int entry = at + name;
            for (Sign folder : FOLDERS) {
                if (latin.startsWith(folder.bytes, entry)) {
                    return folder.type;
                }
            }
        }
        return "application/zip";
    }

    /** Letters without controls are a text; a letter broken off at the end of the head does not count. */
    private static String text(byte[] head) {
        if (head.length == 0) {
            return UNKNOWN;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer letters = CharBuffer.allocate(head.length);
        CoderResult end = decoder.decode(ByteBuffer.wrap(head), letters, head.length < HEAD_BYTES);
        if (end.isError()) {
            return UNKNOWN;
        }
        String text = letters.flip().toString();
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n\f".indexOf(c) < 0)) {
            return UNKNOWN;
        }
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<?xml") ? "application/xml" : "text/plain";
    }
}
