package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;

/**
 * Brings a workspace and the land database together: pull, merge, push. May stop anywhere, by cancelling, by a crash, by a
 * cut line, and be run again. Confined to one thread; editing goes on meanwhile.
 */
public final class SyncEngine {
    private static final int PAGE_BYTES = 256 << 10;
    private static final byte[] NO_CHECKPOINT = {};

    private final LandDatabase remote;
    private final Replica here;
    private final List<SyncReceipt.Line> lines = new ArrayList<>();
    private final Approval approval;
    private final Sender sender;
    private final Puller puller;
    private @Nullable Hello said;

    /** Connects a workspace and a land database. */
    public SyncEngine(LandDatabase remote, Replica here) {
        this.remote = remote;
        this.here = here;
        approval = new Approval(remote, here, lines);
        sender = new Sender(remote, here, lines, approval);
        puller = new Puller(remote, here, lines, approval);
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
        begin();
        Hello hello;
        try {
            hello = remote.hello(here.workspace());
            said = hello;
        } catch (RemoteException e) {
            return takeOnly(e, policy, progress);
        }
        if (here.store().checkpoint().isEmpty()) {
            Integer zone = scope != null || hello.zones().size() != 1
                    ? scope
                    : Integer.valueOf(hello.zones().get(0).zone());
            if (zone == null) {
                return new SyncOutcome.NeedsScope(hello.zones());
            }
            puller.first(zone, null);
        }
        if (policy != Resolution.ASK) {
            for (Conflict conflict : here.store().conflicts()) {
                resolve(conflict.id(), policy);
            }
        }
        boolean rewound = false;
        Patience patience = new Patience();
        while (true) {
            Checkpoint from = puller.checkpoint();
            int judged = sender.judged();
            try {
                requireAccepted();
                approval.hear(hello);
                puller.pull(policy, Area.NONE, progress);
            } catch (RemoteException e) {
                if (rewound || !e.code().equals("land-database-restored")) {
                    throw e;
                }
                rewound = true;
                rewind(hello.epoch());
                continue;
            }
            if (sender.send(hello.maxChanges(), progress)) {
                return outcome();
            }
            puller.want(sender.stale());
            patience.again(!puller.checkpoint().equals(from) || sender.judged() > judged);
        }
    }

    /** One who speaks another protocol may still let us read; what waits here goes on waiting. */
    private SyncOutcome takeOnly(RemoteException fault, Resolution policy, Progress progress)
            throws RemoteException, StoreException, JournalException {
        if (!fault.code().equals("protocol-differs")
                || here.store().checkpoint().isEmpty()) {
            throw fault;
        }
        try {
            puller.pull(policy, Area.NONE, progress);
        } catch (RemoteException e) {
            fault.addSuppressed(e);
            throw fault;
        }
        return new SyncOutcome.ReadOnly(receipt(), fault, here.store().pending().size());
    }

    /** What the land database said of itself in the last run; empty when it could not be reached. */
    public Optional<Hello> hello() {
        return Optional.ofNullable(said);
    }

    /** What the last run has done so far; also of one that was cut off. */
    public SyncReceipt receipt() {
        return new SyncReceipt(lines, puller.pulled(), sender.sent(), puller.merged());
    }

