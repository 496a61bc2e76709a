package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyRing;

/** The file that says what a folder is. Immutable; holds nothing about persons. */
record WorkspaceFile(UUID id, WorkspaceSpec spec, KeyRing.Reference key) {
    static final String NAME = "workspace.json";
    private static final String FORMAT = "diaba-workspace";
    private static final int VERSION = 1;

    void write(Path folder) throws StoreException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        fields.put("id", id);
        fields.put("name", spec.name());
        fields.put("epsg", spec.epsg());
        fields.put("commune", spec.commune());
        fields.put("scale", spec.scale());
        fields.put("keyCheck", key.check());
        fields.put("wrappedKey", key.wrapped());
        Path beside = folder.resolve(NAME + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.write(fields));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(beside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    static WorkspaceFile read(Path folder) throws StoreException {
        try {
            JsonObject fields = Json.read(Files.readAllBytes(folder.resolve(NAME)));
            if (!fields.text("format").equals(FORMAT)) {
                throw new StoreException("not-a-workspace", List.of(folder.toString()), null);
            }
            if (fields.number("version") > VERSION) {
                throw new StoreException("store-too-new", List.of(fields.number("version"), VERSION), null);
            }
            WorkspaceSpec spec =
                    new WorkspaceSpec(fields.text("name"), (int) fields.number("epsg"), fields.text("commune"), (int)
                            fields.number("scale"));
            KeyRing.Reference key = new KeyRing.Reference(fields.text("keyCheck"), fields.text("wrappedKey"));
            return new WorkspaceFile(fields.id("id"), spec, key);
        } catch (NoSuchFileException e) {
            throw new StoreException("not-a-workspace", List.of(folder.toString()), e);
        } catch (IOException e) {
            throw new StoreException("workspace-unreadable", List.of(folder.toString()), e);
        } catch (CodecException e) {
            throw new StoreException("not-a-workspace", List.of(folder.toString()), e);
        }
    }
}
