package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyRing;

/** The file that says what a folder is. Immutable; holds nothing about persons. */
record WorkspaceFile(UUID id, WorkspaceSpec spec, KeyRing.Reference key) {
    static final String NAME = "workspace.json";
    private static final String FORMAT = "diaba-workspace";
    private static final int VERSION = 1;

    /** The file as it is written: with a check sum, since no other file could put a flipped digit right. */
    byte[] bytes() {
        Map<String, Object> fields = fields();
        fields.put("check", check(fields));
        return Json.write(fields);
    }

    private Map<String, Object> fields() {
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
        fields.put("officeKey", key.office());
        return fields;
    }

    /**
     * What a backup says in the clear: whose it is and how its key is found.
     *
     * @param id of the workspace
     * @param key how its key is found
     */
    record Card(UUID id, KeyRing.Reference key) {
        static Card read(byte[] bytes, String place) throws StoreException {
            try {
                JsonObject fields = Json.read(bytes);
                KeyRing.Reference key = new KeyRing.Reference(
                        fields.text("keyCheck"), fields.text("wrappedKey"), fields.text("officeKey"));
                return new Card(fields.id("id"), key);
            } catch (CodecException e) {
                throw new StoreException("backup-unreadable", List.of(place), e);
            }
        }
    }

    /** The card of this workspace for its backups. */
    byte[] card() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("keyCheck", key.check());
        fields.put("wrappedKey", key.wrapped());
        fields.put("officeKey", key.office());
        return Json.write(fields);
    }

    private static String check(Map<String, Object> fields) {
        CRC32C crc = new CRC32C();
        crc.update(Json.write(fields));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** Writes the file beside its place and moves it there. */
    void write(Path folder, Channels channels) throws StoreException {
        try {
            channels.write(folder.resolve(NAME), bytes());
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    /** The same with another way to the key. */
    WorkspaceFile withKey(KeyRing.Reference other) {
        return new WorkspaceFile(id, spec, other);
    }

    static WorkspaceFile read(Path folder) throws StoreException {
        try {
            return read(Files.readAllBytes(folder.resolve(NAME)), folder.toString());
        } catch (NoSuchFileException e) {
            throw new StoreException("not-a-workspace", List.of(folder.toString()), e);
        } catch (IOException e) {
            throw new StoreException("workspace-unreadable", List.of(folder.toString()), e);
        }
    }

    /**
     * Reads the bytes of such a file.
     *
     * @param place where they lie, for the sentence
     */
    static WorkspaceFile read(byte[] bytes, String place) throws StoreException {
        try {
            JsonObject fields = Json.read(bytes);
            if (!fields.textOr("format").equals(FORMAT)) {
                throw new StoreException("not-a-workspace", List.of(place), null);
            }
            if (fields.number("version") > VERSION) {
                throw new StoreException("store-too-new", List.of(fields.number("version"), VERSION), null);
            }
            WorkspaceSpec spec =
                    new WorkspaceSpec(fields.text("name"), (int) fields.number("epsg"), fields.text("commune"), (int)
                            fields.number("scale"));
            KeyRing.Reference key = new KeyRing.Reference(
                    fields.text("keyCheck"), fields.text("wrappedKey"), fields.textOr("officeKey"));
            WorkspaceFile file = new WorkspaceFile(fields.id("id"), spec, key);
            String check = fields.textOr("check");
            if (!check.isEmpty() && !check.equals(check(file.fields()))) {
                throw new StoreException("workspace-damaged", List.of(place), null);
            }
            return file;
        } catch (CodecException e) {
            throw new StoreException("workspace-damaged", List.of(place), e);
        }
    }
}
