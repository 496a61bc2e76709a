package vn.diaba.store.office;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: rounds, salt and PBKDF2-HMAC-SHA256. Immutable.
 *
 * @param text as {@code pbkdf2:600000:salt:hash}, the last two hexadecimal
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP: 600,000 rounds
 *     for PBKDF2-HMAC-SHA256</a>
 */
public record Password(String text) {
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    /** The hash of a new password, with a salt of its own. Costs about a quarter of a second. */
    public static Password of(char[] typed) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Password(
                "pbkdf2:" + ROUNDS + ":" + HEX.formatHex(salt) + ":" + HEX.formatHex(stretched(typed, salt, ROUNDS)));
    }

    /** A hash that no password has; trying one against it costs what a real try costs. */
    static Password ofNobody() {
        return new Password("pbkdf2:" + ROUNDS + ":" + "00".repeat(SALT_BYTES) + ":" + "00".repeat(32));
    }

    /** Whether it is the password. */
    public boolean matches(char[] typed) {
        String[] parts = text.split(":");
        byte[] given = stretched(typed, HEX.parseHex(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(HEX.parseHex(parts[3]), given);
    }

    private static byte[] stretched(char[] typed, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(typed, salt, rounds, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 is in every Java", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "Password";
    }
}
