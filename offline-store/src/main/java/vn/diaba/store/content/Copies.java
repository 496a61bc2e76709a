package vn.diaba.store.content;

import java.nio.file.Path;
import vn.diaba.store.db.StoreException;

/** Where else a content may lie: the backups. Implementations are safe for all threads. */
public interface Copies {
    /**
     * Writes the copies of a sealed file one after the other, until one is taken.
     *
     * @param sha256 names it
     * @param beside where each is written, in place of what is there
     * @param taker tells of each whether it is good
     * @return whether one was taken
     * @throws StoreException {@code workspace-not-writable}, {@code workspace-unreadable}; a copy that cannot be read is
     *     passed over
     */
    boolean offer(String sha256, Path beside, Taker taker) throws StoreException;

    /** Looks at a copy. */
    @FunctionalInterface
    interface Taker {
        /** Whether the copy is what it should be. */
        boolean isGood(Path copy) throws StoreException;
    }
}
