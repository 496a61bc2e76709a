package vn.diaba.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Streams over blocks of bytes; what a block is on the disk is the caller's. Stateless; a stream belongs to one thread. */
public final class BlockStreams {
    private BlockStreams() {}

    /** Takes blocks. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes the next block.
         *
         * @param block its bytes; used again for the next one
         * @param length how many of them count; 0 only in the last
         * @param last whether no other comes
         * @throws IOException when it cannot be written
         */
        void put(byte[] block, int length, boolean last) throws IOException;
    }

    /** Gives blocks. */
    @FunctionalInterface
    public interface Source {
        /**
         * The next block; null when there is none.
         *
         * @throws IOException when it cannot be read, or is not as it was written
         */
        byte @Nullable [] next() throws IOException;
    }

    /** Cuts what is written to it into blocks of a size; closing it hands over the last, and closes nothing else. */
    public static OutputStream out(int size, Sink sink) {
        return new OutputStream() {
            private final byte[] block = new byte[size];
            private int filled;
            private boolean closed;

            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int at = offset;
                while (at < offset + length) {
                    if (filled == size) {
                        sink.put(block, filled, false);
                        filled = 0;
                    }
                    int part = Math.min(size - filled, offset + length - at);
                    System.arraycopy(bytes, at, block, filled, part);
                    filled += part;
                    at += part;
                }
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    sink.put(block, filled, true);
                }
            }
        };
    }

    /** The bytes of blocks one after the other, up to where there is no other. */
    public static InputStream in(Source source) {
        return new InputStream() {
            private byte[] block = {};
            private int at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                while (at == block.length) {
                    byte[] next = source.next();
                    if (next == null) {
                        return -1;
                    }
                    block = next;
                    at = 0;
                }
                int part = Math.min(length, block.length - at);
                System.arraycopy(block, at, into, offset, part);
                at += part;
                return part;
            }
        };
    }
}
