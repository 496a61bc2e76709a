package vn.diaba.store.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandJudge;

/**
 * Works out what change sets of the land database make of the land here and of what waits to be sent. Changes nothing.
 * Confined to one thread, used once.
 */
final class MergePlanner {
    private final MergeState state;
    private final LandMerge land;
    private final Resolution policy;
    private final Predicate<UUID> isOwn;
    /** Objects whose waiting change sets start from a value that is no longer the land database's. */
    private final Set<ObjectKey> affected = new LinkedHashSet<>();

    private final Map<ObjectKey, Conflict> open = new LinkedHashMap<>();
    private final List<Delta.Entry> taken = new ArrayList<>();
    private final List<UUID> applied = new ArrayList<>();
    private final Map<ObjectKey, Conflict> conflicts = new LinkedHashMap<>();
    private final List<SyncNote.Settled> settled = new ArrayList<>();
    private int merged;

    MergePlanner(Fabric local, List<OutboxRow> pending, List<Conflict> open, Resolution policy, Predicate<UUID> isOwn) {
        state = new MergeState(local, pending);
        land = new LandMerge(state, this);
        this.policy = policy;
        this.isOwn = isOwn;
        open.forEach(conflict -> this.open.put(conflict.key(), conflict));
    }

    /**
     * Takes the next change set of the land database.
     *
     * @param keeps the objects whose changes concern this workspace, when it is another's
     */
    void take(Delta.Entry entry, Predicate<ObjectKey> keeps) throws CodecException {
        OutboxRow own = state.rows.remove(entry.id());
        if (own != null) {
            applied.add(own.id());
            for (Change change : own.act().changes()) {
                state.base.put(ObjectKey.of(change), change.after());
            }
        }
        boolean isOthers = own == null ? !isOwn.test(entry.id()) : own.isLostAtCentre();
        taken.add(isOthers ? others(entry, own == null ? Set.of() : own.writes(), keeps) : entry);
    }

    /**
     * Takes what of others' work concerns this workspace.
     *
     * @param known objects in which it was known here already, and waited to be offered again
     * @return the entry as far as it is held here
     */
    private Delta.Entry others(Delta.Entry entry, Set<ObjectKey> known, Predicate<ObjectKey> keeps)
            throws CodecException {
        ChangeSet act = ChangeCodec.decode(entry.payload());
        List<Change> changes = new ArrayList<>();
        List<Change> kept = new ArrayList<>();
        for (Change change : act.changes()) {
            ObjectKey key = ObjectKey.of(change);
            if (known.contains(key)) {
                kept.add(change);
            } else if (keeps.test(key)) {
                kept.add(change);
                Object was = state.theirs(key);
                Object after = ChangeCodec.after(change, was);
                MergeState.keepFirst(state.before, key, was);
                changes.add(key.change(change.before(), after));
                take(key, after, entry);
            }
        }
        if (!changes.isEmpty()) {
            state.others.put(entry, ChangeSet.planned(act.id(), act.label(), changes));
        }
        return kept.size() == act.changes().size() ? entry : SyncNote.part(entry, act, kept);
    }

    /** Takes objects of the land database as they are, that were not here before. */
    void find(ObjectKey key, Object value) {
        state.now.put(key, value);
    }

    private void take(ObjectKey key, @Nullable Object theirs, Delta.Entry entry) {
        if (!state.base.containsKey(key)) {
            state.now.put(key, theirs);
            return;
        }
        Object was = state.base.put(key, theirs);
        Object mine = state.value(key);
        ThreeWayMerge.Merged result = ThreeWayMerge.merge(was, mine, theirs, policy);
        state.now.put(key, result.value());
        affected.add(key);
        if (!Objects.equals(was, mine) && !Objects.equals(was, theirs)) {
            merged++;
        }
        if (policy != Resolution.ASK) {
            close(key, policy);
        } else if (!result.subjects().isEmpty()) {
            Conflict conflict = new Conflict(
                    UUID.randomUUID(),
                    key,
                    result.subjects(),
                    was,
                    mine,
                    theirs,
                    entry.author(),
                    entry.acceptedAt(),
                    null,
                    maker(key, List.copyOf(state.rows.values())));
            Conflict old = open.get(key);
            EastNorth place = old == null ? null : old.place();
            put(old == null || place == null ? conflict : conflict.at(place, old.subjects()));
        }
    }

    private void put(Conflict conflict) {
        open.put(conflict.key(), conflict);
        conflicts.put(conflict.key(), conflict);
    }

    /** Who last changed an object here; of several change sets the last when none of them writes it. */
    Conflict.Maker maker(ObjectKey key, List<OutboxRow> among) {
        Conflict.Maker maker = Conflict.Maker.NOBODY;
        boolean writes = false;
        for (OutboxRow row : among) {
            boolean its = state.chains.links(row).writes().contains(key);
            if (its || !writes) {
                maker = new Conflict.Maker(row.act().author(), row.act().time());
                writes |= its;
            }
        }
        return maker;
    }

