package vn.diaba.store.remote;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.AuthorityTables.ZoneRow;
import vn.diaba.store.take.OfficeFolder;

/**
 * The land database of a small office: a folder, no server ({@code embedded:DIR}). It is opened by the first call and kept,
 * and given to another process between two calls when that one asks. Land is a packed file for each zone and the change sets since. Safe: calls wait for each other.
 */
public final class LocalAuthority implements LandDatabase {
    /** What an address begins with. */
    public static final String SCHEME = "embedded:";
    /** Largest change set it takes. */
    public static final int MAX_CHANGES = 20_000;

    private static final int FOLD_AFTER = 500;

    private final AuthorityFolder files;
    private final LandJudge judge;
    private final Clock clock;
    private final Safeguards safeguards;
    private final HeldTables tables;
    private final LocalOfficeFiles officeFiles;
    private final Map<Integer, Cached> cache = new HashMap<>();

    LocalAuthority(AuthorityFolder files, LandJudge judge, Clock clock, Safeguards safeguards) {
        this.files = files;
        this.judge = judge;
        this.clock = clock;
        this.safeguards = safeguards;
        tables = new HeldTables(files, clock, safeguards);
        officeFiles = new LocalOfficeFiles(files.folder());
    }

    /** Land of a zone as of a sequence of an epoch. */
    private record Cached(UUID epoch, long seq, Fabric land) {}

    /**
     * Makes an empty land database.
     *
     * @throws RemoteException {@code land-database-exists}, {@code land-database-failed}, {@code key-not-kept}
     */
    public static LocalAuthority create(Path folder, Keys keys, LandJudge judge, Clock clock) throws RemoteException {
        LocalAuthority made = new LocalAuthority(AuthorityFolder.make(folder, keys), judge, clock, Safeguards.ALL);
        made.call(true, AuthorityTables::epoch);
        return made;
    }

    /**
     * Opens a land database.
     *
     * @throws RemoteException {@code land-database-missing}, {@code key-missing}, {@code key-wrong}
     */
    public static LocalAuthority open(Path folder, Keys keys, LandJudge judge, Clock clock) throws RemoteException {
        return new LocalAuthority(AuthorityFolder.find(folder, keys), judge, clock, Safeguards.ALL);
    }

    /** Names the land database for ever. */
    public UUID id() {
        return files.id();
    }

    /** The folder it lies in. */
    public Path folder() {
        return files.folder();
    }

    /** Locks what is kept beside it in its folder. */
    public PersonCipher cipher() {
        return files.cipher();
    }

    /** A step on the tables. */
    interface Step<T> {
        T on(AuthorityTables tables) throws SQLException, StoreException, RemoteException, CodecException;
    }

    <T> T call(boolean writes, Step<T> step) throws RemoteException {
        try {
            return safeguards.inTurn(this, () -> inMyTurn(writes, step));
        } catch (StoreException e) {
            throw new RemoteException(
                    "land-database-failed", List.of(files.folder().toString(), e.code()), e);
        }
    }

    private <T> T inMyTurn(boolean writes, Step<T> step) throws StoreException, RemoteException {
        RemoteException[] declined = new RemoteException[1];
        try {
            return tables.call(writes, connection -> {
                try {
                    return step.on(new AuthorityTables(connection, files.cipher()));
                } catch (RemoteException e) {
                    declined[0] = e;
                    throw new StoreException(e.code(), e.arguments(), e);
                } catch (CodecException | IllegalArgumentException e) {
                    throw new StoreException("store-damaged", List.of(), e);
                }
            });
        } catch (StoreException e) {
            cache.clear();
            if (declined[0] != null) {
                throw declined[0];
            }
            throw e;
        }
    }

    @Override
    public Hello hello(UUID client) throws RemoteException {
        String given = OfficeFolder.digest(officeFiles.list());
        return call(false, tables -> {
            List<Hello.Zone> zones = new ArrayList<>();
            for (ZoneRow zone : tables.zones()) {
                ZoneSpec spec = zone.spec();
                boolean waits = tables.proposals().isApproval(spec.zone());
                zones.add(new Hello.Zone(spec.zone(), spec.name(), spec.srid(), zone.headSeq(), waits));
            }
            return new Hello(tables.epoch(), MAX_CHANGES, zones, given, null);
        });
    }

    static ZoneRow zone(AuthorityTables tables, int number) throws SQLException, RemoteException {
        for (ZoneRow zone : tables.zones()) {
            if (zone.spec().zone() == number) {
                return zone;
            }
        }
        throw new RemoteException("zone-unknown", List.of(number), null);
    }

    Fabric land(AuthorityTables tables, ZoneRow zone)
            throws SQLException, StoreException, RemoteException, CodecException {
        UUID epoch = tables.epoch();
        Cached known = cache.get(zone.spec().zone());
        if (known == null || !known.epoch.equals(epoch) || known.seq > zone.headSeq() || known.seq < zone.baseSeq()) {
            known = new Cached(epoch, zone.baseSeq(), files.readLand(zone.baseFile(), zone.baseId()));
        }
        Fabric land = known.land;
        for (Delta.Entry entry : tables.entries(zone.spec().zone(), known.seq, Long.MAX_VALUE)) {
            land = land.apply(ChangeCodec.decode(entry.payload()));
        }
        cache.put(zone.spec().zone(), new Cached(epoch, zone.headSeq(), land));
        return land;
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        return status(ids, author -> true);
    }

