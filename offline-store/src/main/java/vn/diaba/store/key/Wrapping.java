package vn.diaba.store.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets under a passphrase: AES-256-GCM with a key from PBKDF2-HMAC-SHA256, as text {@code
 * pbkdf2:600000:salt:nonce+sealed}. What a secret is for is bound to it. Stateless.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP: 600,000 rounds
 *     for PBKDF2-HMAC-SHA256</a>
 */
final class Wrapping {
    /** What is wrapped begins so. */
    static final String FORM = "pbkdf2:";

    /** Rounds for what is wrapped by this program; the number is stored with it. */
    static final int ROUNDS = 600_000;

    /** More rounds than this are no passphrase of anyone but an attempt to keep the program busy. */
    private static final int MOST_ROUNDS = 20_000_000;

    private static final HexFormat HEX = HexFormat.of();

    private Wrapping() {}

    static String wrap(byte[] secret, char[] passphrase, String purpose) throws GeneralSecurityException {
        byte[] salt = new byte[16];
        byte[] nonce = new byte[12];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(nonce);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, stretched(passphrase, salt, ROUNDS), nonce, purpose);
        byte[] sealed = cipher.doFinal(secret);
        return FORM + ROUNDS + ":" + HEX.formatHex(salt) + ":" + HEX.formatHex(nonce) + HEX.formatHex(sealed);
    }

    /** The secret again; any exception means that it was another passphrase, another purpose or another text. */
    static byte[] unwrap(String wrapped, char[] passphrase, String purpose) throws GeneralSecurityException {
        try {
            String[] parts = wrapped.split(":");
            int rounds = Integer.parseInt(parts[1]);
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new GeneralSecurityException("rounds " + rounds);
            }
            byte[] sealed = HEX.parseHex(parts[3]);
            SecretKeySpec key = stretched(passphrase, HEX.parseHex(parts[2]), rounds);
            byte[] nonce = Arrays.copyOf(sealed, 12);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(sealed, 12, sealed.length - 12);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new GeneralSecurityException("not wrapped under a passphrase", e);
        }
    }

    private static SecretKeySpec stretched(char[] passphrase, byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(bytes, "AES");
        } finally {
            spec.clearPassword();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
