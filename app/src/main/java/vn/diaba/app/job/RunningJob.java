package vn.diaba.app.job;

import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;

/**
 * A job and the progress that its work tells, for runners. Run once, on any thread; asked and cancelled on any; ended on the
 * one that submitted it.
 */
public abstract class RunningJob implements Job, Progress {
    private final String titleCode;
    private volatile boolean isCancelled;
    private volatile double share = -1;
    private volatile State state = State.RUNNING;

    /** One that has not begun. */
    protected RunningJob(String titleCode) {
        this.titleCode = titleCode;
    }

    /** Does the work; whatever it throws is in the outcome. */
    protected final <T> JobOutcome<T> run(Work<T> work) {
        try {
            checkCancelled();
            return new JobOutcome.Done<>(work.run(this));
        } catch (CancelledException e) {
            return new JobOutcome.Cancelled<>();
        } catch (Exception e) {
            return new JobOutcome.Failed<>(e);
        }
    }

    /** It has ended like this. */
    protected final void end(JobOutcome<?> outcome) {
        state = outcome instanceof JobOutcome.Done
                ? State.DONE
                : outcome instanceof JobOutcome.Failed ? State.FAILED : State.CANCELLED;
    }

    /** Called after each step that was told, on the thread of the work. */
    protected abstract void told();

    @Override
    public final String titleCode() {
        return titleCode;
    }

    @Override
    public final State state() {
        return state;
    }

    @Override
    public final double share() {
        return share;
    }

    @Override
    public final void cancel() {
        isCancelled = true;
    }

    @Override
    public final void done(long n, long of) {
        checkCancelled();
        share = of <= 0 ? -1 : Math.min(1.0, (double) n / of);
        told();
    }

    @Override
    public final void checkCancelled() {
        if (isCancelled) {
            throw new CancelledException();
        }
    }
}
