package vn.diaba.store.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/**
 * A stream of sealed blocks behind an archive's head: each is bound to the head, to its place and to whether it is the
 * last, so that nothing can be altered, left out, moved or cut off unseen. Stateless.
 */
final class SealedStream {
    private static final int BLOCK = 1 << 18;

    private SealedStream() {}

    private static String kind(String headHash, long number, boolean last) {
        return "backup " + headHash + " " + number + (last ? " end" : "");
    }

    /** Seals what is written to it; {@link #close} writes the last block and leaves the stream below open. */
    static OutputStream out(DataOutputStream below, ArchiveHead head, PersonCipher cipher) {
        String hash = head.hash();
        return new OutputStream() {
            private final byte[] block = new byte[BLOCK];
            private int filled;
            private long number;
            private boolean closed;

            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int at = offset;
                while (at < offset + length) {
                    if (filled == BLOCK) {
                        flushBlock(false);
                    }
                    int part = Math.min(BLOCK - filled, offset + length - at);
                    System.arraycopy(bytes, at, block, filled, part);
                    filled += part;
                    at += part;
                }
            }

            private void flushBlock(boolean last) throws IOException {
                byte[] plain = filled == 0 ? new byte[] {0} : Arrays.copyOf(block, filled);
                byte[] sealed = cipher.seal(plain, kind(hash, number++, last), head.id());
                below.writeInt(last ? -sealed.length : sealed.length);
                below.write(sealed);
                filled = 0;
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    flushBlock(true);
                }
            }
        };
    }

    /** Opens what {@link #out} sealed; reading fails where something was altered. */
    static InputStream in(DataInputStream below, ArchiveHead head, PersonCipher cipher) {
        String hash = head.hash();
        return new InputStream() {
            private byte[] block = {};
            private int at;
            private long number;
            private boolean last;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                while (at == block.length) {
                    if (last) {
                        return -1;
                    }
                    next();
                }
                int part = Math.min(length, block.length - at);
                System.arraycopy(block, at, into, offset, part);
                at += part;
                return part;
            }

            private void next() throws IOException {
                int length = below.readInt();
                last = length < 0;
                int size = Math.abs(length);
                if (size < PersonCipher.OVERHEAD_BYTES || size > BLOCK + PersonCipher.OVERHEAD_BYTES) {
                    throw new DamagedException("a block of " + length + " bytes", null);
                }
                byte[] sealed = below.readNBytes(size);
                if (sealed.length < size) {
                    throw new EOFException();
                }
                try {
                    block = cipher.open(sealed, kind(hash, number++, last), head.id());
                    at = 0;
                } catch (KeyException e) {
                    throw new DamagedException("a block that was altered", e);
                }
            }
        };
    }

    /** Something in an archive is not as it was written. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String what, @org.jspecify.annotations.Nullable Exception cause) {
            super(what, cause);
        }
    }
}
