package vn.diaba.store.remote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;

/**
 * Change sets of a zone in order. Immutable.
 *
 * @param entries whole change sets, without gaps from the checkpoint asked for
 * @param headSeq sequence of the zone's last change set
 */
public record Delta(List<Entry> entries, long headSeq) {
    /** Copies the list. */
    public Delta {
        entries = List.copyOf(entries);
    }

    /**
     * An accepted change set. Its arrays are read, never written.
     *
     * @param seq its place in the zone
     * @param id the change set's
     * @param author who made it
     * @param acceptedAt when the land database took it
     * @param payload its bytes; the person part is empty for one who may not see persons
     * @param personHash SHA-256 of the person part, seen or not
     * @param hash the zone's hash after it
     * @param versions of the objects it wrote, afterwards
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(
            long seq,
            UUID id,
            String author,
            Instant acceptedAt,
            Payload payload,
            byte[] personHash,
            byte[] hash,
            List<ObjectVersion> versions) {
        /** Copies the list. */
        public Entry {
            versions = List.copyOf(versions);
        }

        /** What {@link #hash} must be after the hash before: SHA-256 of it, sequence, id, payload, author and time. */
        public byte[] expectedHash(byte[] previous) {
            MessageDigest sha = Payload.sha256();
            sha.update(previous);
            sha.update(ByteBuffer.allocate(24)
                    .putLong(seq)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            sha.update(Payload.hash(payload.landHash(), personHash));
            sha.update(author.getBytes(StandardCharsets.UTF_8));
            sha.update(ByteBuffer.allocate(12)
                    .putLong(acceptedAt.getEpochSecond())
                    .putInt(acceptedAt.getNano())
                    .array());
            return sha.digest();
        }

        /** The same entry with the hash that follows the one before. */
        public Entry chainedTo(byte[] previous) {
            return new Entry(seq, id, author, acceptedAt, payload, personHash, expectedHash(previous), versions);
        }
    }

    /**
     * Goes through the entries and proves that nothing is missing, moved or altered.
     *
     * @return the checkpoint after the last entry
     * @throws RemoteException {@code chain-broken} with zone and sequence
     */
    public Checkpoint verify(Checkpoint after) throws RemoteException {
        byte[] hash = after.chainBytes();
        long seq = after.seq();
        for (Entry entry : entries) {
            boolean seen = entry.payload().person().length > 0
                    && !MessageDigest.isEqual(entry.payload().personHash(), entry.personHash());
            if (entry.seq() != ++seq || seen || !MessageDigest.isEqual(entry.expectedHash(hash), entry.hash())) {
                throw new RemoteException("chain-broken", List.of(after.zone(), entry.seq()), null);
            }
            hash = entry.hash();
        }
        return after.at(seq, hash);
    }
}
