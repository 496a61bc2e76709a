package vn.diaba.store.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.disk.Channels;

/**
 * The office's recovery key, RSA of 3072 bits. Its public half goes to the workstations, which wrap every workspace's key
 * for it (OAEP with SHA-256, bound to the workspace); its private half stays in the office under a passphrase and opens
 * the disk of a dead machine. Immutable.
 */
public final class OfficeKey {
    /** The file with the public half. */
    public static final String PUBLIC_FILE = "office-recovery.pub";

    /** The file with the private half. */
    public static final String PRIVATE_FILE = "office-recovery.key";

    private static final String PUBLIC_HEAD = "diaba office recovery key, public";
    private static final String PRIVATE_HEAD = "diaba office recovery key, private";
    private static final String PURPOSE = "diaba office key";
    private static final int BITS = 3072;
    private static final String FORM = "rsa-oaep";

    private final PublicKey open;
    private final @Nullable PrivateKey secret;

    private OfficeKey(PublicKey open, @Nullable PrivateKey secret) {
        this.open = open;
        this.secret = secret;
    }

    /**
     * Makes a new pair and writes both files.
     *
     * @param folder made when missing; must not have either file
     * @param passphrase opens the private half; not empty
     * @throws KeyException {@code office-key-exists} with the folder, {@code key-not-kept}
     */
    public static OfficeKey create(Path folder, char[] passphrase) throws KeyException {
        Path open = folder.resolve(PUBLIC_FILE);
        Path secret = folder.resolve(PRIVATE_FILE);
        if (Files.exists(open) || Files.exists(secret)) {
            throw new KeyException("office-key-exists", List.of(folder.toString()), null);
        }
        if (passphrase.length == 0) {
            throw new KeyException("passphrase-needed", List.of(secret.toString()), null);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String wrapped = Wrapping.wrap(pair.getPrivate().getEncoded(), passphrase, PURPOSE);
            String encoded = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            OwnerFile.write(secret, PRIVATE_HEAD + "\n" + encoded + "\n" + wrapped + "\n");
            OfficeKey key = new OfficeKey(pair.getPublic(), pair.getPrivate());
            key.writePublic(folder);
            return key;
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException("key-not-kept", List.of(folder.toString()), e);
        }
    }

    /**
     * Reads the public half, from either file.
     *
     * @throws KeyException {@code office-key-unreadable} with the file
     */
    public static OfficeKey readPublic(Path file) throws KeyException {
        return new OfficeKey(publicKey(lines(file), file), null);
    }

    /**
     * Reads the private half.
     *
     * @throws KeyException {@code office-key-unreadable} with the file, {@code passphrase-needed}, {@code key-wrong}
     */
    public static OfficeKey readPrivate(Path file, char @Nullable [] passphrase) throws KeyException {
        List<String> lines = lines(file);
        if (lines.size() < 3 || !lines.get(0).equals(PRIVATE_HEAD)) {
            throw new KeyException("office-key-unreadable", List.of(file.toString()), null);
        }
        if (passphrase == null) {
            throw new KeyException("passphrase-needed", List.of(file.toString()), null);
        }
        try {
            byte[] encoded = Wrapping.unwrap(lines.get(2), passphrase, PURPOSE);
            PrivateKey secret = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new OfficeKey(publicKey(lines, file), secret);
        } catch (GeneralSecurityException e) {
            throw new KeyException("key-wrong", List.of(file.toString()), e);
        }
    }

    /**
     * Writes the public half beside its place and moves it there; another key's is replaced.
     *
     * @param folder made when missing
     * @throws KeyException {@code key-not-kept} with the folder
     */
    public void writePublic(Path folder) throws KeyException {
        try {
            Files.createDirectories(folder);
            String encoded = Base64.getEncoder().encodeToString(open.getEncoded());
            String text = PUBLIC_HEAD + "\n" + encoded + "\n";
            Channels.REAL.write(folder.resolve(PUBLIC_FILE), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new KeyException("key-not-kept", List.of(folder.toString()), e);
        }
    }

    private static List<String> lines(Path file) throws KeyException {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new KeyException("office-key-unreadable", List.of(file.toString()), e);
        }
    }

    private static PublicKey publicKey(List<String> lines, Path file) throws KeyException {
        try {
            boolean ours = lines.size() > 1
                    && (lines.get(0).equals(PUBLIC_HEAD) || lines.get(0).equals(PRIVATE_HEAD));
            if (!ours) {
                throw new KeyException("office-key-unreadable", List.of(file.toString()), null);
            }
            byte[] encoded = Base64.getDecoder().decode(lines.get(1));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyException("office-key-unreadable", List.of(file.toString()), e);
        }
    }

    /** Tells this key from others: the first 16 hexadecimal digits of the SHA-256 of its public half. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }

    /** A workspace's key for this office: {@code rsa-oaep:fingerprint:wrapped}. */
    String wrap(DataKey key, UUID owner) throws KeyException {
        try {
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, open, owner).doFinal(key.bytes());
            return FORM + ":" + fingerprint() + ":" + HexFormat.of().formatHex(wrapped);
        } catch (GeneralSecurityException e) {
            throw new KeyException("key-not-kept", List.of(PUBLIC_FILE), e);
        }
    }

    /** The workspace's key again. */
    DataKey unwrap(String wrapped, UUID owner) throws KeyException {
        String[] parts = wrapped.split(":");
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new KeyException("office-key-not-set", List.of(owner), null);
        }
        if (!parts[1].equals(fingerprint())) {
            throw new KeyException("office-key-other", List.of(parts[1], fingerprint()), null);
        }
        if (secret == null) {
            throw new KeyException("office-key-unreadable", List.of(PRIVATE_FILE), null);
        }
        try {
            return DataKey.of(cipher(Cipher.DECRYPT_MODE, secret, owner)
                    .doFinal(HexFormat.of().parseHex(parts[2])));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyException("key-wrong", List.of(owner), e);
        }
    }

    private static Cipher cipher(int mode, java.security.Key key, UUID owner) throws GeneralSecurityException {
        byte[] label = ("diaba key " + owner).getBytes(StandardCharsets.US_ASCII);
        OAEPParameterSpec form =
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(mode, key, form);
        return cipher;
    }
}
