package vn.diaba.store.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;

/**
 * The part of an archive that is not encrypted: enough to know whose it is and how its key is found. Every block behind it
 * is bound to its hash. Immutable.
 *
 * @param id of the archive
 * @param reason why it was made
 * @param made when
 * @param sequence the last act it holds
 * @param card as JSON whose it is and how its key is found
 */
record ArchiveHead(UUID id, String reason, Instant made, long sequence, String card) {
    private static final long MAGIC = 0x4449_4142_414B_310AL;
    private static final int LONGEST = 1 << 20;

    private byte[] bytes() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("reason", reason);
        fields.put("made", made.toString());
        fields.put("sequence", sequence);
        fields.put("card", card);
        return Json.write(fields);
    }

    /** What the blocks behind it are bound to. */
    String hash() {
        MessageDigest sha = Payload.sha256();
        return HexFormat.of().formatHex(sha.digest(bytes()));
    }

    byte[] cardBytes() {
        return card.getBytes(StandardCharsets.UTF_8);
    }

    void write(DataOutputStream out) throws IOException {
        byte[] bytes = bytes();
        out.writeLong(MAGIC);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static ArchiveHead read(DataInputStream in) throws IOException, CodecException {
        if (in.readLong() != MAGIC) {
            throw new CodecException("not a backup", null);
        }
        int length = in.readInt();
        byte[] bytes = length < 0 || length > LONGEST ? new byte[0] : in.readNBytes(length);
        JsonObject fields = Json.read(bytes);
        try {
            return new ArchiveHead(
                    fields.id("id"),
                    fields.text("reason"),
                    Instant.parse(fields.text("made")),
                    fields.number("sequence"),
                    fields.text("card"));
        } catch (java.time.DateTimeException e) {
            throw new CodecException("not a backup", e);
        }
    }
}
