package vn.diaba.app.cli;

import java.time.Duration;

/** Wall time and processor time of a step. Confined to one thread. */
public final class Timing {
    private long startNanos;
    private Duration startCpu = Duration.ZERO;
    private long nanos = -1;
    private Duration cpu = Duration.ZERO;

    Timing() {
        start();
    }

    /** The step begins now; a command calls it when it has opened what it needs, so that only the step itself counts. */
    public void start() {
        startNanos = System.nanoTime();
        startCpu = cpuNow();
        nanos = -1;
    }

    /** The step ends now; without a call it ends with the command. */
    public void stop() {
        nanos = System.nanoTime() - startNanos;
        cpu = cpuNow().minus(startCpu);
    }

    void stopIfRunning() {
        if (nanos < 0) {
            stop();
        }
    }

    /** Wall time of the step so far, or of the ended step. */
    public double seconds() {
        return (nanos < 0 ? System.nanoTime() - startNanos : nanos) / 1e9;
    }

    /** Processor time the process used for it, all threads; 0 where the system does not tell. */
    public double cpuSeconds() {
        Duration used = nanos < 0 ? cpuNow().minus(startCpu) : cpu;
        return used.toNanos() / 1e9;
    }

    private static Duration cpuNow() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
