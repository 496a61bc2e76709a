package vn.diaba.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.progress.CancelledException;

class LatestTest {
    /** Runs what was submitted when it is told to. */
    private static final class Slow implements JobRunner {
        private final List<Runnable> waiting = new ArrayList<>();
        private final List<Waiting> jobs = new ArrayList<>();

        @Override
        public <T> Job submit(String titleCode, Work<T> work, Consumer<JobOutcome<T>> ended) {
            Waiting job = new Waiting(titleCode);
            jobs.add(job);
            waiting.add(() -> ended.accept(job.run(work)));
            return job;
        }

        void run(int index) {
            waiting.get(index).run();
        }
    }

    private static final class Waiting extends RunningJob {
        Waiting(String titleCode) {
            super(titleCode);
        }

        @Override
        protected void told() {}
    }

    private final Slow slow = new Slow();
    private final Latest latest = new Latest(slow);
    private final List<Object> heard = new ArrayList<>();

    private void ask(String what) {
        latest.submit("job", progress -> what, heard::add);
    }

    @Test
    void onlyTheNewestIsHeard() {
        ask("first");
        ask("second");
        slow.run(0);
        slow.run(1);
        assertEquals(List.of(new JobOutcome.Done<>("second")), heard);
    }

    @Test
    void whatWasAskedBeforeIsAskedToStop() {
        ask("first");
        ask("second");
        assertThrows(CancelledException.class, () -> slow.jobs.get(0).checkCancelled());
        slow.jobs.get(1).checkCancelled();
    }

    @Test
    void whatWasDroppedIsNotHeardEvenIfItWasDone() {
        latest.submit(
                "job",
                progress -> {
                    latest.drop();
                    return "done";
                },
                heard::add);
        slow.run(0);
        assertEquals(List.of(), heard);
    }
}
