package vn.diaba.store.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandJudge;

/**
 * Works out what change sets of the land database make of the land here and of what waits to be sent. Keeps two values
 * for each object: the land database's, and the one here. Changes nothing. Confined to one thread, used once.
 */
final class MergePlanner {
    private final Fabric local;
    private final Resolution policy;
    private final Predicate<UUID> isOwn;
    private final Map<UUID, OutboxRow> rows = new LinkedHashMap<>();
    /** The land database's value of every object that waiting change sets write. */
    private final Map<ObjectKey, @Nullable Object> base = new HashMap<>();
    /** Values here that differ from {@link #local}. */
    private final Map<ObjectKey, @Nullable Object> now = new LinkedHashMap<>();
    /** Objects whose waiting change sets start from a value that is no longer the land database's. */
    private final Set<ObjectKey> affected = new LinkedHashSet<>();

    private final Set<ObjectKey> open = new HashSet<>();
    /** The land database's value, before what is taken now, of objects that others changed. */
    private final Map<ObjectKey, @Nullable Object> before = new HashMap<>();
    /** Others' change sets taken now, with what they write. */
    private final Map<Delta.Entry, Set<ObjectKey>> others = new LinkedHashMap<>();

    private final List<Delta.Entry> taken = new ArrayList<>();
    private final List<UUID> applied = new ArrayList<>();
    private final Map<ObjectKey, Conflict> conflicts = new LinkedHashMap<>();
    private final List<SyncNote.Settled> settled = new ArrayList<>();
    private final Map<UUID, Links> links = new HashMap<>();
    private int merged;

    MergePlanner(Fabric local, List<OutboxRow> pending, List<Conflict> open, Resolution policy, Predicate<UUID> isOwn) {
        this.local = local;
        this.policy = policy;
        this.isOwn = isOwn;
        open.forEach(conflict -> this.open.add(conflict.key()));
        for (OutboxRow row : pending) {
            rows.put(row.id(), row);
            for (Change change : row.act().changes()) {
                base.putIfAbsent(ObjectKey.of(change), change.before());
            }
        }
    }

    private @Nullable Object value(ObjectKey key) {
        return now.containsKey(key) ? now.get(key) : Values.current(local, key);
    }

    /**
     * Takes the next change set of the land database.
     *
     * @param keeps the objects whose changes concern this workspace, when it is another's
     */
    void take(Delta.Entry entry, Predicate<ObjectKey> keeps) throws CodecException {
        Set<ObjectKey> writes = new LinkedHashSet<>();
        boolean whole = true;
        OutboxRow own = rows.remove(entry.id());
        if (own != null) {
            applied.add(own.id());
            for (Change change : own.act().changes()) {
                base.put(ObjectKey.of(change), change.after());
            }
        } else if (!isOwn.test(entry.id())) {
            for (Change change : ChangeCodec.decode(entry.payload()).changes()) {
                ObjectKey key = ObjectKey.of(change);
                whole &= keeps.test(key);
                if (keeps.test(key)) {
                    writes.add(key);
                    before.putIfAbsent(key, base.containsKey(key) ? base.get(key) : value(key));
                    take(key, change.after(), entry);
                }
            }
            if (!writes.isEmpty()) {
                others.put(entry, writes);
            }
        }
        taken.add(whole ? entry : SyncNote.passedOver(entry));
    }

    /** Takes objects of the land database as they are, that were not here before. */
    void find(ObjectKey key, Object value) {
        now.put(key, value);
    }

    private void take(ObjectKey key, @Nullable Object theirs, Delta.Entry entry) {
        if (!base.containsKey(key)) {
            now.put(key, theirs);
            return;
        }
        Object was = base.put(key, theirs);
        Object mine = value(key);
        ThreeWayMerge.Merged result = ThreeWayMerge.merge(was, mine, theirs, policy);
        now.put(key, result.value());
        affected.add(key);
        if (!Objects.equals(was, mine) && !Objects.equals(was, theirs)) {
            merged++;
        }
        if (policy != Resolution.ASK) {
            settle(key, policy);
        } else if (!result.subjects().isEmpty()) {
            open.add(key);
            conflicts.put(
                    key,
                    new Conflict(
                            UUID.randomUUID(),
                            key,
                            result.subjects(),
                            was,
                            mine,
                            theirs,
                            entry.author(),
                            entry.acceptedAt(),
                            null));
        }
    }

