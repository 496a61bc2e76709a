package vn.diaba.store.courier;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.content.Content;
import vn.diaba.store.wire.WireJson;

/**
 * Contents behind the envelope in a file, part after part in the order the envelope tells, each sealed with AES-256-GCM under a key
 * that only this envelope holds: the nonce is the number of the part in the file, and hash and number in its content are bound to
 * it. So none can be altered, moved or left out unseen, and none stands whole in memory. Immutable.
 *
 * @param key used once, for this file
 */
@SuppressWarnings("ArrayRecordComponent")
record Freight(byte[] key) {
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    /** With a new key. */
    static Freight fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Freight(key);
    }

    /** The reverse of {@link #text}. */
    static Freight of(String text) throws CodecException {
        byte[] key = WireJson.bytes(text);
        if (key.length != KEY_BYTES) {
            throw new CodecException("not a key", null);
        }
        return new Freight(key);
    }

    /** The key, for the sealed content of the envelope. */
    String text() {
        return WireJson.hex(key);
    }

    /** Writes all parts of some contents. */
    <E extends Exception> void write(DataOutputStream out, List<Content> contents, FilePost.Parts<E> parts)
            throws IOException, E {
        long number = 0;
        for (Content content : contents) {
            for (int part = 0; part < content.parts(); part++) {
                out.write(sealed(Cipher.ENCRYPT_MODE, number++, content, part, parts.part(content, part)));
            }
        }
    }

    /** Where the parts of a content begin in a file: so many parts and bytes after the first. */
    record Place(long parts, long bytes) {
        static final Place FIRST = new Place(0, 0);

        /** Where those of the next begin. */
        Place after(Content content) {
            return new Place(parts + content.parts(), bytes + content.bytes() + (long) content.parts() * TAG_BYTES);
        }
    }

    /**
     * Reads a part.
     *
     * @param from where the first part of the first content begins in the file
     * @throws IOException where it is not as it was written
     */
    byte[] read(RandomAccessFile in, long from, Place place, Content content, int part) throws IOException {
        byte[] bytes = new byte[content.partBytes(part) + TAG_BYTES];
        in.seek(from + place.bytes + (long) part * (Content.PART_BYTES + TAG_BYTES));
        in.readFully(bytes);
        return sealed(Cipher.DECRYPT_MODE, place.parts + part, content, part, bytes);
    }

    private byte[] sealed(int mode, long number, Content content, int part, byte[] bytes) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD((content.sha256() + " " + part).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (AEADBadTagException e) {
            throw new EOFException("a part that was altered");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every Java", e);
        }
    }

    @Override
    public String toString() {
        return "Freight";
    }
}
