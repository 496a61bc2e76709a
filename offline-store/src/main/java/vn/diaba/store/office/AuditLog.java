package vn.diaba.store.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WireJson;

/**
 * What was done with accounts, devices and persons' data: a line each, only ever appended, each with the hash of the one
 * before. Nothing is ever deleted here; an office that must, keeps twelve months. Works under the register's lock.
 */
final class AuditLog {
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;

    AuditLog(Path file) {
        this.file = file;
    }

    /** A line. */
    record Line(Instant at, String user, String what, String subject, String detail) {
        Map<String, @Nullable Object> fields(String previous) {
            return WireJson.fields(
                    "at", at, "user", user, "what", what, "subject", subject, "detail", detail, "previous", previous);
        }
    }

    private static String hash(Map<String, @Nullable Object> fields) {
        MessageDigest sha = Payload.sha256();
        return HEX.formatHex(sha.digest(Json.write(fields)));
    }

    /** Appends a line; it is on the disk afterwards. */
    void append(Line line) throws RemoteException {
        try {
            Map<String, @Nullable Object> fields = line.fields(lastHash());
            fields.put("hash", hash(fields));
            byte[] json = Json.write(fields);
            ByteBuffer bytes = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n');
            bytes.flip();
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(file.toString()), e);
        }
    }

    /** Reads the end only: the log grows for years. */
    private String lastHash() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            int tail = (int) Math.min(in.size(), 64 << 10);
            ByteBuffer bytes = ByteBuffer.allocate(tail);
            in.read(bytes, in.size() - tail);
            String text = new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8).stripTrailing();
            return Json.read(text.substring(text.lastIndexOf('\n') + 1)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .text("hash");
        } catch (CodecException e) {
            return "torn";
        }
    }

    /**
     * All lines, oldest first.
     *
     * @throws RemoteException {@code audit-broken} with the number of the first line that was altered, moved or taken out
     */
    List<Line> read() throws RemoteException {
        List<Line> lines = new ArrayList<>();
        try {
            if (!Files.exists(file)) {
                return lines;
            }
            String previous = "";
            for (String text : Files.readAllLines(file)) {
                JsonObject row = Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                Line line = new Line(
                        WireJson.instant(row.text("at")),
                        row.text("user"),
                        row.text("what"),
                        row.text("subject"),
                        row.text("detail"));
                String hash = hash(line.fields(previous));
                if (!hash.equals(row.text("hash"))) {
                    throw new RemoteException("audit-broken", List.of(lines.size() + 1), null);
                }
                previous = hash;
                lines.add(line);
            }
            return lines;
        } catch (CodecException e) {
            throw new RemoteException("audit-broken", List.of(lines.size() + 1), e);
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(file.toString()), e);
        }
    }
}
