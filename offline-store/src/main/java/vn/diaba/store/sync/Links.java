package vn.diaba.store.sync;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.store.codec.ObjectKey;

/**
 * What ties a change set to others. Immutable.
 *
 * @param writes the objects it writes
 * @param cites the corners its parcels cite
 * @param makesOrRemoves the corners it makes or removes
 */
record Links(Set<ObjectKey> writes, Set<ObjectKey> cites, Set<ObjectKey> makesOrRemoves) {
    static Links of(OutboxRow row) {
        return new Links(row.writes(), row.cites(), row.makesOrRemoves());
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
