package vn.diaba.cadastre.fabric;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. Confined to one thread. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        at = from;
        end = to;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    int octet() {
        if (at >= end) {
            throw new IllegalArgumentException("the record ends early");
        }
        return bytes[at++] & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number runs on too long");
    }

    String text() {
        int length = length();
        String value = length == 0 ? "" : new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    void skipText() {
        int length = length();
        at += length;
    }

    byte[] block() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    int position() {
        return at;
    }

    private int length() {
        long length = number();
        if (length < 0 || length > end - at) {
            throw new IllegalArgumentException("a length of " + length + " does not fit the record");
        }
        return (int) length;
    }
}
