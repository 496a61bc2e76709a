package vn.diaba.cadastre.rule;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import vn.diaba.cadastre.progress.BenchRun;

/** Runs {@link RuleBench} and logs milliseconds for each operation. */
@Tag("bench")
class RuleBenchTest {
    @Test
    void checkAndMoveBesideJts() throws RunnerException {
        BenchRun.of(RuleBench.class, 5);
    }
}
