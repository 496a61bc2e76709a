package vn.diaba.store.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.disk.BlockStreams;
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
        long[] number = {0};
        return BlockStreams.out(BLOCK, (block, length, last) -> {
            byte[] plain = length == 0 ? new byte[] {0} : Arrays.copyOf(block, length);
            byte[] sealed = cipher.seal(plain, kind(hash, number[0]++, last), head.id());
            below.writeInt(last ? -sealed.length : sealed.length);
            below.write(sealed);
        });
    }

    /** Opens what {@link #out} sealed; reading fails where something was altered. */
    static InputStream in(DataInputStream below, ArchiveHead head, PersonCipher cipher) {
        return BlockStreams.in(new BlockStreams.Source() {
            private final String hash = head.hash();
            private long number;
            private boolean last;

            @Override
            public byte @Nullable [] next() throws IOException {
                if (last) {
                    return null;
                }
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
                    return cipher.open(sealed, kind(hash, number++, last), head.id());
                } catch (KeyException e) {
                    throw new DamagedException("a block that was altered", e);
                }
            }
        });
    }

    /** Something in an archive is not as it was written. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String what, @Nullable Exception cause) {
            super(what, cause);
        }
    }
}
