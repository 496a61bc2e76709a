package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/** Remembers the folder of the second backups. Confined to one thread. */
final class StickFile {
    private final Path file;

    StickFile(Path folder) {
        file = folder.resolve("stick.json");
    }

    /** Nothing when none was chosen, or the file says nothing that could be understood. */
    Optional<WorkspaceBackups.Stick> read() throws StoreException {
        try {
            JsonObject fields = Json.read(Files.readAllBytes(file));
            Path folder = Path.of(fields.text("folder"));
            String made = fields.text("made");
            return Optional.of(new WorkspaceBackups.Stick(
                    folder,
                    Files.isDirectory(folder),
                    made.isEmpty() ? null : Instant.parse(made),
                    fields.number("sequence")));
        } catch (NoSuchFileException | CodecException | DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("workspace-unreadable", List.of(file.toString()), e);
        }
    }

    void write(WorkspaceBackups.Stick stick) throws StoreException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("folder", stick.folder().toString());
        fields.put("made", stick.made() == null ? "" : stick.made().toString());
        fields.put("sequence", stick.sequence());
        try {
            Files.createDirectories(file.getParent());
            Channels.REAL.write(file, Json.write(fields));
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(file.toString()), e);
        }
    }

    void remove() throws StoreException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(file.toString()), e);
        }
    }
}
