package vn.diaba.cadastre.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.logging.Logger;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of a class in this process and logs what each operation takes. Stateless. */
public final class BenchRun {
    private static final Logger LOG = Logger.getLogger(BenchRun.class.getName());

    private BenchRun() {}

    /** Runs all benchmarks of a class, of which there must be this many. */
    public static void of(Class<?> benchmarks, int operations) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(benchmarks.getName())
                        .forks(0)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            Result<?> each = result.getPrimaryResult();
            LOG.info(() -> "%s: %.4f ± %.4f %s, least %.4f"
                    .formatted(
                            each.getLabel(),
                            each.getScore(),
                            each.getScoreError(),
                            each.getScoreUnit(),
                            each.getStatistics().getMin()));
        }
        assertEquals(operations, results.size());
    }
}
