package vn.diaba.cadastre.division;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DivisionBench} in this process and logs microseconds for each operation. */
@Tag("bench")
class DivisionBenchTest {
    private static final Logger LOG = Logger.getLogger(DivisionBenchTest.class.getName());

    @Test
    void splitAndMergeBesideJts() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DivisionBench.class.getName())
                        .forks(0)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            LOG.info(() -> "%s: %.1f ± %.1f %s, least %.1f"
                    .formatted(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError(),
                            result.getPrimaryResult().getScoreUnit(),
                            result.getPrimaryResult().getStatistics().getMin()));
        }
        assertEquals(7, results.size());
    }
}