    private void settle(ObjectKey key, Resolution how) {
        if (open.remove(key)) {
            settled.add(new SyncNote.Settled(key, how.name()));
        }
    }

    /** Decides an open conflict. One of land is decided with all that go with it, or land would be torn. */
    void decide(Conflict conflict, Resolution how) {
        ObjectKey key = conflict.key();
        if (!base.containsKey(key)) {
            base.put(key, value(key));
        }
        Object theirs = base.get(key);
        if (!conflict.isOfLand()) {
            now.put(
                    key,
                    ThreeWayMerge.merge(conflict.base(), value(key), theirs, how)
                            .value());
        } else if (how == Resolution.TAKE_THEIRS) {
            now.put(key, theirs);
        } else if (Objects.equals(value(key), conflict.theirs())) {
            now.put(key, conflict.mine());
        }
        affected.add(key);
        settle(key, how);
    }

    /** Finds changes that do not fit as land though nobody changed the same object, and decides them or leaves them open. */
    void judge(LandJudge judge) {
        if (others.isEmpty() || rows.isEmpty()) {
            return;
        }
        keepCornersInUse();
        List<Change> toTheirs = new ArrayList<>();
        base.forEach((key, theirs) -> {
            if (!Objects.equals(value(key), theirs)) {
                toTheirs.add(Values.change(key, value(key), theirs));
            }
        });
        List<Waiver> waivers = new ArrayList<>();
        rows.values().forEach(row -> waivers.addAll(row.act().waivers()));
        for (LandClash clash : LandClash.find(judge, local, changes(), toTheirs, waivers)) {
            clash(clash);
        }
    }

