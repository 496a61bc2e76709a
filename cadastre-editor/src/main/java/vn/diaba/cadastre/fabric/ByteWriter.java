package vn.diaba.cadastre.fabric;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and text in as few bytes as they need. Confined to one thread. */
final class ByteWriter {
    private byte[] bytes = new byte[128];
    private int size;

    void number(long value) {
        long left = value << 1 ^ value >> 63;
        while ((left & ~0x7FL) != 0) {
            octet((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        octet((int) left);
    }

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void text(String value) {
        block(value.getBytes(StandardCharsets.UTF_8));
    }

    void block(byte[] value) {
        number(value.length);
        while (size + value.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + value.length));
        }
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }
}
