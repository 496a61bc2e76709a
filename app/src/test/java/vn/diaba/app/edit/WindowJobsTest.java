package vn.diaba.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;

class WindowJobsTest {
    private final List<Runnable> io = new ArrayList<>();
    private final WindowJobs jobs = new WindowJobs(io::add, Runnable::run);
    private final List<JobOutcome<Integer>> outcomes = new ArrayList<>();

    @Test
    void aJobIsListedWhileItRuns() {
        Job job = jobs.submit("job-find", progress -> 7, outcomes::add);
        assertEquals(List.of(job), jobs.running());
        io.forEach(Runnable::run);
        assertTrue(jobs.running().isEmpty());
        assertEquals(Job.State.DONE, job.state());
        assertEquals(new JobOutcome.Done<>(7), outcomes.get(0));
    }

    @Test
    void aCancelledJobStopsAtItsNextStep() {
        Job job = jobs.submit(
                "job-find",
                progress -> {
                    progress.done(1, 2);
                    return 7;
                },
                outcomes::add);
        job.cancel();
        io.forEach(Runnable::run);
        assertInstanceOf(JobOutcome.Cancelled.class, outcomes.get(0));
    }

    @Test
    void listenersHearOfEveryChangeHoweverTheyHoldTheList() {
        List<Integer> sizes = new ArrayList<>();
        jobs.running().addListener((javafx.collections.ListChangeListener<Job>)
                change -> sizes.add(change.getList().size()));
        System.gc();
        jobs.submit("job-find", progress -> 7, outcomes::add);
        io.forEach(Runnable::run);
        assertEquals(List.of(1, 0), sizes);
    }
}
