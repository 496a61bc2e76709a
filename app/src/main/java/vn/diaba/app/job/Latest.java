package vn.diaba.app.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work of which only the newest counts: what is asked later asks what goes on to stop, and nobody hears how that ended.
 * Confined to the thread that submits.
 */
public final class Latest {
    private final JobRunner jobs;
    private @Nullable Job running;
    private long asked;

    /** Nothing was asked yet. */
    public Latest(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** Asks what goes on to stop; nobody hears how it ends. */
    public void drop() {
        asked++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /**
     * Drops what was asked before and does this.
     *
     * @param ended told how it ended, unless something was asked since or it was dropped
     */
    public <T> void submit(String titleCode, Work<T> work, Consumer<JobOutcome<T>> ended) {
        drop();
        long mine = asked;
        running = jobs.submit(titleCode, work, outcome -> {
            if (mine == asked) {
                ended.accept(outcome);
            }
        });
    }
}
