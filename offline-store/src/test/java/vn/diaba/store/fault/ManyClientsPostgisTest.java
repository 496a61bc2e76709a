package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.crash.Soak;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** A thousand workstations on forty connections, each with a change set a minute: nobody waits long, nothing fails. */
@ExtendWith(PostgisServer.class)
class ManyClientsPostgisTest {
    private static final String USER = "quan_tri";
    private static final int CLIENTS = 1_000;
    private static final int CONNECTIONS = 40;
    private static final int IN_A_ZONE = 50;
    /** Places that land by seed can lie at. */
    private static final int PLACES = 7;

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final PostgisServer server;

    ManyClientsPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Test
    @Tag("postgis")
    void aThousandClientsAreServedForHalfAMinute() throws Exception {
        run(30, 4);
    }

    @Test
    @Tag("soak")
    void aThousandClientsAreServedWithinASecondForTenMinutes() throws Exception {
        assertTrue(run(Soak.of(600), 75) <= 1_000, "95 of 100 pushes are answered in a second");
    }

    /** Milliseconds from when a push was due until 95 of 100 were answered. */
    private double run(int seconds, int columns) throws Exception {
        String database = server.database();
        List<SimulatedClient> clients = new ArrayList<>();
        List<Checkpoint> starts = new ArrayList<>();
        try (LandDatabase good = server.user(database, USER, "admin")) {
            for (int zone = 1; zone <= CLIENTS / IN_A_ZONE; zone++) {
                Fabric land = land(zone, columns);
                ZoneSpec spec = new ZoneSpec(zone, "z" + zone, 9205 + zone / PLACES, zone % 2 == 0 ? 79 : 1);
                Checkpoint start = good.load(spec, land);
                EastNorth southwest = new EastNorth(
                        land.index().extent().orElseThrow().west(),
                        land.index().extent().orElseThrow().south());
                starts.add(start);
                for (int n = 0; n < IN_A_ZONE; n++) {
                    clients.add(new SimulatedClient(n, southwest, land, start));
                }
            }
            server.sql(database, "ANALYZE");
            ConcurrentLinkedQueue<String> errors = work(database, clients, seconds);

            long sent =
                    clients.stream().mapToLong(client -> client.pushes().size()).sum();
            assertEquals(List.of(), List.copyOf(errors));
            double p95 = report(columns * 2 * IN_A_ZONE, seconds, clients);
            assertTrue(sent >= CLIENTS * (long) seconds / 60, sent + " of " + CLIENTS * seconds / 60);
            long logged = 0;
            for (Checkpoint start : starts) {
                Invariants invariants = Invariants.of(good, start, land(start.zone(), columns));
                assertEquals(List.of(), invariants.violations());
                logged += invariants.accepted();
            }
            assertEquals(sent, logged, "each is in the log once");
            return p95;
        }
    }

    /** Zones of one CRS lie apart: what overlaps across them is seen. */
    private static Fabric land(int zone, int columns) {
        return Fabric.empty()
                .apply(Workspaces.imported(Workspaces.lattice(Fabric.empty(), columns, 2 * IN_A_ZONE, zone), zone));
    }

    private ConcurrentLinkedQueue<String> work(String database, List<SimulatedClient> clients, int seconds)
            throws Exception {
        ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
        DelayQueue<SimulatedClient> due = new DelayQueue<>();
        List<LandDatabase> lines = new ArrayList<>();
        for (int n = 0; n < CONNECTIONS; n++) {
            LandDatabase line = server.user(database, USER, "admin");
            line.hello(new UUID(3, 3));
            lines.add(line);
        }
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        for (int n = 0; n < clients.size(); n++) {
            SimulatedClient client = clients.get(n * 617 % clients.size());
            client.dueAt(start + n * (MINUTE_NANOS / clients.size()));
            due.add(client);
        }
        CountDownLatch ended = new CountDownLatch(CONNECTIONS);
        for (LandDatabase line : lines) {
            new Thread(() -> {
                        try {
                            serve(line, due, end, errors);
                        } finally {
                            ended.countDown();
                        }
                    })
                    .start();
        }
        ended.await();
        for (LandDatabase line : lines) {
            line.close();
        }
        return errors;
    }

    private static void serve(
            LandDatabase line, BlockingQueue<SimulatedClient> due, long end, ConcurrentLinkedQueue<String> errors) {
        try {
            long left = end - System.nanoTime();
            for (SimulatedClient client = due.poll(left, TimeUnit.NANOSECONDS); client != null; ) {
                client.work(line);
                client.dueAt(client.dueAt() + MINUTE_NANOS);
                due.add(client);
                client = due.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (RemoteException | RuntimeException e) {
            errors.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            errors.add("interrupted");
        }
    }

    private static double report(int parcels, int seconds, List<SimulatedClient> clients) {
        List<Long> pushes = new ArrayList<>();
        List<Long> waits = new ArrayList<>();
        List<Long> pulls = new ArrayList<>();
        for (SimulatedClient client : clients) {
            pushes.addAll(client.pushes());
            waits.addAll(client.waits());
            pulls.addAll(client.pulls());
        }
        double p95 = millis(waits, 95);
        System.getLogger("clients")
                .log(
                        System.Logger.Level.INFO,
                        String.format(
                                Locale.ROOT,
                                "%d clients, %d connections, %d s, %d zones of %d parcels: %d pushes, p50 %.0f ms, "
                                        + "p95 %.0f ms; from when due p50 %.0f ms, p95 %.0f ms; pull p50 %.0f ms, p95 %.0f ms",
                                CLIENTS,
                                CONNECTIONS,
                                seconds,
                                CLIENTS / IN_A_ZONE,
                                parcels,
                                pushes.size(),
                                millis(pushes, 50),
                                millis(pushes, 95),
                                millis(waits, 50),
                                p95,
                                millis(pulls, 50),
                                millis(pulls, 95)));
        return p95;
    }

    private static double millis(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }
}
