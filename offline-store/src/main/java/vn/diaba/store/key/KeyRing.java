package vn.diaba.store.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and finds data keys. In the profile a key is a file of 64 hexadecimal digits that only its owner may read; under
 * a passphrase it is wrapped by AES-256-GCM with a key from PBKDF2-HMAC-SHA256, and the wrapped form lies with the
 * workspace. Stateless.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP: 600,000 rounds
 *     for PBKDF2-HMAC-SHA256</a>
 */
public final class KeyRing {
    /** Rounds for keys wrapped by this program; the number is stored with each wrapped key. */
    public static final int ROUNDS = 600_000;

    private static final HexFormat HEX = HexFormat.of();

    private final Keys keys;

    /** Works with the user's folder and passphrase. */
    public KeyRing(Keys keys) {
        this.keys = keys;
    }

    /**
     * How a key can be found again; stored in the clear beside what it locks.
     *
     * @param check {@link DataKey#check} of the key
     * @param wrapped rounds, salt and sealed key as {@code pbkdf2:600000:salt:sealed}; "" when the key lies in the profile
     */
    public record Reference(String check, String wrapped) {}

    /**
     * Keeps a new key: under the passphrase when there is one, else in the profile.
     *
     * @throws KeyException {@code key-not-kept} with the folder
     */
    public Reference keep(DataKey key, UUID owner) throws KeyException {
        char[] passphrase = keys.passphrase();
        if (passphrase != null) {
            return new Reference(key.check(), wrap(key, passphrase, owner));
        }
        Path file = file(owner);
        try {
            Files.createDirectories(keys.profileFolder());
            Path beside = Files.createTempFile(keys.profileFolder(), "new", ".key");
            ownerOnly(beside);
            Files.writeString(beside, HEX.formatHex(key.bytes()) + "\n", StandardCharsets.US_ASCII);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Reference(key.check(), "");
        } catch (IOException e) {
            throw new KeyException("key-not-kept", List.of(keys.profileFolder().toString()), e);
        }
    }

    /**
     * Finds a key again.
     *
     * @throws KeyException {@code key-missing} with the file, {@code passphrase-needed}, or {@code key-wrong}
     */
    public DataKey find(Reference reference, UUID owner) throws KeyException {
        DataKey key = reference.wrapped().isEmpty() ? fromProfile(owner) : unwrap(reference.wrapped(), owner);
        if (!key.check().equals(reference.check())) {
            throw new KeyException("key-wrong", List.of(owner), null);
        }
        return key;
    }

    /** Forgets a key in the profile: for a workspace whose making failed. */
    public void forget(UUID owner) throws KeyException {
        try {
            Files.deleteIfExists(file(owner));
        } catch (IOException e) {
            throw new KeyException("key-not-kept", List.of(keys.profileFolder().toString()), e);
        }
    }

    private Path file(UUID owner) {
        return keys.profileFolder().resolve(owner + ".key");
    }

    private DataKey fromProfile(UUID owner) throws KeyException {
        try {
            return DataKey.of(HEX.parseHex(
                    Files.readString(file(owner), StandardCharsets.US_ASCII).strip()));
        } catch (NoSuchFileException e) {
            throw new KeyException("key-missing", List.of(file(owner).toString()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyException("key-wrong", List.of(owner), e);
        }
    }

    private static String wrap(DataKey key, char[] passphrase, UUID owner) throws KeyException {
        byte[] salt = new byte[16];
        byte[] nonce = new byte[12];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, stretched(passphrase, salt, ROUNDS), nonce, owner);
            byte[] sealed = cipher.doFinal(key.bytes());
            return "pbkdf2:" + ROUNDS + ":" + HEX.formatHex(salt) + ":" + HEX.formatHex(nonce) + HEX.formatHex(sealed);
        } catch (GeneralSecurityException e) {
            throw new KeyException("key-not-kept", List.of(), e);
        }
    }

    private DataKey unwrap(String wrapped, UUID owner) throws KeyException {
        char[] passphrase = keys.passphrase();
        if (passphrase == null) {
            throw new KeyException("passphrase-needed", List.of(owner), null);
        }
        try {
            String[] parts = wrapped.split(":");
            byte[] sealed = HEX.parseHex(parts[3]);
            SecretKeySpec stretched = stretched(passphrase, HEX.parseHex(parts[2]), Integer.parseInt(parts[1]));
            byte[] nonce = java.util.Arrays.copyOf(sealed, 12);
            return DataKey.of(
                    cipher(Cipher.DECRYPT_MODE, stretched, nonce, owner).doFinal(sealed, 12, sealed.length - 12));
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new KeyException("key-wrong", List.of(owner), e);
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

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, UUID owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(("diaba key " + owner).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return;
        }
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