    private SyncOutcome outcome() throws StoreException {
        SyncReceipt receipt = receipt();
        List<Conflict> conflicts = here.store().conflicts();
        if (!conflicts.isEmpty()) {
            return new SyncOutcome.NeedsDecision(receipt, conflicts);
        }
        List<SyncOutcome.Declined> declined = new ArrayList<>(sender.held());
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
     * Makes a zone of all land of this workspace, and brings the contents that its attachments name; afterwards the workspace
     * belongs to it. May be repeated after a break.
     *
     * @throws RemoteException {@code zone-exists}, {@code crs-differs}, {@code already-connected}; {@code contents-not-kept} by
     *     one of an older version that is to be renewed first
     */
    public Checkpoint load(ZoneSpec zone) throws RemoteException, StoreException {
        return FirstLoad.of(remote, here, zone);
    }

    private void begin() {
        said = null;
        lines.clear();
        puller.begin();
        sender.begin();
    }

    /**
     * Makes an empty workspace one of a part of a zone, or widens the part that it works on. May be repeated after a break. A
     * workspace that holds all of its zone stays as it is.
     *
     * @throws RemoteException {@code already-connected} with the zone of a workspace of another one, and as {@link #run}
     */
    public SyncReceipt take(int zone, Area area, Progress progress)
            throws RemoteException, StoreException, JournalException {
        begin();
        Optional<Checkpoint> at = here.store().checkpoint();
        if (at.isPresent() && at.get().zone() != zone) {
            throw new RemoteException("already-connected", List.of(at.get().zone()), null);
        }
        if (at.isEmpty()) {
            puller.first(zone, area);
        } else if (here.store().area().isPresent()) {
            puller.pull(Resolution.ASK, area, progress);
        }
        return receipt();
    }

    /** What was accepted and has not come back by a pull must still be there, or later work would be laid over it. */
    private void requireAccepted() throws RemoteException, StoreException {
        List<UUID> accepted =
                here.store().acceptedSinceTaken().stream().filter(remote::takes).toList();
        if (!accepted.isEmpty() && !remote.status(accepted).keySet().containsAll(accepted)) {
            Checkpoint at = puller.checkpoint();
            throw new RemoteException("land-database-restored", List.of(at.zone(), at.seq() + 1), null);
        }
    }

    /** The land database was restored: what it lost since the last common place is offered again. */
    private void rewind(UUID epoch) throws RemoteException, StoreException {
        Checkpoint common = CommonPlace.find(
                remote, puller.checkpoint(), epoch, here.store().marks());
        String otherwise = here.store().area().isPresent() ? Rewind.HELD_IN_PART : Rewind.WAITS_FOR_AUTHOR;
        for (TakenTables.Lost lost : here.store().rewind(common)) {
            String fate = lost.whole() ? "offered-again" : otherwise;
            String hash = HexFormat.of().formatHex(lost.payload().hash());
            lines.add(new SyncReceipt.Line(lost.id(), fate, hash, here.store().now()));
        }
    }

    /**
     * Decides an open conflict; what comes of it is sent by the next run.
     *
     * @return false when there is no such open conflict
     */
    public boolean resolve(UUID conflict, Resolution how) throws StoreException, JournalException {
        return here.resolve(conflict, how);
    }

    /**
     * What came of asking for contents. Immutable.
     *
     * @param fetched contents that are here now and were not before
     * @param gone those that the land database has not, or not whole
     */
    public record Fetched(List<Content> fetched, List<Content> gone) {
        /** Copies the lists. */
        public Fetched {
            fetched = List.copyOf(fetched);
            gone = List.copyOf(gone);
        }
    }

    /**
     * Brings contents of attachments that are not here whole; one counts when its hash is right. May be repeated after a break:
     * what came before is not asked for again.
     *
     * @param progress is told of parts
     * @throws RemoteException {@code not-connected}; {@code contents-not-kept} by one of an older version;
     *     {@code content-hidden} for one who may not see persons; as {@link LandDatabase}
     * @throws StoreException {@code content-damaged} when what came is not what its hash says; {@code disk-full} …
     */
    public Fetched fetch(List<Content> wanted, Progress progress) throws RemoteException, StoreException {
        Checkpoint at =
                here.store().checkpoint().orElseThrow(() -> new RemoteException("not-connected", List.of(), null));
        return new ContentFetch(remote, here.contents(), at.zone()).fetch(wanted, progress);
    }

    private boolean isHandInAsked(int zone) throws RemoteException, StoreException {
        try {
            return HandIn.isAsked(remote.hello(here.workspace()), zone);
        } catch (RemoteException e) {
            if (e.code().equals("protocol-differs")) {
                return here.store().isApproval();
            }
            throw e;
        }
    }

    /** What {@link #run} would do now; changes nothing but the outbox's own queue. */
    public SyncPlan plan(Resolution policy) throws RemoteException, StoreException {
        if (here.store().checkpoint().isEmpty()) {
            throw new RemoteException("not-connected", List.of(), null);
        }
        Checkpoint at = puller.checkpoint();
        MergePlanner planner = here.planner(policy);
        Area area = here.store().area().orElse(null);
        int pulls = 0;
        for (boolean more = true; more; ) {
            Delta delta = remote.pull(at, PAGE_BYTES);
            at = delta.verify(at);
            puller.read(planner, delta, area);
            for (Delta.Entry entry : delta.entries()) {
                pulls += here.store().stateOf(entry.id()).isPresent() ? 0 : 1;
            }
            more = at.seq() < delta.headSeq() && !delta.entries().isEmpty();
        }
        planner.judge(here.judge());
        MergePlan plan = planner.done(NO_CHECKPOINT, "", here.store().now());
        Set<UUID> gone = new HashSet<>(plan.note().applied());
        List<UUID> pushes = new ArrayList<>();
        List<UUID> blocked = new ArrayList<>();
        ContentSender.Load load = load(plan, at.zone());
        List<ChangeSet> going = new ArrayList<>();
        for (SyncNote.Succession succession : plan.note().successions()) {
            gone.addAll(succession.old());
            if (load.holds(succession.successor())) {
                blocked.addAll(succession.old());
            } else if (!succession.undecided()
                    && !succession.successor().changes().isEmpty()) {
                pushes.add(succession.successor().id());
                going.add(succession.successor());
            } else if (succession.undecided()) {
                blocked.addAll(succession.old());
            }
        }
        boolean asked = isHandInAsked(at.zone());
        List<UUID> forHandIn = new ArrayList<>();
        Blocked queue = new Blocked();
        for (OutboxRow row : here.store().pending()) {
            if (gone.contains(row.id())) {
                continue;
            }
            boolean missing = asked && HandIn.isMissing(row.act(), here.desk().fabric());
            if (missing) {
                forHandIn.add(row.id());
            }
            if (missing || load.holds(row.act()) || queue.holds(row) || row.state() == OutboxRow.State.PROPOSED) {
                queue.add(row);
                blocked.add(row.id());
            } else {
                pushes.add(row.id());
                going.add(row.act());
            }
        }
        return new SyncPlan(
                pulls,
                pushes,
                plan.changes().size(),
                plan.merged(),
                plan.note().conflicts(),
                blocked,
                forHandIn,
                load.of(going));
    }

    private ContentSender.Load load(MergePlan plan, int zone) throws RemoteException, StoreException {
        List<ChangeSet> acts = new ArrayList<>();
        plan.note().successions().forEach(succession -> acts.add(succession.successor()));
        here.store().pending().forEach(row -> acts.add(row.act()));
        return new ContentSender(remote, here).load(acts, zone);
    }
}
