package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.Delta;

/**
 * Two values for each object, the land database's and the one here, while a merge is worked out. Confined to one thread.
 */
final class MergeState {
    /** The land here before the merge. */
    final Fabric local;
    /** What waits, in order. */
    final Map<UUID, OutboxRow> rows = new LinkedHashMap<>();
    /** The land database's value of every object that waiting change sets write. */
    final Map<ObjectKey, @Nullable Object> base = new HashMap<>();
    /** Values here that differ from {@link #local}. */
    final Map<ObjectKey, @Nullable Object> now = new LinkedHashMap<>();
    /** The land database's value, before what is taken now, of objects that others changed. */
    final Map<ObjectKey, @Nullable Object> before = new HashMap<>();
    /** Others' change sets taken now. */
    final Map<Delta.Entry, ChangeSet> others = new LinkedHashMap<>();

    final Chains chains = new Chains(rows, key -> base.get(key) == null || value(key) == null);

    MergeState(Fabric local, List<OutboxRow> pending) {
        this.local = local;
        for (OutboxRow row : pending) {
            rows.put(row.id(), row);
            for (Change change : row.act().changes()) {
                keepFirst(base, ObjectKey.of(change), change.before());
            }
        }
    }

    /** A value of null counts: there was no such object. */
    static void keepFirst(Map<ObjectKey, @Nullable Object> values, ObjectKey key, @Nullable Object value) {
        if (!values.containsKey(key)) {
            values.put(key, value);
        }
    }

    @Nullable
    Object value(ObjectKey key) {
        return now.containsKey(key) ? now.get(key) : key.find(local);
    }

    /** What is in the land database; an object that nothing waiting writes is the same there. */
    @Nullable
    Object theirs(ObjectKey key) {
        return base.containsKey(key) ? base.get(key) : value(key);
    }

    /** What the merge changes here. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.forEach((key, after) -> add(changes, key, key.find(local), after));
        return changes;
    }

    /** From the merged land to the land database's. */
    List<Change> toTheirs() {
        List<Change> changes = new ArrayList<>();
        base.forEach((key, theirs) -> add(changes, key, value(key), theirs));
        return changes;
    }

    private static void add(List<Change> to, ObjectKey key, @Nullable Object from, @Nullable Object after) {
        if (!Objects.equals(from, after)) {
            to.add(key.change(from, after));
        }
    }

    /** Faults accepted here on purpose. */
    List<Waiver> waivers() {
        return rows.values().stream()
                .flatMap(row -> row.act().waivers().stream())
                .toList();
    }

    /** Some of others' change sets and all later ones that cannot be without them. */
    List<Delta.Entry> withDependents(List<Delta.Entry> some) {
        List<Delta.Entry> closed = new ArrayList<>();
        List<Links> links = new ArrayList<>();
        others.forEach((entry, act) -> {
            Links its = Links.of(act);
            if (some.contains(entry) || links.stream().anyMatch(one -> one.carries(its))) {
                closed.add(entry);
                links.add(its);
            }
        });
        return closed;
    }

    /** The values here as they would be without some of others' change sets, of the objects these write. */
    Map<ObjectKey, @Nullable Object> withoutOthers(List<Delta.Entry> gone) {
        Map<ObjectKey, @Nullable Object> theirs = new LinkedHashMap<>();
        Set<ObjectKey> touched = new LinkedHashSet<>();
        others.forEach((entry, act) -> {
            for (Change change : act.changes()) {
                ObjectKey key = ObjectKey.of(change);
                if (gone.contains(entry)) {
                    touched.add(key);
                } else {
                    theirs.put(key, change.after());
                }
            }
        });
        Map<ObjectKey, @Nullable Object> values = new LinkedHashMap<>();
        for (ObjectKey key : touched) {
            Object was = before.get(key);
            Object left = theirs.containsKey(key) ? theirs.get(key) : was;
            Object mine = key.find(local);
            values.put(
                    key,
                    ThreeWayMerge.merge(was, mine, left, Resolution.KEEP_MINE).value());
        }
        return values;
    }

    /** The land database's values of what some of the waiting change sets write, and what hangs together with them. */
    Map<ObjectKey, @Nullable Object> withoutMine(List<OutboxRow> gone) {
        Map<ObjectKey, @Nullable Object> values = new LinkedHashMap<>();
        for (OutboxRow row : withChains(gone)) {
            chains.links(row).writes().forEach(key -> values.put(key, base.get(key)));
        }
        return values;
    }

    /** Some of the waiting change sets and all that hang together with them. */
    List<OutboxRow> withChains(List<OutboxRow> some) {
        Set<OutboxRow> all = new LinkedHashSet<>();
        some.forEach(row -> all.addAll(chains.of(chains.links(row).writes()).rows()));
        return rows.values().stream().filter(all::contains).toList();
    }

    /** From the merged land to one with other values. */
    List<Change> changesTo(Map<ObjectKey, @Nullable Object> values) {
        List<Change> changes = new ArrayList<>();
        values.forEach((key, after) -> add(changes, key, value(key), after));
        return changes;
    }
}
