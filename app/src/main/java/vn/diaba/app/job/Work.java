package vn.diaba.app.job;

import vn.diaba.cadastre.progress.Progress;

/**
 * What a job does. Runs away from the window's thread; takes and returns immutable values only.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does it.
     *
     * @param progress to tell how far it is and to be cancelled by
     * @throws Exception a room's own exception with a code, or a bug; what has happened by then is the room's to say
     */
    T run(Progress progress) throws Exception;
}
