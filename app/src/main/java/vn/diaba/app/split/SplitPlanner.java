package vn.diaba.app.split;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;

/**
 * Plans wishes: those of one parcel at once, a strip by a job; the newest wins. The first plan on some land is made by a job
 * in any case: the land then gathers its numbers, which takes half a second for a hundred thousand parcels. FX thread only.
 */
final class SplitPlanner {
    final ReadOnlyObjectWrapper<@Nullable SplitPlan> plan = new ReadOnlyObjectWrapper<>(this, "plan");
    final ReadOnlyObjectWrapper<List<Integer>> wholeWays = new ReadOnlyObjectWrapper<>(this, "wholeWays", List.of());
    private final JobRunner jobs;
    private @Nullable Job running;
    private int wish;
    private boolean isWarm;

    /** How a plan is made; pure. */
    interface Making {
        /** Makes it. */
        SplitPlan plan();
    }

    SplitPlanner(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** There is nothing to plan. */
    void forget() {
        begin();
        show(null);
    }

    /** There is other land. */
    void cool() {
        isWarm = false;
    }

    /** Plans at once. */
    void plan(Making making) {
        if (isWarm) {
            begin();
            show(making.plan());
        } else {
            planAside(making);
        }
    }

    /** Plans by a job; the plan before stands until it has ended. */
    void planAside(Making making) {
        int mine = begin();
        running = jobs.submit("job-split", progress -> making.plan(), outcome -> {
            isWarm |= outcome instanceof JobOutcome.Done;
            if (mine == wish && outcome instanceof JobOutcome.Done<SplitPlan> done) {
                show(done.value());
            }
        });
    }

    private int begin() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        return ++wish;
    }

    private void show(@Nullable SplitPlan next) {
        wholeWays.set(List.of());
        plan.set(next);
        int mine = wish;
        if (next != null && SplitWish.isInPieces(next)) {
            jobs.submit("job-split", progress -> SplitWish.wholeWays(next), outcome -> {
                if (mine == wish && outcome instanceof JobOutcome.Done<List<Integer>> done) {
                    wholeWays.set(done.value());
                }
            });
        }
    }
}
