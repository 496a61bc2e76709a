package vn.diaba.app.attach;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an attached file is called when it is given to another program: always by what is in it, never by what it calls
 * itself, so that nothing is run that only claims to be a picture. Stateless.
 */
final class SafeSuffix {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** The first of each is taken where the file's own is none of them. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("application/pdf", List.of("pdf")),
            Map.entry("image/jpeg", List.of("jpg", "jpeg")),
            Map.entry("image/png", List.of("png")),
            Map.entry("image/gif", List.of("gif")),
            Map.entry("image/tiff", List.of("tif", "tiff")),
            Map.entry("image/webp", List.of("webp")),
            Map.entry("image/heic", List.of("heic")),
            Map.entry("image/vnd.dwg", List.of("dwg")),
            Map.entry("text/plain", List.of("txt", "csv", "dxf")),
            Map.entry("audio/mpeg", List.of("mp3")),
            Map.entry("audio/mp4", List.of("m4a")),
            Map.entry("audio/wav", List.of("wav")),
            Map.entry("video/mp4", List.of("mp4")),
            Map.entry("video/quicktime", List.of("mov")),
            Map.entry(OFFICE + "wordprocessingml.document", List.of("docx")),
            Map.entry(OFFICE + "spreadsheetml.sheet", List.of("xlsx")),
            Map.entry(OFFICE + "presentationml.presentation", List.of("pptx")),
            Map.entry("application/vnd.oasis.opendocument.text", List.of("odt")),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", List.of("ods")));

    private SafeSuffix() {}

    /**
     * The name a file is opened under.
     *
     * @param name the file's own, without folders
     * @param mediaType what its content is
     * @return empty for what is not opened from here
     */
    static Optional<String> name(String name, String mediaType) {
        List<String> suffixes = KNOWN.get(mediaType);
        if (suffixes == null) {
            return Optional.empty();
        }
        int point = name.lastIndexOf('.');
        String own = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
        String stem = point <= 0 ? name : name.substring(0, point);
        return Optional.of(suffixes.contains(own) ? name : stem + "." + suffixes.get(0));
    }
}
