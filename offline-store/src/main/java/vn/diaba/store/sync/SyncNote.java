package vn.diaba.store.sync;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Delta;

/**
 * What a merge means for the outbox, saved as one with the merge: how far the zone is taken over, which change sets are
 * land now, which go on as another one, what must be decided. Immutable.
 *
 * @param checkpoint {@link vn.diaba.store.codec.Checkpoint#note}: checkpoint and versions
 * @param taken change sets of the land database that the checkpoint takes in
 * @param applied change sets that are land now
 * @param successions change sets that others take the place of
 * @param conflicts what both sides changed; replaces an open conflict about the same object
 * @param settled objects about which nothing is open any more, with how it was decided
 * @param at when
 * @param area the part of the zone that the workspace works on from now on, as JSON; "" when that does not change
 */
@SuppressWarnings("ArrayRecordComponent")
record SyncNote(
        byte[] checkpoint,
        List<Delta.Entry> taken,
        List<UUID> applied,
        List<Succession> successions,
        List<Conflict> conflicts,
        List<Settled> settled,
        Instant at,
        String area) {
    private static final String OUTBOX = "outbox";
    private static final String CONFLICT = "conflict";
    private static final byte[] NOT_WHOLE = new byte[32];

    /**
     * Change sets of the outbox and the one that goes in their place.
     *
     * @param old what is superseded; cancelled when the successor changes nothing
     * @param successor the sum of them on the new base; its changes may be none
     * @param undecided whether it waits for a decision
     */
    record Succession(List<UUID> old, ChangeSet successor, boolean undecided) {}

    /** An object about which a decision was made. */
    record Settled(ObjectKey key, String how) {}

    /** An outbox payload as it lies in rows and notes. */
    record Sealed(byte[] land, byte[] person, byte[] hash) {
        static Sealed of(UUID id, Payload payload, PersonCipher cipher) {
            return new Sealed(payload.land(), cipher.seal(payload.person(), OUTBOX, id), payload.hash());
        }

        Payload open(UUID id, PersonCipher cipher) throws KeyException {
            return new Payload(land, cipher.open(person, OUTBOX, id));
        }
    }

    /** A succession as it lies in a note. */
    record SealedSuccession(List<UUID> old, UUID id, int changes, Sealed payload, boolean undecided) {}

    /** A conflict as it lies in a note and in a row. */
    record SealedConflict(UUID id, ObjectKey key, String subjects, byte[] values, String by, Instant at) {
        static SealedConflict of(Conflict conflict, PersonCipher cipher) {
            List<Change> both = List.of(
                    conflict.key().change(conflict.base(), conflict.mine()),
                    conflict.key().change(conflict.base(), conflict.theirs()));
            Payload payload = ChangeCodec.encode(ChangeSet.planned(conflict.id(), "conflict", both)
                    .stampedBy(conflict.mineBy().name(), conflict.mineBy().at()));
            byte[] values =
                    new ByteSink().block(payload.land()).block(payload.person()).done();
            return new SealedConflict(
                    conflict.id(),
                    conflict.key(),
                    text(conflict),
                    cipher.seal(values, CONFLICT, conflict.id()),
                    conflict.theirsBy(),
                    conflict.theirsAt());
        }

        private static String text(Conflict conflict) {
            EastNorth place = conflict.place();
            String subjects = String.join(",", conflict.subjects());
            return place == null ? subjects : subjects + "@" + place.east() + " " + place.north();
        }

        private @Nullable EastNorth place() {
            int at = subjects.indexOf('@');
            String[] place = subjects.substring(at + 1).split(" ");
            return at < 0 ? null : new EastNorth(Double.parseDouble(place[0]), Double.parseDouble(place[1]));
        }

        Conflict open(PersonCipher cipher) throws CodecException, KeyException {
            ByteSource in = new ByteSource(cipher.open(values, CONFLICT, id));
            ChangeSet stamped = ChangeCodec.decode(new Payload(in.block(), in.block()));
            List<Change> both = stamped.changes();
            Change mine = both.get(0);
            return new Conflict(
                    id,
                    key,
                    List.of(subjects.replaceFirst("@.*", "").split(",")),
                    mine.before(),
                    mine.after(),
                    both.get(1).after(),
                    by,
                    at,
                    place(),
                    new Conflict.Maker(stamped.author(), stamped.time()));
        }
    }

    /**
     * A change set that does not concern this workspace, or not in all: its place in the chain, with what of it is held
     * here. That is never whole, whatever its hash says.
     */
    static Delta.Entry part(Delta.Entry entry, ChangeSet act, List<Change> kept) {
        ChangeSet held = new ChangeSet(
                act.id(),
                act.label(),
                act.origin(),
                act.caseId(),
                act.author(),
                act.time(),
                act.reverts(),
                List.of(),
                kept);
        return new Delta.Entry(
                entry.seq(),
                entry.id(),
                entry.author(),
                entry.acceptedAt(),
                kept.isEmpty() ? new Payload(new byte[0], new byte[0]) : ChangeCodec.encode(held),
                NOT_WHOLE,
                entry.hash(),
                List.of());
    }

    /** A change set of the land database as it lies in a note. */
    record SealedEntry(long seq, UUID id, byte[] chain, boolean whole, Sealed payload) {}

    /** The parts of a note that was read. */
    record Read(
            byte[] checkpoint,
            List<SealedEntry> taken,
            List<UUID> applied,
            List<SealedSuccession> successions,
            List<SealedConflict> conflicts,
            List<Settled> settled,
            Instant at,
            String area) {}

    byte[] bytes(PersonCipher cipher) {
        ByteSink out = new ByteSink();
        out.block(checkpoint);
        ids(out, applied);
        out.number(successions.size());
        for (Succession succession : successions) {
            UUID id = succession.successor.id();
            Sealed payload = Sealed.of(id, ChangeCodec.encode(succession.successor), cipher);
            ids(out, succession.old);
            id(out, id);
            out.number(succession.successor.changes().size());
            out.block(payload.land).block(payload.person).block(payload.hash);
            out.octet(succession.undecided ? 1 : 0);
        }
        out.number(conflicts.size());
        for (Conflict conflict : conflicts) {
            SealedConflict sealed = SealedConflict.of(conflict, cipher);
            id(out, sealed.id);
            out.text(sealed.key.kind()).text(sealed.key.object()).text(sealed.subjects);
            out.block(sealed.values).text(sealed.by).text(sealed.at.toString());
        }
        out.number(settled.size());
        settled.forEach(one -> out.text(one.key.kind()).text(one.key.object()).text(one.how));
        out.text(at.toString());
        out.number(taken.size());
        for (Delta.Entry entry : taken) {
            boolean whole = MessageDigest.isEqual(entry.payload().personHash(), entry.personHash());
            Sealed payload = Sealed.of(entry.id(), entry.payload(), cipher);
            out.number(entry.seq());
            id(out, entry.id());
            out.block(entry.hash()).octet(whole ? 1 : 0);
            out.block(payload.land).block(payload.person).block(payload.hash);
        }
        out.text(area);
        return out.done();
    }

    private static List<SealedEntry> taken(ByteSource in, int most) throws CodecException {
        List<SealedEntry> taken = new ArrayList<>();
        for (int n = in.isAtEnd() ? 0 : in.count(most); n > 0; n--) {
            long seq = in.number();
            UUID id = id(in);
            byte[] chain = in.block();
            boolean whole = in.octet() == 1;
            taken.add(new SealedEntry(seq, id, chain, whole, new Sealed(in.block(), in.block(), in.block())));
        }
        return taken;
    }

    static Read read(byte[] bytes) throws StoreException {
        try {
            ByteSource in = new ByteSource(bytes);
            byte[] checkpoint = in.block();
            List<UUID> applied = ids(in);
            List<SealedSuccession> successions = new ArrayList<>();
            for (int n = in.count(bytes.length); n > 0; n--) {
                List<UUID> old = ids(in);
                UUID id = id(in);
                int changes = in.count(Integer.MAX_VALUE);
                Sealed payload = new Sealed(in.block(), in.block(), in.block());
                successions.add(new SealedSuccession(old, id, changes, payload, in.octet() == 1));
            }
            List<SealedConflict> conflicts = new ArrayList<>();
            for (int n = in.count(bytes.length); n > 0; n--) {
                UUID id = id(in);
                ObjectKey key = new ObjectKey(in.text(), in.text());
                conflicts.add(new SealedConflict(id, key, in.text(), in.block(), in.text(), Instant.parse(in.text())));
            }
            List<Settled> settled = new ArrayList<>();
            for (int n = in.count(bytes.length); n > 0; n--) {
                settled.add(new Settled(new ObjectKey(in.text(), in.text()), in.text()));
            }
            Instant at = Instant.parse(in.text());
            List<SealedEntry> taken = taken(in, bytes.length);
            String area = in.isAtEnd() ? "" : in.text();
            return new Read(checkpoint, taken, applied, successions, conflicts, settled, at, area);
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("note"), e);
        }
    }

    private static void ids(ByteSink out, List<UUID> ids) {
        out.number(ids.size());
        ids.forEach(id -> id(out, id));
    }

    private static void id(ByteSink out, UUID id) {
        out.number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
    }

    private static List<UUID> ids(ByteSource in) throws CodecException {
        List<UUID> ids = new ArrayList<>();
        for (int n = in.count(Integer.MAX_VALUE); n > 0; n--) {
            ids.add(id(in));
        }
        return ids;
    }

    private static UUID id(ByteSource in) throws CodecException {
        return new UUID(in.number(), in.number());
    }
}
