package vn.diaba.store.sync;

import java.util.HashSet;
import java.util.Set;
import vn.diaba.store.codec.ObjectKey;

/** What may not be sent because it stands on something that may not. Confined to one pass over the outbox. */
final class Blocked {
    private final Set<ObjectKey> written = new HashSet<>();
    private final Set<ObjectKey> cited = new HashSet<>();

    /** Whether a row must wait by its state or for one before it. */
    boolean holds(OutboxRow row) {
        return row.state() == OutboxRow.State.CONFLICT
                || row.state() == OutboxRow.State.REFUSED
                || row.writes().stream().anyMatch(written::contains)
                || row.cites().stream().anyMatch(written::contains)
                || row.makesOrRemoves().stream().anyMatch(cited::contains);
    }

    /** What depends on this row waits from now on. */
    void add(OutboxRow row) {
        written.addAll(row.writes());
        cited.addAll(row.cites());
    }
}