    /** The verdicts on change sets of some authors only. */
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids, Predicate<String> authors) throws RemoteException {
        return call(false, tables -> {
            Map<UUID, PushAnswer.Accepted> answers = new LinkedHashMap<>();
            for (UUID id : ids) {
                AuthorityTables.PushedRow row = tables.findPushed(id);
                if (row != null && authors.test(row.author())) {
                    answers.put(id, row.answer());
                }
            }
            return answers;
        });
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        return call(false, tables -> {
            ZoneRow zone = zone(tables, after.zone());
            byte[] hash = tables.hashAt(zone, after.seq());
            if (!tables.epoch().equals(after.epoch())
                    || hash == null
                    || !MessageDigest.isEqual(hash, after.chainBytes())) {
                throw new RemoteException("land-database-restored", List.of(after.zone(), after.seq()), null);
            }
            return new Delta(tables.entries(after.zone(), after.seq(), maxBytes), zone.headSeq());
        });
    }

    @Override
    public Snapshot snapshot(int number) throws RemoteException {
        return call(false, tables -> {
            ZoneRow zone = zone(tables, number);
            return new Snapshot(zone.spec(), land(tables, zone), zone.head(tables.epoch()), tables.versions(number));
        });
    }

    @Override
    public Checkpoint load(ZoneSpec spec, Fabric land) throws RemoteException {
        return call(true, tables -> {
            for (ZoneRow zone : tables.zones()) {
                if (zone.spec().zone() == spec.zone()) {
                    throw new RemoteException("zone-exists", List.of(spec.zone()), null);
                }
            }
            UUID id = UUID.randomUUID();
            String file = "zone-" + spec.zone() + "-" + id + ".land";
            files.writeLand(file, land, id);
            ZoneRow zone = new ZoneRow(spec, 0, new byte[32], 0, file, id);
            tables.putZone(zone);
            cache.put(spec.zone(), new Cached(tables.epoch(), 0, land));
            return zone.head(tables.epoch());
        });
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        return push(push, zone -> true, true);
    }

    /**
     * The same for one who may not write everywhere.
     *
     * @param mayWrite by zone; a corner on the border with a zone that may not be written stays where it is
     * @param seesPersons whether persons were shown to him; if not, what the change set leaves alone of them stays
     * @throws RemoteException {@code border-of-others}, and as {@link #push(Push)}
     */
    public PushAnswer push(Push push, IntPredicate mayWrite, boolean seesPersons) throws RemoteException {
        return push(tables -> push, mayWrite, null, seesPersons);
    }

    /** The same for what an approver makes land; null when it is its author who offers it. */
    PushAnswer push(Step<Push> offer, IntPredicate mayWrite, @Nullable String approver, boolean seesPersons)
            throws RemoteException {
        List<String> outdated = new ArrayList<>();
        PushAnswer answer = call(true, tables -> {
            Push push = offer.on(tables);
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
            ChangeSet sent = ChangeCodec.decode(push.payload());
            ZoneRow zone = zone(tables, push.zone());
            Fabric before = land(tables, zone);
            boolean whole = seesPersons && (approver == null || before.isStartOf(sent));
            ChangeSet act = whole ? sent : HiddenPersons.kept(sent, before);
            Payload payload = whole ? push.payload() : ChangeCodec.encode(act);
            List<ObjectKey> changed = safeguards.changed(tables, push, act, before);
            if (!changed.isEmpty()) {
                return new PushAnswer.Stale(changed);
            }
            List<PushPart> parts = new ArrayList<>();
            parts.add(new PushPart(push.zone(), zone, before, act, payload));
            parts.addAll(PushPart.atTheBorder(this, tables, zone, act));
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
            Instant now = now();
            if (approver == null
                    && !act.isAboutCases()
                    && tables.proposals().isApproval(parts.stream().map(PushPart::number))) {
                tables.proposals().put(push, zone.head(tables.epoch()), now);
                return new PushAnswer.Proposed();
            }
            tables.proposals().decide(push.id(), Proposals.State.ACCEPTED, approver == null ? "" : approver, "", now);
            for (int i = parts.size() - 1; i >= 0; i--) {
                outdated.addAll(put(tables, push, parts.get(i), after.get(i), now));
            }
            AuthorityTables.PushedRow stored = tables.findPushed(push.id());
            return stored == null ? new PushAnswer.Stale(List.of()) : stored.answer();
        });
        for (String file : outdated) {
            files.deleteLand(file);
        }
        return answer;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Proposals proposals() {
        return proposals("", zone -> true);
    }

    /**
     * Proposals as one person decides them.
     *
     * @param caller who decides; "" for one without a name, who may withdraw only
     * @param mayWrite by zone
     */
    public Proposals proposals(String caller, IntPredicate mayWrite) {
        return new LocalProposals(this, caller, mayWrite, Proposals.FourEyes.STRICT);
    }

    @Override
    public FieldWork fieldWork() {
        return new LocalFieldWork(this, clock);
    }

    @Override
    public OfficeFiles officeFiles() {
        return officeFiles;
    }

    private List<String> put(AuthorityTables tables, Push push, PushPart part, Fabric after, Instant now)
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
        List<String> outdated = List.of();
        if (seq - head.baseSeq() >= FOLD_AFTER) {
            UUID id = UUID.randomUUID();
            String file = "zone-" + spec.zone() + "-" + id + ".land";
            files.writeLand(file, after, id);
            outdated = List.of(head.baseFile());
            head = new ZoneRow(spec, seq, hash, seq, file, id);
        }
        tables.putZone(head);
        if (spec.zone() == push.zone()) {
            tables.putPushed(push, head.head(tables.epoch()), versions, now);
        }
        cache.remove(spec.zone());
        cache.put(spec.zone(), new Cached(tables.epoch(), seq, after));
        return outdated;
    }

    /** The logs of the zones, which prove themselves. */
    public Provable logs() {
        return new LocalLogs(this);
    }

    @Override
    public synchronized void close() throws RemoteException {
        cache.clear();
        tables.close();
    }
}
