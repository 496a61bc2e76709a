package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;

/**
 * Brings a workspace and the land database together: pull, merge, push. May stop anywhere, by cancelling, by a crash, by a
 * cut line, and be run again. Confined to one thread; editing goes on meanwhile.
 */
public final class SyncEngine {
    private static final int PAGE_BYTES = 256 << 10;
    private static final int MAX_ROUNDS = 8;
    private static final byte[] NO_CHECKPOINT = {};

    private final LandDatabase remote;
    private final Replica here;
    private final List<SyncReceipt.Line> lines = new ArrayList<>();
    private final Sender sender;
    private int pulled;
    private int merged;

    /** Connects a workspace and a land database. */
    public SyncEngine(LandDatabase remote, Replica here) {
        this.remote = remote;
        this.here = here;
        sender = new Sender(remote, here, lines);
    }

    /**
     * Takes over what is new, merges, sends what waits.
     *
     * @param scope zone of a workspace that has none yet; null to take the only one there is
     * @param policy what becomes of conflicts, open ones included
     * @throws RemoteException as {@link LandDatabase}; {@code crs-differs}, {@code workspace-not-empty}, {@code
     *     sync-not-settling}; what was done until then stays done
     */
    public SyncOutcome run(@Nullable Integer scope, Resolution policy, Progress progress)
            throws RemoteException, StoreException, JournalException {
        lines.clear();
        pulled = 0;
        sender.begin();
        merged = 0;
        Hello hello = remote.hello(here.workspace());
        if (here.store().checkpoint().isEmpty()) {
            Integer zone = scope != null || hello.zones().size() != 1
                    ? scope
                    : Integer.valueOf(hello.zones().get(0).zone());
            if (zone == null) {
                return new SyncOutcome.NeedsScope(hello.zones());
            }
            firstSync(zone);
        }
        if (policy != Resolution.ASK) {
            for (Conflict conflict : here.store().conflicts()) {
                resolve(conflict.id(), policy);
            }
        }
        boolean settled = false;
        boolean rewound = false;
        for (int round = 0; round < MAX_ROUNDS && !settled; round++) {
            try {
                requireAccepted();
                pull(policy, progress);
            } catch (RemoteException e) {
                if (rewound || !e.code().equals("land-database-restored")) {
                    throw e;
                }
                rewound = true;
                rewind(hello.epoch());
                continue;
            }
            settled = sender.send(hello.maxChanges(), progress);
        }
        if (!settled) {
            throw new RemoteException("sync-not-settling", List.of(MAX_ROUNDS), null);
        }
        return outcome();
    }

    /** What the last run has done so far; also of one that was cut off. */
    public SyncReceipt receipt() {
        return new SyncReceipt(lines, pulled, sender.sent(), merged);
    }

    private SyncOutcome outcome() throws StoreException {
        SyncReceipt receipt = receipt();
        List<Conflict> conflicts = here.store().conflicts();
        if (!conflicts.isEmpty()) {
            return new SyncOutcome.NeedsDecision(receipt, conflicts);
        }
        List<SyncOutcome.Declined> declined = new ArrayList<>();
        for (OutboxRow row : here.store().pending()) {
            if (row.state() == OutboxRow.State.REFUSED) {
                declined.add(new SyncOutcome.Declined(row.id(), row.act().label(), row.verdict()));
            }
        }
        if (!declined.isEmpty()) {
            return new SyncOutcome.Refused(receipt, declined);
        }
        return lines.isEmpty() ? new SyncOutcome.UpToDate(receipt) : new SyncOutcome.Synced(receipt);
    }

    /**
     * Makes a zone of all land of this workspace; afterwards the workspace belongs to it. May be repeated after a break.
     *
     * @throws RemoteException {@code zone-exists}, {@code crs-differs}, {@code already-connected}
     */
    public Checkpoint load(ZoneSpec zone) throws RemoteException, StoreException {
        if (zone.srid() != here.epsg()) {
            throw new RemoteException("crs-differs", List.of(here.epsg(), zone.srid()), null);
        }
        if (here.store().checkpoint().isPresent()) {
            throw new RemoteException("already-connected", List.of(zone.zone()), null);
        }
        long sequence;
        Fabric land;
        do {
            sequence = here.log().sequence();
            land = here.desk().fabric();
        } while (sequence != here.log().sequence());
        Checkpoint made;
        try {
            made = remote.load(zone, land);
        } catch (RemoteException e) {
            Snapshot there = e.code().equals("zone-exists") ? remote.snapshot(zone.zone()) : null;
            if (there == null || there.at().seq() != 0 || !there.land().equals(land)) {
                throw e;
            }
            made = there.at();
        }
        here.store().loaded(made, sequence);
        return made;
    }