    private void close(ObjectKey key, Resolution how) {
        if (open.remove(key) != null) {
            settled.add(new SyncNote.Settled(key, how.name()));
        }
    }

    /** Gives an object its value by a decision. */
    void settle(ObjectKey key, @Nullable Object value, Resolution how) {
        if (!state.base.containsKey(key)) {
            state.base.put(key, state.value(key));
        }
        state.now.put(key, value);
        affected.add(key);
        close(key, how);
    }

    /** Leaves conflicts of one place open. */
    void open(List<Conflict> fresh, Set<ObjectKey> mine) {
        List<Conflict> known = new ArrayList<>(open.values());
        LandMerge.together(fresh, known).forEach(this::put);
        affected.addAll(mine);
    }

    /** Decides open conflicts that go together, as one, or land would be torn. */
    void decide(List<Conflict> together, Resolution how) {
        together.forEach(conflict -> decide(conflict, how));
        Set<ObjectKey> keys = new LinkedHashSet<>();
        together.forEach(conflict -> keys.add(conflict.key()));
        state.chains.tie(keys);
    }

    void decide(Conflict conflict, Resolution how) {
        ObjectKey key = conflict.key();
        Object theirs = state.theirs(key);
        Object here = state.value(key);
        Object value;
        if (!conflict.isOfLand()) {
            value = ThreeWayMerge.merge(conflict.base(), here, theirs, how).value();
        } else if (how == Resolution.TAKE_THEIRS) {
            value = theirs;
        } else {
            value = ThreeWayMerge.merge(conflict.theirs(), here, conflict.mine(), Resolution.KEEP_MINE)
                    .value();
        }
        settle(key, value, how);
    }

    /** Finds changes that do not fit as land, and decides them or leaves them open. */
    void judge(LandJudge judge) {
        if (!state.others.isEmpty() && !state.rows.isEmpty()) {
            land.judge(judge, policy);
        }
    }

    /** Sees to it that decisions for the land database's values leave land that fits. */
    void judgeDecisions(LandJudge judge) {
        land.judgeDecisions(judge);
    }

    /** Folds what was refused with what was done about it since, to be offered as one. */
    void foldRefused() {
        for (OutboxRow row : state.rows.values()) {
            Set<ObjectKey> writes = state.chains.links(row).writes();
            if (row.state() == OutboxRow.State.REFUSED
                    && state.chains.of(writes).rows().size() > 1) {
                affected.addAll(writes);
            }
        }
    }

    /** The plan, with the checkpoint it reaches and the part of the zone that is held from now on. */
    MergePlan done(byte[] checkpoint, String area, Instant at) {
        keepCornersInUse();
        List<SyncNote.Succession> successions = new ArrayList<>();
        for (Chains.Chain chain : state.chains.chains(affected)) {
            SyncNote.Succession succession = succession(chain.rows(), chain.objects());
            if (!chain.rows().isEmpty() || !succession.successor().changes().isEmpty()) {
                successions.add(succession);
            }
        }
        SyncNote note = new SyncNote(
                checkpoint,
                taken,
                applied,
                successions,
                List.copyOf(conflicts.values()),
                List.copyOf(settled),
                at,
                area);
        return new MergePlan(state.changes(), note, merged);
    }

    /** A corner stays while anybody's parcel uses it, whoever removed it. */
    void keepCornersInUse() {
        for (Map.Entry<ObjectKey, @Nullable Object> entry : List.copyOf(state.now.entrySet())) {
            if (entry.getValue() instanceof Parcel parcel) {
                parcel.rings().forEach(ring -> ring.corners().forEach(this::keep));
            } else if (entry.getValue() == null && entry.getKey().kind().equals("corner")) {
                CornerId corner = CornerId.of(entry.getKey().id());
                for (ParcelId user : state.local.parcelsAt(corner)) {
                    if (state.value(ObjectKey.of(user)) instanceof Parcel parcel
                            && parcel.rings().anyMatch(ring -> ring.corners().contains(corner))) {
                        keep(corner);
                    }
                }
            }
        }
    }

    private void keep(CornerId corner) {
        ObjectKey key = ObjectKey.of(corner);
        if (state.value(key) == null) {
            boolean known = state.base.containsKey(key);
            Object theirs = known ? state.base.get(key) : null;
            Object here = key.find(state.local);
            MergeState.keepFirst(state.base, key, null);
            state.now.put(
                    key, theirs != null ? theirs : here != null ? here : Links.lastKnown(key, state.rows.values()));
            affected.add(key);
        }
    }

    private SyncNote.Succession succession(List<OutboxRow> group, Set<ObjectKey> objects) {
        List<Change> sum = new ArrayList<>();
        for (ObjectKey key : objects) {
            Object theirs = state.base.get(key);
            Object here = state.value(key);
            if (!Objects.equals(theirs, here)) {
                sum.add(key.change(theirs, here));
            }
        }
        ChangeSet successor = OutboxRow.successor(group, sum);
        boolean undecided = objects.stream().anyMatch(open::containsKey);
        return new SyncNote.Succession(group.stream().map(OutboxRow::id).toList(), successor, undecided);
    }
}
