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
import vn.diaba.app.job.RunningJob;
import vn.diaba.app.job.Work;

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
            JobOutcome<T> outcome = job.logged(work);
            window.execute(() -> {
                job.close(outcome);
                ended.accept(outcome);
            });
        });
        return job;
    }

    private final class WindowJob extends RunningJob {
        private final AtomicBoolean isTelling = new AtomicBoolean();

        WindowJob(String titleCode) {
            super(titleCode);
        }

        <T> JobOutcome<T> logged(Work<T> work) {
            JobOutcome<T> outcome = run(work);
            if (outcome instanceof JobOutcome.Failed<T> failed) {
                LOG.log(Level.WARNING, "a job failed: " + titleCode(), failed.cause());
            }
            return outcome;
        }

        void close(JobOutcome<?> outcome) {
            end(outcome);
            running.remove(this);
        }

        @Override
        protected void told() {
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
    }
}
