package vn.diaba.store.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.diaba.store.codec.CodecException;

/**
 * Reads what {@code pgp_sym_encrypt_bytea(…, 'diaba', 'cipher-algo=aes128, compress-algo=2, s2k-mode=0, s2k-digest-algo=sha1')}
 * makes. PostgreSQL has no other way to deflate: the key is known to all and hides nothing; that is for the line to do. The form
 * is RFC 4880, sections 4.2, 5.3, 5.6, 5.9, 5.13. Stateless.
 */
final class WrappedText {
    private static final byte[] KNOWN_TO_ALL = "diaba".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 3;
    private static final int COMPRESSED = 8;
    private static final int LITERAL = 11;
    private static final int ENCRYPTED = 18;
    private static final int BLOCK = 16;
    private static final int PROOF = 22;
    private static final int ZLIB = 2;

    private WrappedText() {}

    static byte[] read(byte[] message) throws CodecException {
        try {
            ByteBuffer in = ByteBuffer.wrap(message);
            body(in, KEY);
            byte[] sealed = body(in, ENCRYPTED);
            byte[] key = Arrays.copyOf(MessageDigest.getInstance("SHA-1").digest(KNOWN_TO_ALL), BLOCK);
            Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
            byte[] plain = cipher.doFinal(sealed, 1, sealed.length - 1);
            prove(plain);
            byte[] deflated = body(ByteBuffer.wrap(plain, BLOCK + 2, plain.length - BLOCK - 2 - PROOF), COMPRESSED);
            if (deflated[0] != ZLIB) {
                throw new CodecException("not deflated", null);
            }
            byte[] literal =
                    body(ByteBuffer.wrap(Deflated.inflated(Arrays.copyOfRange(deflated, 1, deflated.length))), LITERAL);
            return Arrays.copyOfRange(literal, 2 + (literal[1] & 0xff) + 4, literal.length);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new CodecException("not a message of this form", e);
        }
    }

    /** The last packet is the SHA-1 of all before, its own head included. */
    private static void prove(byte[] plain) throws GeneralSecurityException, CodecException {
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        sha.update(plain, 0, plain.length - PROOF + 2);
        if (!MessageDigest.isEqual(sha.digest(), Arrays.copyOfRange(plain, plain.length - PROOF + 2, plain.length))) {
            throw new CodecException("a message that was altered", null);
        }
    }

    /** The body of the next packet, put together where it comes in pieces. */
    private static byte[] body(ByteBuffer in, int kind) throws CodecException {
        int head = in.get() & 0xff;
        boolean fresh = (head & 0x40) != 0;
        if ((fresh ? head & 0x3f : head >> 2 & 0xf) != kind) {
            throw new CodecException("a packet of another kind", null);
        }
        if (!fresh) {
            int size = head & 3;
            return take(in, size == 0 ? in.get() & 0xff : size == 1 ? in.getShort() & 0xffff : in.getInt());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int first = in.get() & 0xff;
            boolean more = first >= 224 && first < 255;
            int length = more
                    ? 1 << (first & 0x1f)
                    : first < 192 ? first : first < 224 ? (first - 192 << 8) + (in.get() & 0xff) + 192 : in.getInt();
            body.writeBytes(take(in, length));
            if (!more) {
                return body.toByteArray();
            }
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
