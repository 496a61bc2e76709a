package vn.diaba.store.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The random 256-bit key of one workspace or land database. Immutable; it never shows itself in text. */
public final class DataKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private DataKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new key from the system's random source. */
    public static DataKey fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new DataKey(bytes);
    }

    /** The key of 32 bytes; they are copied. */
    static DataKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes");
        }
        return new DataKey(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    SecretKey secret() {
        return new SecretKeySpec(bytes, "AES");
    }

    /** A value that only a holder of the key can compute and that tells nothing of it: 64 hexadecimal digits. */
    public String derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is in every Java", e);
        }
    }

    /** Tells this key from others without giving it away; stored in the clear beside what it locks. */
    public String check() {
        return derived("diaba check").substring(0, 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return check().hashCode();
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
