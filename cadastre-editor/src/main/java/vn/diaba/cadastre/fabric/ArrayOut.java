package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes whole arrays, little endian, each behind its length. Confined to one thread; {@link #flush} ends it. */
final class ArrayOut {
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final OutputStream out;

    ArrayOut(OutputStream out) {
        this.out = out;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    void number(int value) throws IOException {
        room(4).putInt(value);
    }

    void longNumber(long value) throws IOException {
        room(8).putLong(value);
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes);
    }

    /** Bytes without their length. */
    void bytes(byte[] bytes) throws IOException {
        flush();
        out.write(bytes);
    }

    void ints(int[] array) throws IOException {
        number(array.length);
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, room(4).remaining() / 4);
            buffer.asIntBuffer().put(array, at, n);
            buffer.position(buffer.position() + 4 * n);
            at += n;
        }
    }

    void longs(long[] array) throws IOException {
        number(array.length);
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, room(8).remaining() / 8);
            buffer.asLongBuffer().put(array, at, n);
            buffer.position(buffer.position() + 8 * n);
            at += n;
        }
    }

    void chars(char[] array) throws IOException {
        number(array.length);
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, room(2).remaining() / 2);
            buffer.asCharBuffer().put(array, at, n);
            buffer.position(buffer.position() + 2 * n);
            at += n;
        }
    }

    void floats(float[] array) throws IOException {
        number(array.length);
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, room(4).remaining() / 4);
            buffer.asFloatBuffer().put(array, at, n);
            buffer.position(buffer.position() + 4 * n);
            at += n;
        }
    }
}
