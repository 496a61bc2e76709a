package vn.diaba.app.job;

import java.util.function.Consumer;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;

/** Runs each job at once on the calling thread: for tests of view models and for work without a window. */
public final class DirectJobRunner implements JobRunner {
    @Override
    public <T> Job submit(String titleCode, Work<T> work, Consumer<JobOutcome<T>> ended) {
        DirectJob job = new DirectJob(titleCode);
        ended.accept(job.run(work));
        return job;
    }

    private static final class DirectJob implements Job, Progress {
        private final String titleCode;
        private State state = State.RUNNING;
        private double share = -1;

        DirectJob(String titleCode) {
            this.titleCode = titleCode;
        }

        <T> JobOutcome<T> run(Work<T> work) {
            try {
                T value = work.run(this);
                state = State.DONE;
                return new JobOutcome.Done<>(value);
            } catch (CancelledException e) {
                state = State.CANCELLED;
                return new JobOutcome.Cancelled<>();
            } catch (Exception e) {
                state = State.FAILED;
                return new JobOutcome.Failed<>(e);
            }
        }

        @Override
        public String titleCode() {
            return titleCode;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public double share() {
            return share;
        }

        @Override
        public void cancel() {
            // It has ended before anybody could hold it.
        }

        @Override
        public void done(long n, long of) {
            share = of <= 0 ? -1 : Math.min(1.0, (double) n / of);
        }

        @Override
        public void checkCancelled() {
            // Nobody can cancel it while it holds the calling thread.
        }
    }
}
