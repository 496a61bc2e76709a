package vn.diaba.exchange.document;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;

/**
 * The list of a batch: columns file, parcel, label, pages, scale, sha256, stamp, skipped. While a batch runs, every line is
 * appended at once to {@code manifest.part.csv}; at its end all lines, sorted by file, become {@code manifest.csv}. Confined
 * to one thread.
 */
final class ExtractManifest implements Closeable {
    private static final String HEAD = "file,parcel,label,pages,scale,sha256,stamp,skipped";
    private static final String NAME = "manifest.csv";
    private static final String PART = "manifest.part.csv";

    private final Path folder;
    private final Map<String, String[]> earlier = new HashMap<>();
    private final Map<String, String> lines = new TreeMap<>();
    private final BufferedWriter part;

    ExtractManifest(Path folder, boolean resume) throws IOException {
        this.folder = folder;
        if (resume) {
            read(folder.resolve(NAME));
            read(folder.resolve(PART));
        } else {
            Files.deleteIfExists(folder.resolve(PART));
        }
        part = Files.newBufferedWriter(folder.resolve(PART), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void read(Path file) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(",", -1);
                if (cells.length == 8 && !line.equals(HEAD)) {
                    earlier.put(cells[0], cells);
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether an earlier run wrote this file of the same extract and nobody changed it since; then it is listed again. */
    boolean isCurrent(Path file, String stamp) throws IOException {
        String[] cells = earlier.get(file.getFileName().toString());
        if (cells == null || !cells[6].equals(stamp) || !Files.isRegularFile(file)) {
            return false;
        }
        if (!sha256(Files.readAllBytes(file)).equals(cells[5])) {
            return false;
        }
        lines.put(cells[0], String.join(",", cells));
        return true;
    }

    void wrote(Path file, ParcelExtract extract, PdfExtractWriter.Written written, String stamp) throws IOException {
        add(
                file.getFileName().toString(),
                extract,
                List.of(
                        "" + written.pages(),
                        "1:" + written.denominators().get(0),
                        sha256(Files.readAllBytes(file)),
                        stamp,
                        ""));
    }

    void skipped(ParcelExtract extract, String code) throws IOException {
        add("", extract, List.of("", "", "", "", code));
    }

    private void add(String file, ParcelExtract extract, List<String> rest) throws IOException {
        String label = extract.citation().label().replaceAll("[\",\\r\\n]", " ");
        String line =
                file + "," + extract.id() + "," + label + "," + rest.stream().collect(Collectors.joining(","));
        lines.put(file.isEmpty() ? "\uFFFF" + extract.id() : file, line);
        part.write(line);
        part.newLine();
        part.flush();
    }

    /** Puts the whole list in place of the lines appended. */
    void finish() throws IOException, ExportException {
        part.close();
        try (AtomicFile file = new AtomicFile(folder.resolve(NAME))) {
            String text = HEAD + "\n"
                    + lines.values().stream().map(line -> line + "\n").collect(Collectors.joining());
            Files.writeString(file.stage(NAME), text);
            file.commit();
        }
        Files.deleteIfExists(folder.resolve(PART));
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
