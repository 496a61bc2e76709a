package vn.diaba.cadastre.division;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import vn.diaba.cadastre.progress.BenchRun;

/** Runs {@link DivisionBench} and logs microseconds for each operation. */
@Tag("bench")
class DivisionBenchTest {
    @Test
    void splitAndMergeBesideJts() throws RunnerException {
        BenchRun.of(DivisionBench.class, 7);
    }
}
