package vn.diaba.store.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/** Receipts of syncs as files in the workspace's folder {@code receipts}: every id and hash, no person. Stateless. */
public final class ReceiptFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final String PREFIX = "sync-";
    private static final int STAMP_LENGTH = 19;

    /** Of two of the same moment the one with a number is the later. */
    private static final Comparator<Path> NEWEST_FIRST = Comparator.comparing(ReceiptFile::stamp)
            .thenComparing(file -> String.valueOf(file.getFileName()).length())
            .thenComparing(file -> String.valueOf(file.getFileName()))
            .reversed();

    private ReceiptFile() {}

    private static String stamp(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, Math.min(name.length(), PREFIX.length() + STAMP_LENGTH));
    }

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
        return Optional.of(write(folder.resolve("receipts"), PREFIX + STAMP.format(time), Json.write(fields)));
    }

    /**
     * A receipt that was written. Immutable.
     *
     * @param workspace the workspace's id
     * @param time when the sync ended
     * @param zone the zone it belongs to; 0 when it has none yet
     * @param seq how far the workspace had taken over its zone then
     * @param chain hash of the zone's change log at that place, hexadecimal; "" when it has none yet
     * @param receipt what was done
     */
    public record Kept(UUID workspace, Instant time, int zone, long seq, String chain, SyncReceipt receipt) {}

    /** The receipts of a workspace, newest first; none when there are none or the folder cannot be read. */
    public static List<Path> all(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("receipts"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(NEWEST_FIRST)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** When a receipt was written, by its name; nothing for a file that was named otherwise. */
    public static Optional<Instant> time(Path file) {
        String name = String.valueOf(file.getFileName());
        int end = PREFIX.length() + STAMP_LENGTH;
        try {
            return name.startsWith(PREFIX) && name.length() >= end
                    ? Optional.of(Instant.from(STAMP.parse(name.substring(PREFIX.length(), end))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a receipt.
     *
     * @throws StoreException {@code sync-receipt-unreadable}
     */
    public static Kept read(Path file) throws StoreException {
        try {
            JsonObject fields = Json.read(Files.readAllBytes(file));
            List<SyncReceipt.Line> lines = new ArrayList<>();
            for (Object line : fields.list("lines")) {
                if (!(line instanceof JsonObject row)) {
                    throw new CodecException("line", null);
                }
                lines.add(new SyncReceipt.Line(
                        row.id("changeSet"), row.text("fate"), row.text("hash"), Instant.parse(row.text("time"))));
            }
            boolean hasPlace = fields.fields().containsKey("zone");
            return new Kept(
                    fields.id("workspace"),
                    Instant.parse(fields.text("time")),
                    hasPlace ? (int) fields.number("zone") : 0,
                    hasPlace ? fields.number("seq") : 0,
                    fields.textOr("chain"),
                    new SyncReceipt(lines, (int) fields.number("pulled"), (int) fields.number("pushed"), (int)
                            fields.number("merged")));
        } catch (IOException | CodecException | DateTimeParseException e) {
            throw new StoreException("sync-receipt-unreadable", List.of(file.toString()), e);
        }
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
