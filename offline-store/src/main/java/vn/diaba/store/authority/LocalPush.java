package vn.diaba.store.authority;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.authority.AuthorityTables.ZoneRow;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ChangeForm;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.remote.ZoneVersions;

/**
 * How a push is judged and made land. Works inside the caller's transaction.
 *
 * @param mayWrite by zone
 * @param approver who makes it land; null when it is its author who offers it
 * @param seesPersons whether persons were shown to the author
 * @param outdated takes the names of land files that nothing stands on once the transaction is done
 */
record LocalPush(
        ZoneLands lands,
        LandJudge judge,
        Safeguards safeguards,
        IntPredicate mayWrite,
        @Nullable String approver,
        boolean seesPersons,
        Instant now,
        List<String> outdated) {
    PushAnswer on(AuthorityTables tables, Push push)
            throws SQLException, StoreException, RemoteException, CodecException {
        AuthorityTables.PushedRow known = safeguards.answered(tables, push.id());
        if (known != null) {
            if (!MessageDigest.isEqual(known.hash(), push.payload().hash())) {
                throw new RemoteException("push-differs", List.of(push.id()), null);
            }
            return known.answer();
        }
        PushAnswer declined = approver == null ? tables.proposals().declined(push) : null;
        if (declined != null) {
            return declined;
        }
        ChangeSet sent = read(push);
        ZoneRow zone = LocalAuthority.zone(tables, push.zone());
        Fabric before = lands.of(tables, zone);
        boolean whole = seesPersons && (approver == null || before.isStartOf(sent));
        ChangeSet act = whole ? sent : HiddenPersons.kept(sent, before);
        Payload payload = whole ? push.payload() : ChangeCodec.encode(act);
        List<ObjectKey> changed = safeguards.changed(tables, push, act, before);
        if (!changed.isEmpty()) {
            return new PushAnswer.Stale(changed);
        }
        List<PushPart> parts = new ArrayList<>();
        parts.add(new PushPart(push.zone(), zone, before, act, payload));
        parts.addAll(PushPart.atTheBorder(lands, tables, zone, act));
        List<LandJudge.Refusal> refusals = new ArrayList<>();
        List<Fabric> after = new ArrayList<>();
        for (PushPart part : parts) {
            if (!mayWrite.test(part.number())) {
                throw new RemoteException("border-of-others", List.of(push.zone()), null);
            }
            Fabric next = part.applied();
            if (next == null) {
                return new PushAnswer.Stale(List.of());
            }
            after.add(next);
            refusals.addAll(judge.judge(part.before(), next, part.act()));
        }
        refusals.addAll(new WorkTables(tables.connection()).taken(push, act, after.get(0)));
        if (!refusals.isEmpty()) {
            return new PushAnswer.Refused(refusals);
        }
        if (approver == null
                && !act.isAboutCases()
                && tables.proposals().isApproval(parts.stream().map(PushPart::number))) {
            tables.proposals().put(push, zone.head(tables.epoch()), now);
            return new PushAnswer.Proposed();
        }
        tables.proposals().decide(push.id(), Proposals.State.ACCEPTED, approver == null ? "" : approver, "", now);
        for (int i = parts.size() - 1; i >= 0; i--) {
            put(tables, push, parts.get(i), after.get(i));
        }
        AuthorityTables.PushedRow stored = tables.findPushed(push.id());
        return stored == null ? new PushAnswer.Stale(List.of()) : stored.answer();
    }

    private static ChangeSet read(Push push) throws RemoteException {
        try {
            return ChangeForm.read(push.id(), push.payload(), LocalAuthority.MAX_CHANGES);
        } catch (CodecException e) {
            throw new RemoteException("payload-unreadable", List.of(push.id()), e);
        }
    }

    private void put(AuthorityTables tables, Push push, PushPart part, Fabric after)
            throws SQLException, RemoteException {
        ZoneSpec spec = part.zone().spec();
        List<ObjectVersion> versions = new ArrayList<>();
        for (Change change : part.act().changes()) {
            ObjectKey key = ObjectKey.of(change);
            long version = tables.version(spec.zone(), key, ZoneVersions.exists(part.before(), key));
            versions.add(new ObjectVersion(key, ZoneVersions.next(version, change.after() == null)));
        }
        long seq = part.zone().headSeq() + 1;
        byte[] previous = part.zone().headHash();
        byte[] personHash = part.payload().personHash();
        Delta.Entry entry = safeguards.chained(
                new Delta.Entry(seq, push.id(), push.author(), now, part.payload(), personHash, previous, versions),
                previous);
        tables.putEntry(spec.zone(), entry, previous);
        byte[] hash = entry.hash();
        ZoneRow head = new ZoneRow(
                spec,
                seq,
                hash,
                part.zone().baseSeq(),
                part.zone().baseFile(),
                part.zone().baseId());
        if (ZoneLands.isLong(head)) {
            outdated.add(head.baseFile());
            head = lands.fold(head, after);
        }
        tables.putZone(head);
        if (spec.zone() == push.zone()) {
            tables.putPushed(push, head.head(tables.epoch()), versions, now);
        }
        lands.keep(tables.epoch(), head, after);
    }
}
