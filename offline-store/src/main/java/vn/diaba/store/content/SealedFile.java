package vn.diaba.store.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/**
 * A content in a file: a mark of 8 bytes, an id of 16, the sealed head (size, hash), then the sealed parts one after the
 * other, each at a place that its number gives. Confined to one thread; does not own the channel.
 */
final class SealedFile {
    private static final long MAGIC = 0x4449_4142_4143_310AL;
    private static final int PLAIN_HEAD = Long.BYTES + 32;
    private static final int ID_END = 3 * Long.BYTES;
    private static final int HEAD = ID_END + PLAIN_HEAD + PersonCipher.OVERHEAD_BYTES;
    private static final int SEALED_PART = Content.PART_BYTES + PersonCipher.OVERHEAD_BYTES;

    private final FileChannel channel;
    private final PersonCipher cipher;
    private final UUID id;

    private SealedFile(FileChannel channel, PersonCipher cipher, UUID id) {
        this.channel = channel;
        this.cipher = cipher;
        this.id = id;
    }

    /** Something in a sealed file is not as it was written. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String what, @Nullable Exception cause) {
            super(what, cause);
        }
    }

    /** A new one in an empty file; {@link #writeHead} makes it one. */
    static SealedFile fresh(FileChannel channel, PersonCipher cipher) {
        return new SealedFile(channel, cipher, UUID.randomUUID());
    }

    /**
     * The one in a file.
     *
     * @throws DamagedException where no sealed file can be
     */
    static SealedFile in(FileChannel channel, PersonCipher cipher) throws IOException {
        ByteBuffer start = read(channel, 0, ID_END);
        if (start.getLong() != MAGIC) {
            throw new DamagedException("not a content", null);
        }
        return new SealedFile(channel, cipher, new UUID(start.getLong(), start.getLong()));
    }

    /** Says what is in the parts. */
    void writeHead(Content content) throws IOException {
        byte[] plain = ByteBuffer.allocate(PLAIN_HEAD)
                .putLong(content.bytes())
                .put(HexFormat.of().parseHex(content.sha256()))
                .array();
        write(
                0,
                ByteBuffer.allocate(HEAD)
                        .putLong(MAGIC)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(cipher.seal(plain, "content", id))
                        .flip());
    }

    /** What is in the parts. */
    Content head() throws IOException {
        ByteBuffer plain = ByteBuffer.wrap(open(ID_END, PLAIN_HEAD, "content"));
        byte[] sha = new byte[32];
        long bytes = plain.getLong();
        plain.get(sha);
        return new Content(HexFormat.of().formatHex(sha), bytes);
    }

    /** Writes a part; any but the last is {@link Content#PART_BYTES} long, none is empty. */
    void writePart(int number, byte[] plain) throws IOException {
        write(place(number), ByteBuffer.wrap(cipher.seal(plain, kind(number), id)));
    }

    /**
     * Reads a part.
     *
     * @param bytes how long it is
     */
    byte[] part(int number, int bytes) throws IOException {
        return open(place(number), bytes, kind(number));
    }

    /** Takes parts. */
    @FunctionalInterface
    interface Sink {
        /** Takes the next part. */
        void put(byte[] part) throws IOException, StoreException;
    }

    /**
     * Gives all parts in their order and looks whether they are what the hash says.
     *
     * @throws DamagedException where they are not; the parts that were given are of no use then
     */
    void copy(Content content, Sink sink) throws IOException, StoreException {
        MessageDigest sha = Payload.sha256();
        for (int number = 0; number < content.parts(); number++) {
            byte[] part = part(number, content.partBytes(number));
            sha.update(part);
            sink.put(part);
        }
        if (!HexFormat.of().formatHex(sha.digest()).equals(content.sha256())) {
            throw new DamagedException("not what its hash says", null);
        }
    }

    /** Where a part begins, and the one before it ends. */
    private static long place(int number) {
        return HEAD + (long) number * SEALED_PART;
    }

    /** How long the file of a content is, in bytes. */
    static long bytesOf(Content content) {
        return HEAD + content.bytes() + (long) content.parts() * PersonCipher.OVERHEAD_BYTES;
    }

    private static String kind(int number) {
        return "content " + number;
    }

    private byte[] open(long at, int plainBytes, String kind) throws IOException {
        byte[] sealed =
                read(channel, at, plainBytes + PersonCipher.OVERHEAD_BYTES).array();
        try {
            return cipher.open(sealed, kind, id);
        } catch (KeyException e) {
            throw new DamagedException("a part that was altered", e);
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new DamagedException("a file that was cut off", new EOFException());
            }
        }
        return bytes.flip();
    }

    private void write(long at, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
    }
}
