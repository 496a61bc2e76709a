package vn.diaba.exchange.shp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.diaba.exchange.table.ImportException;

/** The files that together are a shapefile: same name, other extension, in any case of letters. Immutable. */
final class ShapefileParts {
    private static final int LONGEST_TEXT = 1 << 16;

    private final Path shp;
    private final TreeMap<String, Path> byExtension = new TreeMap<>();

    /** Lists the folder of one of the parts; an extension in the same case as the given file's wins. */
    ShapefileParts(Path part) throws ImportException {
        shp = part;
        String stem = stem(part);
        Path folder = part.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder == null ? part.toAbsolutePath() : folder)) {
            files.filter(each -> stem(each).equals(stem)).sorted().forEach(each -> {
                String extension = extension(each);
                String lower = extension.toLowerCase(Locale.ROOT);
                boolean sameCase = lower.equals(extension)
                        == extension(part).equals(extension(part).toLowerCase(Locale.ROOT));
                if (sameCase || !byExtension.containsKey(lower)) {
                    byExtension.put(lower, each);
                }
            });
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(String.valueOf(part.getFileName())), cause);
        }
    }

    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    Path shp() {
        return shp;
    }

    Optional<Path> find(String extension) {
        return Optional.ofNullable(byExtension.get(extension));
    }

    /** Content of a small text part; empty when absent or not readable as what it should be. */
    String text(String extension) throws ImportException {
        Optional<Path> part = find(extension);
        if (part.isEmpty()) {
            return "";
        }
        try (FileWindow window = new FileWindow(part.get())) {
            int length = (int) Math.min(window.size(), LONGEST_TEXT);
            byte[] bytes = new byte[length];
            window.at(0, length).get(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "").strip();
        }
    }
}
