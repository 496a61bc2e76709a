package vn.diaba.store.fabric;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.disk.BlockStreams;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/**
 * Sections of a view file: blocks, each with a check sum of itself, its place and what the file is of; or each sealed and
 * bound to the same. Stateless.
 */
final class ViewBlocks {
    private static final int BLOCK = 1 << 19;

    private ViewBlocks() {}

    /**
     * What the blocks of a section belong to.
     *
     * @param of what the file is of, and which section
     * @param workspace whose it is
     * @param cipher seals the blocks; null where they are open
     */
    record Section(String of, UUID workspace, @Nullable PersonCipher cipher) {
        private String name(long number) {
            return "view " + of + " " + number;
        }

        private int sum(long number, byte[] bytes, int length) {
            CRC32C crc = new CRC32C();
            crc.update((name(number) + workspace).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            crc.update(bytes, 0, length);
            return (int) crc.getValue();
        }
    }

    /** Cuts what is written to it into blocks; {@link OutputStream#close} writes the last and leaves the file open. */
    static OutputStream out(DataOutputStream file, Section section) {
        long[] number = {0};
        return BlockStreams.out(BLOCK, (block, filled, last) -> {
            if (filled == 0) {
                return;
            }
            PersonCipher cipher = section.cipher;
            byte[] bytes = cipher == null
                    ? block
                    : cipher.seal(Arrays.copyOf(block, filled), section.name(number[0]), section.workspace);
            int length = cipher == null ? filled : bytes.length;
            file.writeInt(length);
            file.writeInt(section.sum(number[0]++, bytes, length));
            file.write(bytes, 0, length);
        });
    }

    /** Opens what {@link #out} wrote; reading fails where a block is not as it was written. */
    static InputStream in(DataInputStream file, Section section) {
        long[] number = {0};
        return BlockStreams.in(() -> {
            int length = file.readInt();
            int sum = file.readInt();
            if (length <= 0 || length > BLOCK + PersonCipher.OVERHEAD_BYTES) {
                throw new IOException("a block of " + length + " bytes");
            }
            byte[] bytes = new byte[length];
            file.readFully(bytes);
            if (sum != section.sum(number[0], bytes, length)) {
                throw new IOException("a block that was altered");
            }
            PersonCipher cipher = section.cipher;
            try {
                byte[] block = cipher == null ? bytes : cipher.open(bytes, section.name(number[0]), section.workspace);
                number[0]++;
                return block;
            } catch (KeyException e) {
                throw new IOException("a block that was altered", e);
            }
        });
    }
}
