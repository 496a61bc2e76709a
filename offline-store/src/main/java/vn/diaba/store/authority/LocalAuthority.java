package vn.diaba.store.authority;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.authority.AuthorityTables.ZoneRow;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
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

    private final AuthorityFolder files;
    private final LandJudge judge;
    private final Clock clock;
    private final Safeguards safeguards;
    private final HeldTables tables;
    private final LocalOfficeFiles officeFiles;
    private final ZoneLands lands;

    LocalAuthority(AuthorityFolder files, LandJudge judge, Clock clock, Safeguards safeguards) {
        this.files = files;
        this.judge = judge;
        this.clock = clock;
        this.safeguards = safeguards;
        tables = new HeldTables(files, clock, safeguards);
        officeFiles = new LocalOfficeFiles(files.folder());
        lands = new ZoneLands(files);
    }

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
            lands.forget();
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
        return lands.of(tables, zone);
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
            ZoneRow zone = lands.fold(new ZoneRow(spec, 0, new byte[32], 0, "", id()), land);
            tables.putZone(zone);
            lands.keep(tables.epoch(), zone, land);
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
        LocalPush pushing = new LocalPush(lands, judge, safeguards, mayWrite, approver, seesPersons, now(), outdated);
        PushAnswer answer = call(true, tables -> pushing.on(tables, offer.on(tables)));
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
    public Contents contents() {
        return localContents();
    }

    LocalContents localContents() {
        return new LocalContents(this, files, clock);
    }

    @Override
    public OfficeFiles officeFiles() {
        return officeFiles;
    }

    /** The logs of the zones, which prove themselves. */
    public Provable logs() {
        return new LocalLogs(this);
    }

    @Override
    public synchronized void close() throws RemoteException {
        lands.forget();
        tables.close();
    }
}
