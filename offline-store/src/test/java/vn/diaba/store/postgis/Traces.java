package vn.diaba.store.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words in files, as they are or in hexadecimal digits. Stateless. */
final class Traces {
    private static final int BLOCK = 1 << 22;

    private Traces() {}

    /** The names of files under a folder, or of one file, that hold any of some words in UTF-8, with the word. */
    static Set<String> of(Path root, List<String> words) throws IOException {
        List<String> forms = new ArrayList<>();
        for (String word : words) {
            byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
            forms.add(new String(utf8, StandardCharsets.ISO_8859_1));
            forms.add(HexFormat.of().formatHex(utf8));
        }
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    scan(file, forms, found);
                } catch (NoSuchFileException gone) {
                    // A running server takes files away.
                }
            }
        }
        return found;
    }

    private static void scan(Path file, List<String> forms, Set<String> found) throws IOException {
        int longest = forms.stream().mapToInt(String::length).max().orElse(1);
        try (InputStream in = Files.newInputStream(file)) {
            String end = "";
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                String text = end + new String(block, StandardCharsets.ISO_8859_1);
                for (String form : forms) {
                    if (text.contains(form)) {
                        found.add(file + ": " + form);
                    }
                }
                end = text.substring(Math.max(0, text.length() - longest));
            }
        }
    }
}
