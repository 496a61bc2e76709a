package vn.diaba.store.authority;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.remote.RemoteException;

/**
 * The tables of an embedded land database, opened at the first call and kept open for the next ones. Another process that
 * wants them says so by locking a second file; it gets them between two calls. Unused for two seconds they are given back
 * in any case. Safe: calls wait for each other.
 */
final class HeldTables implements AutoCloseable {
    private static final String MIGRATIONS = "vn/diaba/store/authority";
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final long IDLE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private final AuthorityFolder files;
    private final Clock clock;
    private final Safeguards safeguards;
    private @Nullable WorkspaceLock lock;
    private @Nullable LocalDatabase database;
    private @Nullable FileChannel queue;
    private long lastUsed;

    HeldTables(AuthorityFolder files, Clock clock, Safeguards safeguards) {
        this.files = files;
        this.clock = clock;
        this.safeguards = safeguards;
    }

    /** Does a step as one transaction; what it wrote is on the disk afterwards. */
    <T> T call(boolean writes, LocalDatabase.Work<T> work) throws StoreException, RemoteException {
        return safeguards.inTurn(this, () -> inMyTurn(writes, work));
    }

    private <T> T inMyTurn(boolean writes, LocalDatabase.Work<T> work) throws StoreException, RemoteException {
        LocalDatabase open = database == null ? open() : database;
        try {
            T result = safeguards.asOne(open, work);
            if (writes) {
                safeguards.flush(open);
            }
            return result;
        } catch (StoreException e) {
            if (e.code().equals("store-failed")) {
                giveBack();
            }
            throw e;
        } finally {
            lastUsed = System.nanoTime();
        }
    }

    private LocalDatabase open() throws StoreException, RemoteException {
        if (!Files.isDirectory(files.folder())) {
            throw new RemoteException(
                    "land-database-missing", List.of(files.folder().toString()), null);
        }
        WorkspaceLock taken = take();
        try {
            LocalDatabase opened = LocalDatabase.open(
                    files.folder().resolve("central"),
                    new LocalDatabase.Access(
                            files.key().derived("h2 admin"), files.key().derived("h2 writer")),
                    MIGRATIONS);
            lock = taken;
            database = opened;
            lastUsed = System.nanoTime();
            Thread watcher = new Thread(this::watch, "land-database");
            watcher.setDaemon(true);
            watcher.start();
            return opened;
        } catch (StoreException e) {
            taken.close();
            throw e;
        }
    }

    /** Stands in the queue, then takes the lock; who has it sees the queue and gives it back after its call. */
    private WorkspaceLock take() throws RemoteException {
        long end = System.nanoTime() + WAIT.toNanos();
        FileLock place = null;
        try {
            while (true) {
                if (place == null) {
                    place = tryQueue();
                }
                StoreException held = null;
                if (place != null) {
                    try {
                        return safeguards.hold(files.folder().resolve("lock"), clock);
                    } catch (StoreException e) {
                        held = e;
                    }
                }
                boolean inUse = held == null || held.code().equals("workspace-in-use");
                if (!inUse || System.nanoTime() > end) {
                    throw new RemoteException("land-database-busy", held == null ? others() : held.arguments(), held);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } catch (IOException e) {
            throw new RemoteException(
                    "land-database-failed", List.of(files.folder().toString()), e);
        } finally {
            release(place);
        }
    }

    private List<Object> others() {
        return List.of(files.folder().toString(), "?", "?", "?");
    }

    private @Nullable FileLock tryQueue() throws IOException {
        if (queue == null) {
            queue = FileChannel.open(
                    files.folder().resolve("wanted"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        try {
            return queue.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static void release(@Nullable FileLock place) throws RemoteException {
        try {
            if (place != null) {
                place.release();
            }
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(), e);
        }
    }

    private void watch() {
        boolean held = true;
        while (held) {
            LockSupport.parkNanos(LOOK_NANOS);
            held = stillHeld();
        }
    }

    private synchronized boolean stillHeld() {
        try {
            if (database != null && (System.nanoTime() - lastUsed > IDLE_NANOS || isWanted())) {
                giveBack();
            }
        } catch (IOException | StoreException e) {
            System.getLogger(HeldTables.class.getName()).log(System.Logger.Level.WARNING, "land-database-failed", e);
        }
        return database != null;
    }

    private boolean isWanted() throws IOException {
        FileLock mine = tryQueue();
        if (mine != null) {
            mine.release();
        }
        return mine == null;
    }

    /** Closing the database flushes it before the lock is given back. */
    private void giveBack() throws StoreException {
        LocalDatabase open = database;
        WorkspaceLock held = lock;
        database = null;
        lock = null;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            if (held != null) {
                held.close();
            }
        }
    }

    /** Gives the tables back; the next call opens them again. */
    @Override
    public synchronized void close() throws RemoteException {
        try {
            giveBack();
            if (queue != null) {
                queue.close();
                queue = null;
            }
        } catch (IOException | StoreException e) {
            throw new RemoteException(
                    "land-database-failed", List.of(files.folder().toString()), e);
        }
    }
}