    private void firstSync(int zone) throws RemoteException, StoreException, JournalException {
        Snapshot snapshot = remote.snapshot(zone);
        if (snapshot.zone().srid() != here.epsg()) {
            throw new RemoteException(
                    "crs-differs", List.of(here.epsg(), snapshot.zone().srid()), null);
        }
        byte[] checkpoint = snapshot.at().note(snapshot.versions());
        List<LogEntry> entries = here.log().entries(1, 2);
        boolean begun = entries.size() == 1 && entries.get(0).label().equals("first-sync");
        if (!entries.isEmpty() && !begun) {
            throw new RemoteException("workspace-not-empty", List.of(zone), null);
        }
        boolean taken = true;
        if (!begun && snapshot.land().cornerCount() > 0) {
            taken = take("first-sync", LandCopy.added(snapshot.land()), null);
        }
        List<Change> sides = LandCopy.sides(snapshot.land(), here.desk().fabric());
        SyncNote note = new SyncNote(
                checkpoint,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                here.store().now());
        if (!taken || !take("first-sync-sides", sides, note)) {
            throw new RemoteException("workspace-not-empty", List.of(zone), null);
        }
        lines.add(new SyncReceipt.Line(
                here.workspace(),
                "snapshot",
                snapshot.at().chain(),
                here.store().now()));
        pulled++;
    }

    /** Takes changes over with a note, as one; false when the land was edited meanwhile. */
    private boolean take(String label, List<Change> changes, @Nullable SyncNote note)
            throws StoreException, JournalException {
        if (changes.isEmpty()) {
            if (note != null) {
                here.store().take(note);
            }
            return true;
        }
        ChangeSet act = new ChangeSet(
                UUID.randomUUID(),
                label,
                Origin.LAND_DATABASE,
                null,
                "",
                here.store().now(),
                null,
                List.of(),
                changes);
        if (note != null) {
            here.log().attach(act.id(), here.store().bytes(note));
        }
        return here.desk().merge(act);
    }

    private MergePlanner planner(Resolution policy) throws StoreException {
        long enqueued;
        Fabric land;
        do {
            enqueued = here.store().enqueue();
            land = here.desk().fabric();
        } while (here.log().sequence() > enqueued);
        return new MergePlanner(
                land,
                here.store().pending(),
                here.store().conflicts(),
                policy,
                here.store().isOwn());
    }

    private Checkpoint checkpoint() throws StoreException {
        return here.store()
                .checkpoint()
                .orElseThrow(() -> new StoreException("store-damaged", List.of("checkpoint"), null));
    }

    private void pull(Resolution policy, Progress progress) throws RemoteException, StoreException, JournalException {
        boolean more = true;
        while (more) {
            progress.checkCancelled();
            Checkpoint from = checkpoint();
            Delta delta = remote.pull(from, PAGE_BYTES);
            Checkpoint to = delta.verify(from);
            for (boolean taken = false; !taken; ) {
                MergePlanner planner = planner(policy);
                planner.foldRefused();
                taken = apply(planner, delta, from, to);
            }
            more = to.seq() < delta.headSeq() && !delta.entries().isEmpty();
            progress.done(to.seq(), delta.headSeq());
        }
    }

    private boolean apply(MergePlanner planner, Delta delta, Checkpoint from, Checkpoint to)
            throws StoreException, JournalException, RemoteException {
        List<ObjectVersion> versions = new ArrayList<>();
        for (Delta.Entry entry : delta.entries()) {
            read(planner, entry);
            versions.addAll(entry.versions());
        }
        byte[] note = to.equals(from) ? NO_CHECKPOINT : to.note(versions);
        planner.judge(here.judge());
        MergePlanner.Plan plan = planner.done(note, here.store().now());
        if (plan.isEmpty() && delta.entries().isEmpty()) {
            return true;
        }
        if (!take("merge", plan.changes(), plan.note())) {
            return false;
        }
        merged += plan.merged();
        Set<UUID> acknowledged = new HashSet<>(plan.note().applied());
        for (Delta.Entry entry : delta.entries()) {
            boolean own = here.store().stateOf(entry.id()).isPresent();
            if (!own || acknowledged.contains(entry.id())) {
                pulled += own ? 0 : 1;
                String hash = HexFormat.of().formatHex(entry.payload().hash());
                lines.add(new SyncReceipt.Line(
                        entry.id(),
                        own ? "acknowledged" : "pulled",
                        hash,
                        here.store().now()));
            }
        }
        return true;
    }

