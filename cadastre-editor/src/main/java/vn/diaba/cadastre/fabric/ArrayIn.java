package vn.diaba.cadastre.fabric;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ArrayOut} wrote. Confined to one thread. */
final class ArrayIn {
    /** No array of an image is longer; so that a wrong length is an error and not a want of memory. */
    private static final int LONGEST = 1 << 28;

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final InputStream in;

    ArrayIn(InputStream in) {
        this.in = in;
        buffer.limit(0);
    }

    /** Sees to it that so many bytes are in the buffer. */
    private ByteBuffer have(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                int n = in.read(buffer.array(), buffer.position(), buffer.remaining());
                if (n < 0) {
                    throw new EOFException();
                }
                buffer.position(buffer.position() + n);
            }
            buffer.flip();
        }
        return buffer;
    }

    int number() throws IOException {
        return have(4).getInt();
    }

    long longNumber() throws IOException {
        return have(8).getLong();
    }

    /** A number of things that are to follow. */
    int length() throws IOException {
        int length = number();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a length of " + length);
        }
        return length;
    }

    String text() throws IOException {
        byte[] bytes = new byte[length()];
        fill(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void fill(byte[] bytes) throws IOException {
        int first = Math.min(bytes.length, buffer.remaining());
        buffer.get(bytes, 0, first);
        if (in.readNBytes(bytes, first, bytes.length - first) < bytes.length - first) {
            throw new EOFException();
        }
    }

    int[] ints() throws IOException {
        int[] array = new int[length()];
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, have(4).remaining() / 4);
            buffer.asIntBuffer().get(array, at, n);
            buffer.position(buffer.position() + 4 * n);
            at += n;
        }
        return array;
    }

    long[] longs() throws IOException {
        long[] array = new long[length()];
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, have(8).remaining() / 8);
            buffer.asLongBuffer().get(array, at, n);
            buffer.position(buffer.position() + 8 * n);
            at += n;
        }
        return array;
    }

    char[] chars() throws IOException {
        char[] array = new char[length()];
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, have(2).remaining() / 2);
            buffer.asCharBuffer().get(array, at, n);
            buffer.position(buffer.position() + 2 * n);
            at += n;
        }
        return array;
    }

    float[] floats() throws IOException {
        float[] array = new float[length()];
        for (int at = 0; at < array.length; ) {
            int n = Math.min(array.length - at, have(4).remaining() / 4);
            buffer.asFloatBuffer().get(array, at, n);
            buffer.position(buffer.position() + 4 * n);
            at += n;
        }
        return array;
    }
}
