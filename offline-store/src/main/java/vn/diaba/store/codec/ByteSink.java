package vn.diaba.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and text in as few bytes as they need. Confined to one thread. */
public final class ByteSink {
    private byte[] bytes;
    private int size;

    /** Starts empty. */
    public ByteSink() {
        bytes = new byte[256];
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** A number, near 0 in one byte. */
    public ByteSink number(long value) {
        long left = value << 1 ^ value >> 63;
        while ((left & ~0x7FL) != 0) {
            octet((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        return octet((int) left);
    }

    /** The lowest eight bits. */
    public ByteSink octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /** Text in UTF-8 behind its length. */
    public ByteSink text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes behind their length. */
    public ByteSink block(byte[] value) {
        number(value.length);
        while (size + value.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + value.length));
        }
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** A copy of what was written. */
    public byte[] done() {
        return Arrays.copyOf(bytes, size);
    }
}
