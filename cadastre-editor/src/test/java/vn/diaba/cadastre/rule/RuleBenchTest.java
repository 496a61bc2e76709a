package vn.diaba.cadastre.rule;

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

/** Runs {@link RuleBench} in this process and logs milliseconds for each operation. */
@Tag("bench")
class RuleBenchTest {
    private static final Logger LOG = Logger.getLogger(RuleBenchTest.class.getName());

    @Test
    void checkAndMoveBesideJts() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RuleBench.class.getName())
                        .forks(0)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            LOG.info(() -> "%s: %.4f ± %.4f %s, least %.4f"
                    .formatted(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError(),
                            result.getPrimaryResult().getScoreUnit(),
                            result.getPrimaryResult().getStatistics().getMin()));
        }
        assertEquals(5, results.size());
    }
}
