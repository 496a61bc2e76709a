package vn.diaba.app.job;

import java.util.function.Consumer;

/** Runs each job at once on the calling thread: for tests of view models and for work without a window. */
public final class DirectJobRunner implements JobRunner {
    @Override
    public <T> Job submit(String titleCode, Work<T> work, Consumer<JobOutcome<T>> ended) {
        DirectJob job = new DirectJob(titleCode);
        ended.accept(job.outcome(work));
        return job;
    }

    private static final class DirectJob extends RunningJob {
        DirectJob(String titleCode) {
            super(titleCode);
        }

        <T> JobOutcome<T> outcome(Work<T> work) {
            JobOutcome<T> outcome = run(work);
            end(outcome);
            return outcome;
        }

        @Override
        protected void told() {
            // Whoever could hear it waits for this thread.
        }
    }
}
