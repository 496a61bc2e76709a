package vn.diaba.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} wrote, checking every length. Confined to one thread. */
public final class ByteSource {
    private final byte[] bytes;
    private int at;

    /** Reads from the first byte on. */
    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether all has been read. */
    public boolean isAtEnd() {
        return at >= bytes.length;
    }

    /** How many bytes are left. */
    int left() {
        return bytes.length - at;
    }

    /** The next eight bits. */
    public int octet() throws CodecException {
        if (at >= bytes.length) {
            throw new CodecException("the bytes end early", null);
        }
        return bytes[at++] & 0xFF;
    }

    /** The next number. */
    public long number() throws CodecException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new CodecException("a number runs on too long", null);
    }

    /** The next number, which must be 0 or more and at most a limit. */
    public int count(int limit) throws CodecException {
        long value = number();
        if (value < 0 || value > limit) {
            throw new CodecException("a count of " + value, null);
        }
        return (int) value;
    }

    /** The next text. */
    public String text() throws CodecException {
        int length = count(bytes.length - at);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** The next bytes. */
    public byte[] block() throws CodecException {
        int length = count(bytes.length - at);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
