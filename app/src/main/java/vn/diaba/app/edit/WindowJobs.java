package vn.diaba.app.edit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Work;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;

/**
 * Runs jobs on the io threads and answers on the window's. Jobs may be submitted and asked on the window's thread only.
 */
public final class WindowJobs implements JobRunner {
    private static final Logger LOG = Logger.getLogger(WindowJobs.class.getName());

    private final Executor io;
    private final Executor window;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    /** Kept, because it hears of the list only while somebody holds it. */
    private final ObservableList<Job> shown = FXCollections.unmodifiableObservableList(running);

    /** Runs work on one executor and answers on the other. */
    public WindowJobs(Executor io, Executor window) {
        this.io = io;
        this.window = window;
    }

    /** The jobs that have not ended, oldest first; a job is set anew when its share has changed. FX thread only. */
    public ObservableList<Job> running() {
        return shown;
    }

    @Override
    public <T> Job submit(String titleCode, Work<T> work, Consumer<JobOutcome<T>> ended) {
        WindowJob job = new WindowJob(titleCode);
        running.add(job);
        io.execute(() -> {
            WindowThread.refuse();
            JobOutcome<T> outcome = job.run(work);
            window.execute(() -> {
                job.end(outcome);
                running.remove(job);
                ended.accept(outcome);
            });
        });
        return job;
    }

    private final class WindowJob implements Job, Progress {
        private final String titleCode;
        private final AtomicBoolean isTelling = new AtomicBoolean();
        private volatile boolean isCancelled;
        private volatile double share = -1;
        private State state = State.RUNNING;

        WindowJob(String titleCode) {
            this.titleCode = titleCode;
        }

        <T> JobOutcome<T> run(Work<T> work) {
            try {
                checkCancelled();
                return new JobOutcome.Done<>(work.run(this));
            } catch (CancelledException e) {
                return new JobOutcome.Cancelled<>();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "a job failed: " + titleCode, e);
                return new JobOutcome.Failed<>(e);
            }
        }

        void end(JobOutcome<?> outcome) {
            state = outcome instanceof JobOutcome.Done
                    ? State.DONE
                    : outcome instanceof JobOutcome.Failed ? State.FAILED : State.CANCELLED;
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
            isCancelled = true;
        }

        @Override
        public void done(long n, long of) {
            checkCancelled();
            share = of <= 0 ? -1 : Math.min(1.0, (double) n / of);
            if (isTelling.compareAndSet(false, true)) {
                window.execute(this::tell);
            }
        }

        private void tell() {
            isTelling.set(false);
            int place = running.indexOf(this);
            if (place >= 0) {
                running.set(place, this);
            }
        }

        @Override
        public void checkCancelled() {
            if (isCancelled) {
                throw new CancelledException();
            }
        }
    }
}
