package vn.diaba.store.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Locks what names or describes persons: AES-256-GCM, a random 96-bit nonce in front, a 128-bit tag behind. What a text
 * belongs to (a kind and an id) is bound to it, so that it cannot be moved to another row. Safe: calls wait for each
 * other.
 *
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-38D">NIST SP 800-38D, 8.2.2 and 8.3: 2^32 random nonces a key</a>
 */
public final class PersonCipher {
    /** What a sealed text is longer than the plain one, in bytes. */
    public static final int OVERHEAD_BYTES = 12 + 16;

    private static final byte[] NOTHING = {};

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();
    private final Cipher cipher;
    /** Random bytes for the next nonces; the source is slow to ask for few. */
    private final byte[] pool = new byte[12 * 256];

    private int used = pool.length;

    /** Works with one key. */
    public PersonCipher(DataKey dataKey) {
        key = dataKey.secret();
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every Java", e);
        }
    }

    /**
     * Locks a text; nothing stays nothing.
     *
     * @param kind what the text belongs to: {@code parcel}, {@code record}
     * @param id of what it belongs to
     */
    public synchronized byte[] seal(byte[] plain, String kind, UUID id) {
        if (plain.length == 0) {
            return NOTHING;
        }
        if (used == pool.length) {
            random.nextBytes(pool);
            used = 0;
        }
        byte[] nonce = Arrays.copyOfRange(pool, used, used + 12);
        used += 12;
        byte[] sealed = new byte[plain.length + OVERHEAD_BYTES];
        System.arraycopy(nonce, 0, sealed, 0, 12);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(bound(kind, id));
            cipher.doFinal(plain, 0, plain.length, sealed, 12);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes every plain text", e);
        }
    }

    /**
     * Unlocks what {@link #seal} gave for the same kind and id.
     *
     * @throws KeyException {@code secret-damaged} with kind and id where it was altered, moved or locked by another key
     */
    public synchronized byte[] open(byte[] sealed, String kind, UUID id) throws KeyException {
        if (sealed.length == 0) {
            return NOTHING;
        }
        if (sealed.length < OVERHEAD_BYTES) {
            throw new KeyException("secret-damaged", List.of(kind, id), null);
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
            cipher.updateAAD(bound(kind, id));
            return cipher.doFinal(sealed, 12, sealed.length - 12);
        } catch (GeneralSecurityException e) {
            throw new KeyException("secret-damaged", List.of(kind, id), e);
        }
    }

    private static byte[] bound(String kind, UUID id) {
        byte[] name = kind.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(name)
                .array();
    }
}
