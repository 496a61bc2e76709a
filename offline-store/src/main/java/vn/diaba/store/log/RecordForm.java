package vn.diaba.store.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Payload;

/**
 * Bytes of the journal. A segment begins with magic (8), workspace id (16), first sequence (8), hash of the record before
 * (32) and CRC32C (4). A record is length (4), sequence (8), hash of the record before (32), CRC32C of the payload (4),
 * CRC32C of these four (4), payload; its own hash is SHA-256 over all of it. Big endian. Stateless.
 */
final class RecordForm {
    static final int SEGMENT_HEAD = 68;
    static final int HEAD = 52;
    static final byte[] NO_HASH = new byte[32];
    private static final long MAGIC = 0x4449_4142_414A_310AL;

    private RecordForm() {}

    /** Where a record lies: its head is right; its payload may not be. */
    record Head(int length, long sequence, byte[] previous, int payloadCrc) {}

    static ByteBuffer segmentHead(UUID workspace, long firstSequence, byte[] previous) {
        ByteBuffer head = ByteBuffer.allocate(SEGMENT_HEAD);
        head.putLong(MAGIC).putLong(workspace.getMostSignificantBits()).putLong(workspace.getLeastSignificantBits());
        head.putLong(firstSequence).put(previous);
        head.putInt(crc(head.array(), 0, SEGMENT_HEAD - 4)).flip();
        return head;
    }

    /** The hash before the segment; null when the bytes are not its head. */
    static byte @Nullable [] previous(byte[] bytes, UUID workspace, long firstSequence) {
        if (bytes.length < SEGMENT_HEAD) {
            return null;
        }
        byte[] previous = Arrays.copyOfRange(bytes, 32, 64);
        byte[] expected = segmentHead(workspace, firstSequence, previous).array();
        return Arrays.equals(expected, Arrays.copyOf(bytes, SEGMENT_HEAD)) ? previous : null;
    }

    static ByteBuffer record(long sequence, byte[] previous, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + payload.length);
        bytes.putInt(payload.length).putLong(sequence).put(previous);
        bytes.putInt(crc(payload, 0, payload.length));
        bytes.putInt(crc(bytes.array(), 0, HEAD - 4));
        bytes.put(payload).flip();
        return bytes;
    }

    /** The head at a place; null when there is none. */
    static @Nullable Head head(byte[] bytes, int at) {
        if (bytes.length - at < HEAD) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, at, HEAD);
        int length = in.getInt();
        long sequence = in.getLong();
        if (length <= 0 || sequence <= 0) {
            return null;
        }
        byte[] previous = new byte[32];
        in.get(previous);
        int payloadCrc = in.getInt();
        return in.getInt() == crc(bytes, at, HEAD - 4) ? new Head(length, sequence, previous, payloadCrc) : null;
    }

    /** Whether the payload behind a head is all there and right. */
    static boolean isWhole(byte[] bytes, int at, Head head) {
        return bytes.length - at - HEAD >= head.length() && crc(bytes, at + HEAD, head.length()) == head.payloadCrc();
    }

    static byte[] hash(byte[] bytes, int at, int length) {
        MessageDigest sha = Payload.sha256();
        sha.update(bytes, at, length);
        return sha.digest();
    }

    private static int crc(byte[] bytes, int at, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }
}
