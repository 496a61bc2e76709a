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

    /** How many things follow, each of a byte or more. */
    int count() {
        return length();
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

    /** Mixes a text into a hash without making it a string; a number's leading zeros do not count. */
    long hashText(long hash) {
        int length = length();
        int from = at;
        at += length;
        boolean isNumber = length > 0;
        for (int i = from; i < at && isNumber; i++) {
            isNumber = bytes[i] >= '0' && bytes[i] <= '9';
        }
        while (isNumber && from < at - 1 && bytes[from] == '0') {
            from++;
        }
        long mixed = (hash ^ (at - from)) * 0x9E37_79B9_7F4A_7C15L;
        for (int i = from; i < at; i++) {
            mixed = (mixed ^ bytes[i]) * 0x100_0000_01B3L;
        }
        return mixed ^ mixed >>> 29;
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
