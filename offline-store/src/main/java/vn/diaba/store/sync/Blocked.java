package vn.diaba.store.sync;

import java.util.HashSet;
import java.util.Set;
import vn.diaba.store.codec.ObjectKey;

/** What may not be sent because it stands on something that may not. Confined to one pass over the outbox. */
final class Blocked {
    private final Set<ObjectKey> written = new HashSet<>();
    private final Set<ObjectKey> cited = new HashSet<>();
    private final Set<ObjectKey> comingOrGoing = new HashSet<>();

    /** Whether a row must wait by its state or for one before it. */
    boolean holds(OutboxRow row) {
        Links links = row.links();
        return row.state() == OutboxRow.State.CONFLICT
                || row.state() == OutboxRow.State.REFUSED
                || Links.meet(links.writes(), written)
                || Links.meet(links.shapedBy(), written)
                || Links.meet(links.cites(), comingOrGoing)
                || Links.meet(links.makesOrRemoves(), cited);
    }

    /** What depends on this row waits from now on. */
    void add(OutboxRow row) {
        Links links = row.links();
        written.addAll(links.writes());
        cited.addAll(links.cites());
        comingOrGoing.addAll(links.makesOrRemoves());
    }
}
