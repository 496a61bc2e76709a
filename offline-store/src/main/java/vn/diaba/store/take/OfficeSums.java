package vn.diaba.store.take;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.disk.Channels;

/**
 * What a folder remembers of the office's files in it: hashes, so that a large map is read once, and which files were brought
 * from elsewhere. May be deleted at any time; then all is hashed again and counts as its owner's. Confined to {@link
 * OfficeFolder}.
 */
final class OfficeSums {
    private static final String NAME = "office-files.json";
    private static final String FORMAT = "diaba-office-files";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, OfficeFile> brought = new TreeMap<>();
    private String mark = "";
    private boolean isNews;

    private OfficeSums(Path folder) {
        this.folder = folder;
    }

    /** A file as it was hashed, with its time then, in milliseconds since 1970. */
    private record Sum(OfficeFile file, long modified) {}

    static OfficeSums of(Path folder) throws IOException {
        OfficeSums read = new OfficeSums(folder);
        try {
            JsonObject fields = Json.read(Files.readAllBytes(folder.resolve(NAME)));
            if (fields.text("format").equals(FORMAT) && fields.number("version") == 1) {
                read.mark = fields.textOr("mark");
                for (Object item : fields.list("sums")) {
                    JsonObject row = (JsonObject) item;
                    OfficeFile file = OfficeFile.of(row);
                    read.sums.put(file.name(), new Sum(file, row.number("modified")));
                }
                for (Object item : fields.list("brought")) {
                    OfficeFile file = OfficeFile.of((JsonObject) item);
                    read.brought.put(file.name(), file);
                }
            }
        } catch (NoSuchFileException none) {
            return read;
        } catch (CodecException | ClassCastException unreadable) {
            return new OfficeSums(folder);
        }
        return read;
    }

    String mark() {
        return mark;
    }

    void mark(String now) throws IOException {
        if (!now.equals(mark)) {
            mark = now;
            write();
        }
    }

    Map<String, OfficeFile> brought() {
        return brought;
    }

    /** A file with its hash, from memory while length and time are the same. */
    OfficeFile sum(String name) throws IOException {
        Path place = folder.resolve(name);
        long bytes = Files.size(place);
        Sum known = sums.get(name);
        if (known == null || known.file.bytes() != bytes || known.modified != modified(place)) {
            known = new Sum(new OfficeFile(name, hash(place), bytes), modified(place));
            sums.put(name, known);
            isNews = true;
        }
        return known.file;
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = Payload.sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Remembers the hashes of these files and no others, if that is new. */
    void keep(Set<String> names) throws IOException {
        if (sums.keySet().retainAll(names) || isNews) {
            write();
        }
    }

    /** Notes a file that was brought and hashed just now. */
    void bring(OfficeFile file) throws IOException {
        sums.put(file.name(), new Sum(file, modified(folder.resolve(file.name()))));
        brought.put(file.name(), file);
        write();
    }

    void forget(String name) throws IOException {
        boolean known = sums.remove(name) != null;
        if (brought.remove(name) != null || known) {
            write();
        }
    }

    private void write() throws IOException {
        List<Object> rows = new ArrayList<>();
        for (Sum sum : sums.values()) {
            Map<String, Object> row = new TreeMap<>(sum.file.fields());
            row.put("modified", sum.modified);
            rows.add(row);
        }
        List<Object> others = new ArrayList<>();
        brought.values().forEach(file -> others.add(file.fields()));
        Map<String, Object> fields =
                new TreeMap<>(Map.of("format", FORMAT, "version", 1, "mark", mark, "sums", rows, "brought", others));
        Channels.REAL.write(folder.resolve(NAME), Json.write(fields));
    }
}
