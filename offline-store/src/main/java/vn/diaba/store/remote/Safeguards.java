package vn.diaba.store.remote;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;

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

    /** Nothing is written over what its author has not seen. */
    List<ObjectKey> changed(AuthorityTables tables, Push push, ChangeSet act, Fabric land) throws SQLException {
        return Guards.changed(tables, push, act, land);
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
