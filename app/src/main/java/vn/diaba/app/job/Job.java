package vn.diaba.app.job;

/**
 * Work that was submitted. All of it may be asked and called on the thread that submitted it; whether other threads may is
 * the runner's to say.
 */
public interface Job {
    /** How far a job is. */
    enum State {
        /** Not ended yet. */
        RUNNING,
        /** Ended with a value. */
        DONE,
        /** Ended without one. */
        FAILED,
        /** Stopped on request. */
        CANCELLED
    }

    /** Code of the sentence that names the work for people. */
    String titleCode();

    /** Running, or how it ended. */
    State state();

    /** How much is done, in [0, 1]; negative when that is not known. */
    double share();

    /** Asks it to stop; it may still end as done. Has no effect on a job that has ended. */
    void cancel();
}
