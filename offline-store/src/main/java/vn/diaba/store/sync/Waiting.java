package vn.diaba.store.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;

/**
 * What waits, and the land here without it: the land database's at the checkpoint and what it accepted since. Immutable.
 *
 * @param rows in the order they are sent
 * @param land before the first of them
 */
record Waiting(List<OutboxRow> rows, Fabric land) {
    Waiting {
        rows = List.copyOf(rows);
    }

    static Waiting of(Replica here) throws StoreException {
        long enqueued;
        Fabric land;
        do {
            enqueued = here.store().enqueue();
            land = here.desk().fabric();
        } while (here.log().sequence() > enqueued);
        List<OutboxRow> rows = here.store().pending();
        Optional<ChangeSet> sum = rows.stream().map(OutboxRow::act).reduce(ChangeSet::then);
        return new Waiting(rows, sum.isEmpty() ? land : land.apply(sum.get().inverse(UUID.randomUUID())));
    }
}
