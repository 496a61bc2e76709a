package vn.diaba.store.sync;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.diaba.store.remote.RemoteException;

/**
 * How long a sync goes on where others change the same land all the time: as long as anything moves, on either side.
 * Confined to one thread.
 */
final class Patience {
    private static final int IDLE_ROUNDS = 8;
    private static final int MOST_PAUSE_MILLIS = 400;

    private int rounds;
    private int idle;

    /**
     * After a round that left something stale: waits a little, so that not all come back at the same moment.
     *
     * @param moved whether something new came or was judged in it
     * @throws RemoteException {@code sync-not-settling} when nothing has moved for some rounds
     */
    void again(boolean moved) throws RemoteException {
        rounds++;
        idle = moved ? 0 : idle + 1;
        if (idle >= IDLE_ROUNDS) {
            throw new RemoteException("sync-not-settling", List.of(rounds), null);
        }
        int most = Math.min(MOST_PAUSE_MILLIS, 1 << Math.min(rounds, 10));
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextInt(1_000 * most) + 1));
    }
}
