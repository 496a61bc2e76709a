package vn.diaba.store.sync;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.log.LogTables;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.sync.OutboxRow.State;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/** What a workspace remembers of the land database: outbox, conflicts, checkpoint, versions. Safe: calls wait. */
public final class SyncStore {
    /** Takes the notes of merges into the tables; given to the log when it opens. */
    public static final ChangeLog.Notes NOTES = SyncTables::take;

    /** The verdict on a change set that an approver sent back; who and why is with its proposal. */
    public static final String DECLINED = "declined";

    private static final String RIGHTS = "rights";
    private static final String ENQUEUED = "enqueued-sequence";
    private static final String LEASES = "leases";
    private static final String NUMBERS = "numbers";
    private static final String APPROVAL = "approval";
    private static final int PAGE = 1_000;

    private final LocalDatabase database;
    private final ChangeLog log;
    private final PersonCipher cipher;
    private final Clock clock;
    private final Unsent unsent;

    /** Works on one workspace's database and log. */
    public SyncStore(LocalDatabase database, ChangeLog log, PersonCipher cipher, Clock clock) {
        this.database = database;
        this.log = log;
        this.cipher = cipher;
        this.clock = clock;
        unsent = new Unsent(database, log);
    }

    Instant now() {
        return clock.instant();
    }

    /** How far the workspace has taken over its zone; none before the first sync or load. */
    public Optional<Checkpoint> checkpoint() throws StoreException {
        return database.read(SyncTables::checkpoint);
    }

