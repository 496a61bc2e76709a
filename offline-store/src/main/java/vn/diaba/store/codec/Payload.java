package vn.diaba.store.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A change set in bytes, in two parts that are hashed apart, so that one who may not see persons can still verify the
 * whole. Its arrays are read, never written.
 *
 * @param land what anyone may read: canonical JSON
 * @param person what names or describes persons: JSON with a random salt; empty when there is nothing
 */
@SuppressWarnings("ArrayRecordComponent")
public record Payload(byte[] land, byte[] person) {
    /** SHA-256 of the land part. */
    public byte[] landHash() {
        return sha256().digest(land);
    }

    /** SHA-256 of the person part; its salt keeps the hash from telling what is in it. */
    public byte[] personHash() {
        return sha256().digest(person);
    }

    /** SHA-256 of the two hashes, land first. */
    public byte[] hash() {
        return hash(landHash(), personHash());
    }

    /** SHA-256 of the hashes of a land part and a person part. */
    public static byte[] hash(byte[] landHash, byte[] personHash) {
        MessageDigest sha = sha256();
        sha.update(landHash);
        return sha.digest(personHash);
    }

    /** The digest that all of the store uses. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload same && Arrays.equals(land, same.land) && Arrays.equals(person, same.person);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(land);
    }
}
