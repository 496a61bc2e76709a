package vn.diaba.store.authority;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneVersions;

/**
 * What keeps an embedded land database right when a line, a program or the power fails. Each is a method of its own, so that
 * a test can take it away and see what it was for. Stateless.
 */
class Safeguards {
    /** All of them, as they are at work. */
    static final Safeguards ALL = new Safeguards();

    /** Something done by one thread at a time. */
    interface Turn<T> {
        T take() throws StoreException, RemoteException;
    }

    /** A change set that comes again gets the answer it got. */
    AuthorityTables.@Nullable PushedRow answered(AuthorityTables tables, UUID id) throws SQLException, StoreException {
        return tables.findPushed(id);
    }

    /**
     * Nothing is written over what its author has not seen: what the push was made on and is not so any more; what it should
     * have been made on and was not counts too.
     */
    List<ObjectKey> changed(AuthorityTables tables, Push push, ChangeSet act, Fabric land) throws SQLException {
        Map<ObjectKey, Long> guards = new HashMap<>();
        push.guards().forEach(guard -> guards.put(guard.key(), guard.version()));
        Set<ObjectKey> needed = Guards.of(act, land);
        needed.addAll(guards.keySet());
        List<ObjectKey> changed = new ArrayList<>();
        for (ObjectKey key : needed) {
            long version = tables.version(push.zone(), key, ZoneVersions.exists(land, key));
            if (guards.getOrDefault(key, Long.MIN_VALUE) != version) {
                changed.add(key);
            }
        }
        return changed;
    }

    /** An entry proves the one before it. */
    Delta.Entry chained(Delta.Entry entry, byte[] previous) {
        return entry.chainedTo(previous);
    }

    /** What one thread has read is so until it has written. */
    <T> T inTurn(Object held, Turn<T> turn) throws StoreException, RemoteException {
        synchronized (held) {
            return turn.take();
        }
    }

    /** Entries, versions, answer and head are there together or not at all. */
    <T> T asOne(LocalDatabase database, LocalDatabase.Work<T> work) throws StoreException {
        return database.write(work);
    }

    /** What is answered is on the disk. */
    void flush(LocalDatabase database) throws StoreException {
        database.checkpoint();
    }

    /** One program has the tables. */
    WorkspaceLock hold(Path file, Clock clock) throws StoreException {
        return WorkspaceLock.take(file, clock);
    }
}
