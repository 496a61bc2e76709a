package vn.diaba.store.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.Json;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/** Receipts of syncs as files in the workspace's folder {@code receipts}: every id and hash, no person. Stateless. */
public final class ReceiptFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private ReceiptFile() {}

    /**
     * Writes a receipt; one of a sync that did nothing is not written.
     *
     * @param folder of the workspace
     * @param at how far the workspace has taken over its zone now
     * @return the file
     * @throws StoreException {@code workspace-not-writable}
     */
    public static Optional<Path> write(
            Path folder, UUID workspace, Optional<Checkpoint> at, SyncReceipt receipt, Instant time)
            throws StoreException {
        if (receipt.lines().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", "diaba sync receipt");
        fields.put("version", 1);
        fields.put("workspace", workspace);
        fields.put("time", time.toString());
        at.ifPresent(place -> {
            fields.put("zone", place.zone());
            fields.put("epoch", place.epoch());
            fields.put("seq", place.seq());
            fields.put("chain", place.chain());
        });
        fields.put("pulled", receipt.pulled());
        fields.put("pushed", receipt.pushed());
        fields.put("merged", receipt.merged());
        List<Object> lines = new ArrayList<>();
        for (SyncReceipt.Line line : receipt.lines()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("changeSet", line.id());
            row.put("fate", line.fate());
            row.put("hash", line.hash());
            row.put("time", line.time().toString());
            lines.add(row);
        }
        fields.put("lines", lines);
        return Optional.of(write(folder.resolve("receipts"), "sync-" + STAMP.format(time), Json.write(fields)));
    }

    private static Path write(Path folder, String name, byte[] bytes) throws StoreException {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + ".json");
            for (int n = 2; Files.exists(file); n++) {
                file = folder.resolve(name + "-" + n + ".json");
            }
            Channels.REAL.write(file, bytes);
            return file;
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }
}