    /** What was accepted and has not come back by a pull must still be there, or later work would be laid over it. */
    private void requireAccepted() throws RemoteException, StoreException {
        List<UUID> accepted =
                here.store().acceptedSinceTaken().stream().filter(remote::takes).toList();
        if (!accepted.isEmpty() && !remote.status(accepted).keySet().containsAll(accepted)) {
            Checkpoint at = checkpoint();
            throw new RemoteException("land-database-restored", List.of(at.zone(), at.seq() + 1), null);
        }
    }

    /** The land database was restored: what it lost since the last common place is offered again. */
    private void rewind(UUID epoch) throws RemoteException, StoreException {
        Checkpoint common =
                CommonPlace.find(remote, checkpoint(), epoch, here.store().marks());
        for (TakenTables.Lost lost : here.store().rewind(common)) {
            String fate = lost.whole() ? "offered-again" : Rewind.WAITS_FOR_AUTHOR;
            String hash = HexFormat.of().formatHex(lost.payload().hash());
            lines.add(new SyncReceipt.Line(lost.id(), fate, hash, here.store().now()));
        }
    }

    private static void read(MergePlanner planner, Delta.Entry entry) throws RemoteException {
        try {
            planner.take(entry);
        } catch (CodecException e) {
            throw new RemoteException("entry-unreadable", List.of(entry.seq()), e);
        }
    }

    /**
     * Decides an open conflict; what comes of it is sent by the next run.
     *
     * @return false when there is no such open conflict
     */
    public boolean resolve(UUID conflict, Resolution how) throws StoreException, JournalException {
        List<Conflict> all = here.store().conflicts();
        Optional<Conflict> open =
                all.stream().filter(one -> one.id().equals(conflict)).findFirst();
        if (open.isEmpty() || how == Resolution.ASK) {
            return false;
        }
        for (boolean taken = false; !taken; ) {
            MergePlanner planner = planner(how);
            all.stream().filter(open.get()::goesWith).forEach(one -> planner.decide(one, how));
            MergePlanner.Plan plan = planner.done(NO_CHECKPOINT, here.store().now());
            taken = take("resolve-conflict", plan.changes(), plan.note());
        }
        return true;
    }

    /** What {@link #run} would do now; changes nothing but the outbox's own queue. */
    public SyncPlan plan(Resolution policy) throws RemoteException, StoreException {
        if (here.store().checkpoint().isEmpty()) {
            throw new RemoteException("not-connected", List.of(), null);
        }
        Checkpoint at = checkpoint();
        MergePlanner planner = planner(policy);
        int pulls = 0;
        for (boolean more = true; more; ) {
            Delta delta = remote.pull(at, PAGE_BYTES);
            at = delta.verify(at);
            for (Delta.Entry entry : delta.entries()) {
                read(planner, entry);
                pulls += here.store().stateOf(entry.id()).isPresent() ? 0 : 1;
            }
            more = at.seq() < delta.headSeq() && !delta.entries().isEmpty();
        }
        planner.judge(here.judge());
        MergePlanner.Plan plan = planner.done(NO_CHECKPOINT, here.store().now());
        Set<UUID> gone = new HashSet<>(plan.note().applied());
        List<UUID> pushes = new ArrayList<>();
        List<UUID> blocked = new ArrayList<>();
        for (SyncNote.Succession succession : plan.note().successions()) {
            gone.addAll(succession.old());
            if (!succession.undecided() && !succession.successor().changes().isEmpty()) {
                pushes.add(succession.successor().id());
            } else if (succession.undecided()) {
                blocked.addAll(succession.old());
            }
        }
        Blocked queue = new Blocked();
        for (OutboxRow row : here.store().pending()) {
            if (gone.contains(row.id())) {
                continue;
            }
            if (queue.holds(row)) {
                queue.add(row);
                blocked.add(row.id());
            } else {
                pushes.add(row.id());
            }
        }
        return new SyncPlan(
                pulls, pushes, plan.changes().size(), plan.merged(), plan.note().conflicts(), blocked);
    }
}
