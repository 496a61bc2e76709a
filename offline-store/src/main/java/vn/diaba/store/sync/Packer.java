package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.ZoneVersions;

/**
 * What waits, as it can be offered without a line: each change set guarded as if those before it were accepted, so that one
 * that is not makes those that stand on it stale. Confined to one thread.
 */
final class Packer {
    private final Replica here;
    private final Map<ObjectKey, Long> written = new HashMap<>();
    private final Set<Content> contents = new LinkedHashSet<>();

    Packer(Replica here) {
        this.here = here;
    }

    /** As {@link Replica#pack}. */
    Replica.Parcel pack(Checkpoint at, int maxChanges) throws StoreException {
        written.clear();
        contents.clear();
        Waiting waiting = Waiting.of(here);
        Fabric land = waiting.land();
        Blocked blocked = new Blocked();
        List<Push> pushes = new ArrayList<>();
        for (OutboxRow row : waiting.rows()) {
            boolean waits = blocked.holds(row) || !takeContents(row);
            if (!waits && row.act().changes().size() > maxChanges) {
                here.store().refused(row.id(), "change-set-too-large");
                waits = true;
            }
            if (waits) {
                blocked.add(row);
                continue;
            }
            pushes.add(new Push(
                    row.id(), here.workspace(), row.act().author(), at.zone(), row.payload(), guards(row, land)));
            here.store().offered(row.id());
            note(row, land);
            land = land.apply(row.act());
        }
        return new Replica.Parcel(pushes, List.copyOf(contents));
    }

    /** Those of a proposal went with it, or it would be none. False when one is not here whole. */
    private boolean takeContents(OutboxRow row) throws StoreException {
        if (row.state() == OutboxRow.State.PROPOSED) {
            return true;
        }
        Set<Content> named = ContentSender.named(row.act()).keySet();
        for (Content content : named) {
            if (!here.contents().isWhole(content.sha256())) {
                return false;
            }
        }
        contents.addAll(named);
        return true;
    }

    private List<ObjectVersion> guards(OutboxRow row, Fabric land) throws StoreException {
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectVersion known : here.store().versions(Guards.of(row.act(), land), land)) {
            guards.add(new ObjectVersion(known.key(), written.getOrDefault(known.key(), known.version())));
        }
        return guards;
    }

    private void note(OutboxRow row, Fabric land) throws StoreException {
        for (Change change : row.act().changes()) {
            ObjectKey key = ObjectKey.of(change);
            long before = written.containsKey(key)
                    ? written.get(key)
                    : here.store().versions(Set.of(key), land).get(0).version();
            written.put(key, ZoneVersions.next(before, change.after() == null));
        }
    }
}
