package vn.diaba.store.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.store.codec.ObjectKey;

/**
 * What ties a change set to others. Immutable.
 *
 * @param writes the objects it writes
 * @param cites the corners its parcels cite, before or after
 * @param shapedBy those of them that give a parcel a shape it had not before
 * @param makesOrRemoves the corners it makes or removes: no parcel can cite them before or after
 */
record Links(Set<ObjectKey> writes, Set<ObjectKey> cites, Set<ObjectKey> shapedBy, Set<ObjectKey> makesOrRemoves) {
    static Links of(ChangeSet act) {
        Links links = new Links(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Change change : act.changes()) {
            links.writes.add(ObjectKey.of(change));
            if (change instanceof Change.CornerChange && (change.before() == null || change.after() == null)) {
                links.makesOrRemoves.add(ObjectKey.of(change));
            }
            Set<ObjectKey> cited = new HashSet<>();
            cites(change.before(), cited);
            cites(change.after(), cited);
            links.cites.addAll(cited);
            if (!(change.before() instanceof Parcel before
                    && change.after() instanceof Parcel after
                    && Objects.equals(before.faces(), after.faces()))) {
                links.shapedBy.addAll(cited);
            }
        }
        return links;
    }

    private static void cites(@Nullable Object value, Set<ObjectKey> keys) {
        if (value instanceof Parcel parcel) {
            parcel.rings().forEach(ring -> ring.corners().forEach(corner -> keys.add(ObjectKey.of(corner))));
        }
    }

    /** Whether a change set made after this one cannot be without it. */
    boolean carries(Links later) {
        return meet(later.writes, writes) || meet(later.cites, makesOrRemoves) || meet(later.makesOrRemoves, cites);
    }

    static boolean meet(Set<ObjectKey> a, Set<ObjectKey> b) {
        Set<ObjectKey> fewer = a.size() < b.size() ? a : b;
        Set<ObjectKey> more = fewer == a ? b : a;
        return fewer.stream().anyMatch(more::contains);
    }

    /** The value an object had before the first of some change sets that knows one; null when none does. */
    static @Nullable Object lastKnown(ObjectKey key, Collection<OutboxRow> rows) {
        for (OutboxRow row : rows) {
            for (Change change : row.act().changes()) {
                if (ObjectKey.of(change).equals(key) && change.before() != null) {
                    return change.before();
                }
            }
        }
        return null;
    }
}
