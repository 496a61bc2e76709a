package vn.diaba.app.job;

/**
 * How a job ended. Immutable if its value is.
 *
 * @param <T> what the job makes
 */
public sealed interface JobOutcome<T> {
    /**
     * It was done.
     *
     * @param value what came out
     */
    record Done<T>(T value) implements JobOutcome<T> {}

    /**
     * The world or the request did not allow it, or there is a bug.
     *
     * @param cause a room's checked exception with a code, or an unchecked one: a bug
     */
    record Failed<T>(Exception cause) implements JobOutcome<T> {
        /** Whether it is a fault of the program, to be logged with its trace. */
        public boolean isBug() {
            return cause instanceof RuntimeException;
        }
    }

    /** Somebody asked it to stop, and nothing was changed. */
    record Cancelled<T>() implements JobOutcome<T> {}
}
