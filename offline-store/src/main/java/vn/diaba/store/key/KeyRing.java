package vn.diaba.store.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Makes and finds data keys. In the profile a key is a file of 64 hexadecimal digits that only its owner may read; under
 * a passphrase its wrapped form lies with the workspace. Where the profile holds the public half of the office's recovery
 * key, every key is also wrapped for it. Stateless.
 */
public final class KeyRing {
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
     * @param office the key for the office's recovery key as {@code rsa-oaep:fingerprint:wrapped}; "" when none was set
     */
    public record Reference(String check, String wrapped, String office) {
        /** A key that no office can recover. */
        public Reference(String check, String wrapped) {
            this(check, wrapped, "");
        }

        /** Fingerprint of the recovery key that opens this; "" when none does. */
        public String fingerprint() {
            String[] parts = office.split(":");
            return parts.length == 3 ? parts[1] : "";
        }
    }

    /**
     * Keeps a key: under the passphrase when there is one, else in the profile; and for the office when its key is known.
     *
     * @throws KeyException {@code key-not-kept} with the folder, {@code office-key-unreadable}
     */
    public Reference keep(DataKey key, UUID owner) throws KeyException {
        Path office = keys.profileFolder().resolve(OfficeKey.PUBLIC_FILE);
        String forOffice = Files.exists(office) ? OfficeKey.readPublic(office).wrap(key, owner) : "";
        char[] passphrase = keys.passphrase();
        try {
            if (passphrase != null) {
                String wrapped = Wrapping.wrap(key.bytes(), passphrase, purpose(owner));
                if (Files.exists(file(owner))) {
                    // Backups and copies of before still ask the profile; from now on it gives the key for the
                    // passphrase.
                    OwnerFile.write(file(owner), wrapped + "\n");
                }
                return new Reference(key.check(), wrapped, forOffice);
            }
            OwnerFile.write(file(owner), HEX.formatHex(key.bytes()) + "\n");
            return new Reference(key.check(), "", forOffice);
        } catch (IOException | GeneralSecurityException e) {
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
        return checked(key, reference, owner);
    }

    /**
     * Opens a key with the office's recovery key and keeps it for this user like a new one.
     *
     * @param office with its private half
     * @return how it can be found from now on
     * @throws KeyException {@code office-key-not-set} when it was never wrapped for an office, {@code office-key-other}
     *     with both fingerprints, {@code key-wrong}, {@code key-not-kept}
     */
    public Reference recover(Reference reference, UUID owner, OfficeKey office) throws KeyException {
        DataKey key = checked(office.unwrap(reference.office(), owner), reference, owner);
        Reference kept = keep(key, owner);
        return new Reference(kept.check(), kept.wrapped(), reference.office());
    }

    /**
     * Wraps a key for the office as well.
     *
     * @throws KeyException as {@link #find}
     */
    public Reference addOffice(Reference reference, UUID owner, OfficeKey office) throws KeyException {
        return new Reference(reference.check(), reference.wrapped(), office.wrap(find(reference, owner), owner));
    }

    /** Forgets a key in the profile: for a workspace whose making failed. */
    public void forget(UUID owner) throws KeyException {
        try {
            Files.deleteIfExists(file(owner));
        } catch (IOException e) {
            throw new KeyException("key-not-kept", List.of(keys.profileFolder().toString()), e);
        }
    }

    private static DataKey checked(DataKey key, Reference reference, UUID owner) throws KeyException {
        if (!key.check().equals(reference.check())) {
            throw new KeyException("key-wrong", List.of(owner), null);
        }
        return key;
    }

    private Path file(UUID owner) {
        return keys.profileFolder().resolve(owner + ".key");
    }

    private DataKey fromProfile(UUID owner) throws KeyException {
        try {
            String text =
                    Files.readString(file(owner), StandardCharsets.US_ASCII).strip();
            return text.startsWith(Wrapping.FORM) ? unwrap(text, owner) : DataKey.of(HEX.parseHex(text));
        } catch (NoSuchFileException e) {
            throw new KeyException("key-missing", List.of(file(owner).toString()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyException("key-wrong", List.of(owner), e);
        }
    }

    private DataKey unwrap(String wrapped, UUID owner) throws KeyException {
        char[] passphrase = keys.passphrase();
        if (passphrase == null) {
            throw new KeyException("passphrase-needed", List.of(owner), null);
        }
        try {
            return DataKey.of(Wrapping.unwrap(wrapped, passphrase, purpose(owner)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyException("key-wrong", List.of(owner), e);
        }
    }

    private static String purpose(UUID owner) {
        return "diaba key " + owner;
    }
}