    /** The part of its zone that the workspace works on; none when it holds all of it, or has no zone yet. */
    public Optional<Area> area() throws StoreException {
        String text = database.read(connection -> LogTables.fact(connection, SyncTables.AREA));
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Area.of(Json.read(text.getBytes(StandardCharsets.UTF_8))));
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("area"), e);
        }
    }

    /** Parcel numbers reserved for this workspace. */
    public List<NumberReserve.Run> reservedNumbers() throws StoreException {
        return database.read(ReserveTables::runs);
    }

    /** Who else worked in the zone when the land database was asked last. */
    public List<Lease> leases() throws StoreException {
        String text = database.read(connection -> LogTables.fact(connection, LEASES));
        List<Lease> leases = new ArrayList<>();
        try {
            for (Object row : text.isEmpty()
                    ? List.of()
                    : Json.read(text.getBytes(StandardCharsets.UTF_8)).list("leases")) {
                if (row instanceof JsonObject lease) {
                    leases.add(Lease.of(lease));
                }
            }
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("leases"), e);
        }
        return leases;
    }

    void setLeases(List<Lease> leases) throws StoreException {
        Map<String, Object> fields =
                Map.of("leases", leases.stream().map(Lease::fields).toList());
        set(LEASES, new String(Json.write(fields), StandardCharsets.UTF_8));
    }

    private void set(String fact, String text) throws StoreException {
        database.write(connection -> {
            LogTables.setFact(connection, fact, text);
            return true;
        });
    }

    int numbersPerSheet() throws StoreException {
        return (int) number(database.read(connection -> LogTables.fact(connection, NUMBERS)));
    }

    void setNumbersPerSheet(int count) throws StoreException {
        set(NUMBERS, Integer.toString(count));
    }

    List<Reservation> askedNumbers(UUID workspace) throws StoreException {
        return database.read(connection -> ReserveTables.asked(connection, workspace));
    }

    void askNumbers(Reservation asked) throws StoreException {
        database.write(connection -> {
            ReserveTables.ask(connection, asked);
            return true;
        });
        database.checkpoint();
    }

    void reserved(UUID id, NumberReserve.Run run) throws StoreException {
        database.write(connection -> {
            ReserveTables.put(connection, id, run);
            return true;
        });
        database.checkpoint();
    }

    /** What must be decided, oldest first. */
    public List<Conflict> conflicts() throws StoreException {
        return database.read(connection -> SyncTables.openConflicts(connection, cipher));
    }

    /** What waits to be sent or decided, in the order it will be sent. Acts made since the last sync are not in it yet. */
    public List<OutboxRow> pending() throws StoreException {
        return database.read(connection -> SyncTables.pending(connection, cipher));
    }

    /** How many acts of this workspace the land database does not have; an act and its undo cancel. */
    public int unsent() throws StoreException {
        return unsentActs().size();
    }

    /** The acts of this workspace that the land database does not have; an act and its undo cancel. */
    public Set<UUID> unsentActs() throws StoreException {
        return unsent.acts(null).keySet();
    }

    /** Whether the zone was one of approval when the land database was asked last. */
    boolean isApproval() throws StoreException {
        return !database.read(connection -> LogTables.fact(connection, APPROVAL))
                .isEmpty();
    }

    /** What the land database said of the zone; written only when it is news. */
    void setApproval(boolean asked) throws StoreException {
        if (asked != isApproval()) {
            set(APPROVAL, asked ? "yes" : "");
        }
    }

    /** The same by how far they are. */
    public Backlog backlog(Fabric land) throws StoreException {
        return Backlog.of(unsent.acts(isApproval() ? land : null), database.read(SyncTables::standings));
    }

    /** What is remembered of the right to work here; "" at first. */
    public String rightsMark() throws StoreException {
        return database.read(connection -> LogTables.fact(connection, RIGHTS));
    }

    /** Remembers it instead; it is on the disk afterwards. */
    public void markRights(String mark) throws StoreException {
        database.write(connection -> {
            LogTables.setFact(connection, RIGHTS, mark);
            return true;
        });
        database.checkpoint();
    }

    /** As of the last sync: proposals that are open, own ones too, and own ones that were declined, oldest first. */
    public List<Proposals.Proposal> proposals() throws StoreException {
        return database.read(connection -> ProposedTables.all(connection, cipher));
    }

    Set<UUID> knownProposals() throws StoreException {
        return database.read(ProposedTables::known);
    }

    void keep(List<Proposals.Proposal> said) throws StoreException {
        database.write(connection -> {
            ProposedTables.keep(connection, cipher, said);
            return true;
        });
    }

    Optional<State> stateOf(UUID id) throws StoreException {
        return database.read(connection -> SyncTables.findState(connection, id));
    }

    /**
     * Whether the land here holds a change set of the land database already: it was accepted from here. One that another
     * took the place of before it was accepted is others' work like any.
     */
    Predicate<UUID> isOwn() throws StoreException {
        return id -> {
            try {
                Optional<State> state = stateOf(id);
                return state.isPresent()
                        ? state.get() == State.APPLIED
                        : log.find(id).filter(LogEntry::isOwn).isPresent();
            } catch (StoreException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /**
     * Puts acts made since into the outbox, payloads frozen; an act that was not offered yet and its undo cancel.
     *
     * @return the last act that is in it
     */
    long enqueue() throws StoreException {
        long done = enqueued();
        for (List<LogEntry> page = log.entries(done + 1, PAGE); !page.isEmpty(); ) {
            for (LogEntry entry : page) {
                enqueue(entry);
                done = entry.sequence();
            }
            page = log.entries(done + 1, PAGE);
        }
        return done;
    }

    private long enqueued() throws StoreException {
        return database.read(connection -> Math.max(
                number(LogTables.fact(connection, ENQUEUED)), number(LogTables.fact(connection, LogTables.LOADED))));
    }

    private static long number(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private void enqueue(LogEntry entry) throws StoreException {
        boolean wanted = entry.isOwn() && stateOf(entry.id()).isEmpty();
        SyncNote.Sealed payload = wanted ? SyncNote.Sealed.of(entry.id(), log.payload(entry.id()), cipher) : null;
        database.write(connection -> {
            if (payload != null) {
                UUID reverts = entry.reverts();
                boolean cancels = reverts != null
                        && SyncTables.findState(connection, reverts)
                                .filter(state -> state == State.QUEUED)
                                .isPresent();
                State state = cancels ? State.CANCELLED : State.QUEUED;
                SyncTables.insert(connection, entry.id(), entry.sequence(), state, payload, now());
                if (cancels) {
                    SyncTables.setState(connection, reverts, State.CANCELLED, now());
                }
            }
            LogTables.setFact(connection, ENQUEUED, Long.toString(entry.sequence()));
            return true;
        });
    }

    void offered(UUID id) throws StoreException {
        database.write(connection -> {
            SyncTables.setState(connection, id, State.OFFERED, now());
            return true;
        });
    }

    /** Not flushed: a mark that is lost comes back with the next pull, because the answer stays the same. */
    void accepted(UUID id, List<ObjectVersion> versions, String verdict) throws StoreException {
        database.write(connection -> {
            SyncTables.setState(connection, id, State.APPLIED, now());
            SyncTables.setVerdict(connection, id, verdict);
            LogTables.setVersions(connection, versions);
            return true;
        });
    }

    void proposed(UUID id) throws StoreException {
        database.write(connection -> {
            SyncTables.setState(connection, id, State.PROPOSED, now());
            return true;
        });
    }

    /** It is to be offered anew, later. */
    void queued(UUID id) throws StoreException {
        database.write(connection -> {
            SyncTables.setState(connection, id, State.QUEUED, now());
            return true;
        });
    }

    /** They come to nothing together and are nowhere else. */
    void cancelled(List<UUID> ids) throws StoreException {
        database.write(connection -> {
            for (UUID id : ids) {
                SyncTables.setState(connection, id, State.CANCELLED, now());
            }
            return true;
        });
        database.checkpoint();
    }

    void refused(UUID id, String verdict) throws StoreException {
        database.write(connection -> {
            SyncTables.setState(connection, id, State.REFUSED, now());
            SyncTables.setVerdict(connection, id, verdict);
            return true;
        });
    }

    /** The versions a change set stands on. */
    List<ObjectVersion> versions(Set<vn.diaba.store.codec.ObjectKey> keys, vn.diaba.cadastre.fabric.Fabric land)
            throws StoreException {
        return database.read(connection -> {
            List<ObjectVersion> versions = new ArrayList<>();
            for (vn.diaba.store.codec.ObjectKey key : keys) {
                boolean exists = vn.diaba.store.remote.ZoneVersions.exists(land, key);
                versions.add(new ObjectVersion(key, SyncTables.version(connection, key, exists)));
            }
            return versions;
        });
    }

    byte[] bytes(SyncNote note) {
        return note.bytes(cipher);
    }

    /** Takes a note into the tables when no land changes with it. */
    void take(SyncNote note) throws StoreException {
        byte[] bytes = bytes(note);
        database.write(connection -> {
            SyncTables.take(connection, bytes);
            return true;
        });
        database.checkpoint();
    }

    /** Every place of the land database's chain that is known here, in order. */
    List<TakenTables.Mark> marks() throws StoreException {
        return database.read(TakenTables::marks);
    }

    /** What was accepted after the newest change set taken over, so that it is still to come with a pull. */
    List<UUID> acceptedSinceTaken() throws StoreException {
        return database.read(TakenTables::accepted);
    }

    /** Goes back to a place of a restored land database, what it lost waiting to be offered again. */
    List<TakenTables.Lost> rewind(Checkpoint common) throws StoreException {
        List<TakenTables.Lost> lost = database.write(connection -> new Rewind(connection, cipher, now()).to(common));
        database.checkpoint();
        return lost;
    }

    /** All acts up to a sequence are in the land database, by a load. */
    void loaded(Checkpoint checkpoint, long sequence) throws StoreException {
        database.write(connection -> {
            LogTables.setFact(connection, LogTables.LOADED, Long.toString(sequence));
            TakenTables.insert(connection, List.of(), checkpoint);
            SyncTables.setCheckpoint(connection, checkpoint);
            return true;
        });
        database.checkpoint();
    }
}