    private void clash(LandClash clash) {
        Set<ObjectKey> mine = new LinkedHashSet<>();
        for (OutboxRow row : List.copyOf(rows.values())) {
            if (!Collections.disjoint(row.writes(), clash.near())) {
                group(row.writes()).forEach(one -> mine.addAll(one.writes()));
            }
        }
        Set<ObjectKey> theirs = new LinkedHashSet<>();
        Delta.Entry last = null;
        for (Map.Entry<Delta.Entry, Set<ObjectKey>> other : others.entrySet()) {
            if (!Collections.disjoint(other.getValue(), clash.near())) {
                theirs.addAll(other.getValue());
                last = other.getKey();
            }
        }
        if (last == null || mine.isEmpty()) {
            return;
        }
        Set<ObjectKey> all = new LinkedHashSet<>(mine);
        all.addAll(theirs);
        for (ObjectKey key : all) {
            Object there = base.containsKey(key) ? base.get(key) : value(key);
            Object here = mine.contains(key) ? value(key) : Values.current(local, key);
            Conflict conflict = new Conflict(
                    UUID.randomUUID(),
                    key,
                    List.of(clash.rule()),
                    before.containsKey(key) ? before.get(key) : there,
                    here,
                    there,
                    last.author(),
                    last.acceptedAt(),
                    clash.place());
            if (policy != Resolution.ASK) {
                decide(conflict, policy);
            } else if (!conflicts.containsKey(key)) {
                conflicts.put(key, conflict);
                open.add(key);
                if (mine.contains(key)) {
                    affected.add(key);
                }
            }
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.forEach((key, after) -> {
            Object was = Values.current(local, key);
            if (!Objects.equals(was, after)) {
                changes.add(Values.change(key, was, after));
            }
        });
        return changes;
    }

    /** Folds what was refused with what was done about it since, to be offered as one. */
    void foldRefused() {
        List<OutboxRow> refused = new ArrayList<>();
        for (OutboxRow row : rows.values()) {
            if (row.state() == OutboxRow.State.REFUSED) {
                refused.add(row);
            }
        }
        for (OutboxRow row : refused) {
            if (group(row.writes()).size() > 1) {
                affected.addAll(row.writes());
            }
        }
    }

    /** The plan, with the checkpoint it reaches. */
    MergePlan done(byte[] checkpoint, String area, Instant at) {
        keepCornersInUse();
        List<Change> changes = changes();
        List<SyncNote.Succession> successions = new ArrayList<>();
        for (Set<ObjectKey> start : groups()) {
            List<OutboxRow> group = group(start);
            Set<ObjectKey> objects = new LinkedHashSet<>(start);
            group.forEach(row -> objects.addAll(row.writes()));
            SyncNote.Succession succession = succession(group, objects);
            if (!group.isEmpty() || !succession.successor().changes().isEmpty()) {
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
        return new MergePlan(changes, note, merged);
    }

    /** Affected objects, those together whose waiting change sets hang together. */
    private List<Set<ObjectKey>> groups() {
        List<Set<ObjectKey>> groups = new ArrayList<>();
        for (ObjectKey key : affected) {
            Set<ObjectKey> start = new LinkedHashSet<>(Set.of(key));
            boolean joined = true;
            while (joined) {
                List<OutboxRow> rowsOfStart = group(start);
                joined = groups.removeIf(other -> {
                    boolean shares = !Collections.disjoint(rowsOfStart, group(other));
                    if (shares) {
                        start.addAll(other);
                    }
                    return shares;
                });
            }
            groups.add(start);
        }
        return groups;
    }

    /** A corner stays while anybody's parcel uses it, whoever removed it. */
    private void keepCornersInUse() {
        for (Map.Entry<ObjectKey, @Nullable Object> entry : List.copyOf(now.entrySet())) {
            if (entry.getValue() instanceof Parcel parcel) {
                parcel.rings().forEach(ring -> ring.corners().forEach(this::keep));
            } else if (entry.getValue() == null && entry.getKey().kind().equals("corner")) {
                CornerId corner = CornerId.of(entry.getKey().id());
                for (ParcelId user : local.parcelsAt(corner)) {
                    if (value(ObjectKey.of(user)) instanceof Parcel parcel
                            && parcel.rings().anyMatch(ring -> ring.corners().contains(corner))) {
                        keep(corner);
                    }
                }
            }
        }
    }

    private void keep(CornerId corner) {
        ObjectKey key = ObjectKey.of(corner);
        if (value(key) == null) {
            boolean known = base.containsKey(key);
            Object theirs = known ? base.get(key) : null;
            Object here = Values.current(local, key);
            base.putIfAbsent(key, null);
            now.put(key, theirs != null ? theirs : here != null ? here : Links.lastKnown(key, rows.values()));
            affected.add(key);
        }
    }

    /**
     * Waiting change sets that write one of the objects, or hang together with one that does, in their order: they write
     * the same object, or one cites a corner that the other makes or removes.
     */
    private List<OutboxRow> group(Set<ObjectKey> start) {
        Set<ObjectKey> objects = new HashSet<>(start);
        Set<ObjectKey> comesOrGoes = new HashSet<>();
        for (ObjectKey key : start) {
            if (key.kind().equals("corner") && (base.get(key) == null || value(key) == null)) {
                comesOrGoes.add(key);
            }
        }
        Set<ObjectKey> cited = new HashSet<>();
        Set<UUID> in = new HashSet<>();
        for (boolean grew = true; grew; ) {
            grew = false;
            for (OutboxRow row : rows.values()) {
                Links links = links(row);
                boolean joins = !in.contains(row.id())
                        && (Links.meet(links.writes(), objects)
                                || Links.meet(links.cites(), comesOrGoes)
                                || Links.meet(links.makesOrRemoves(), cited));
                if (joins) {
                    in.add(row.id());
                    objects.addAll(links.writes());
                    comesOrGoes.addAll(links.makesOrRemoves());
                    cited.addAll(links.cites());
                    grew = true;
                }
            }
        }
        return rows.values().stream().filter(row -> in.contains(row.id())).toList();
    }

    private Links links(OutboxRow row) {
        return links.computeIfAbsent(row.id(), id -> Links.of(row));
    }

    private SyncNote.Succession succession(List<OutboxRow> group, Set<ObjectKey> objects) {
        List<Change> sum = new ArrayList<>();
        for (ObjectKey key : objects) {
            Object theirs = base.get(key);
            Object here = value(key);
            if (!Objects.equals(theirs, here)) {
                sum.add(Values.change(key, theirs, here));
            }
        }
        ChangeSet successor = OutboxRow.successor(group, sum);
        boolean undecided = objects.stream().anyMatch(open::contains);
        return new SyncNote.Succession(group.stream().map(OutboxRow::id).toList(), successor, undecided);
    }
}
