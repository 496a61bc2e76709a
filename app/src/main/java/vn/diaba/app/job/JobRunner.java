package vn.diaba.app.job;

import java.util.function.Consumer;

/** Runs work away from the caller and answers on the caller's thread. */
public interface JobRunner {
    /**
     * Starts work.
     *
     * @param titleCode code of the sentence that names it for people
     * @param work runs once
     * @param ended called once, on the thread that owns the view models, after the job's state has changed
     * @return the job, perhaps ended already
     */
    <T> Job submit(String titleCode, Work<T> work, Consumer<JobOutcome<T>> ended);
}
