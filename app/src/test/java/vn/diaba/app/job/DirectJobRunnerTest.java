package vn.diaba.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.progress.CancelledException;

class DirectJobRunnerTest {
    private final List<JobOutcome<Integer>> ended = new ArrayList<>();
    private final JobRunner runner = new DirectJobRunner();

    @Test
    void theValueArrivesAndTheJobIsDone() {
        Job job = runner.submit(
                "job-test",
                progress -> {
                    progress.done(3, 4);
                    return 7;
                },
                ended::add);
        assertEquals(List.of(new JobOutcome.Done<>(7)), ended);
        assertEquals(Job.State.DONE, job.state());
        assertEquals(0.75, job.share());
        assertEquals("job-test", job.titleCode());
    }

    @Test
    void aFailureIsAnOutcomeNotAnException() {
        IOException cause = new IOException("gone");
        Job job = runner.<Integer>submit(
                "job-test",
                progress -> {
                    throw cause;
                },
                ended::add);
        assertEquals(List.of(new JobOutcome.Failed<>(cause)), ended);
        assertEquals(Job.State.FAILED, job.state());
        assertFalse(new JobOutcome.Failed<Integer>(cause).isBug());
        assertTrue(new JobOutcome.Failed<Integer>(new IllegalStateException()).isBug());
    }

    @Test
    void cancellingIsItsOwnOutcome() {
        Job job = runner.<Integer>submit(
                "job-test",
                progress -> {
                    throw new CancelledException();
                },
                ended::add);
        assertEquals(List.of(new JobOutcome.Cancelled<Integer>()), ended);
        assertEquals(Job.State.CANCELLED, job.state());
    }
}
