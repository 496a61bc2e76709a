package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.fault.FaultProxy.Fault;

/** Workstations and a served land database over a line that is cut all the time, and a server that is killed. */
class ServedFaultTest {
    @TempDir
    Path base;

    @Test
    void nothingIsLostOverABadLine() throws Exception {
        run(3, 6_000, 2, 3);
    }

    /** Wants a machine to itself: beside other work so many cuts do not come in a minute and a half. */
    @Test
    @Tag("soak")
    void nothingIsLostOverABadLineForLong() throws Exception {
        run(12, 90_000, 6, 1_500);
    }

    private void run(int clients, long millis, int kills, int leastCuts) throws Exception {
        Cuts cuts = new Cuts(11, 3);
        try (ServedOffice office = new ServedOffice(base.resolve("office"));
                FaultProxy proxy = new FaultProxy(office.port(), cuts)) {
            try (FaultCrew crew = new FaultCrew(base, clients, workspace -> office.through(proxy.port(), workspace))) {
                cuts.on(true);
                crew.work(millis, false, 3, () -> {
                    for (int kill = 0; kill < kills; kill++) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis / (kills + 1)));
                        office.killAndStart();
                        proxy.cutAll();
                        proxy.target(office.port());
                    }
                });
                cuts.on(false);
                crew.drain();
                office.kill();
                try (LocalAuthority left = office.left()) {
                    assertEquals(List.of(), crew.violations(left), crew + " " + proxy);
                    assertEquals(List.of(), left.logs().verify());
                }
                System.getLogger("fault")
                        .log(
                                System.Logger.Level.INFO,
                                crew + "; " + kills + " kills; cuts " + proxy.cuts() + " " + proxy);
                assertTrue(proxy.cuts() >= leastCuts, crew + " " + proxy);
                assertTrue(crew.saved() > clients, crew.toString());
                assertTrue(crew.provenScans() >= clients, crew.toString());
            }
        }
    }

    /** One fault in so many pieces, of any kind, by a seed. Safe. */
    static final class Cuts implements Supplier<Fault> {
        private static final List<Fault> KINDS =
                List.of(Fault.BEFORE, Fault.MID, Fault.AFTER, Fault.MID_ANSWER, Fault.DELAY, Fault.HALF_OPEN);

        private final Random random;
        private final int oneIn;
        private volatile boolean on;

        Cuts(long seed, int oneIn) {
            random = new Random(seed);
            this.oneIn = oneIn;
        }

        void on(boolean now) {
            on = now;
        }

        @Override
        public synchronized Fault get() {
            boolean fault = on && random.nextInt(oneIn) == 0;
            return fault ? KINDS.get(random.nextInt(KINDS.size())) : Fault.NONE;
        }
    }
}
