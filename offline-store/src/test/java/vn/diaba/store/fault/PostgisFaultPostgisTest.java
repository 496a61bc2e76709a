package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;

/** Workstations and PostgreSQL over a line that is cut all the time, and a server that is killed. */
@ExtendWith(PostgisServer.class)
class PostgisFaultPostgisTest {
    private static final String USER = "quan_tri";
    private static final String OVERLAPS =
            "SELECT 'I8 ' || a.parcel_id || ' overlaps ' || b.parcel_id FROM land.parcel a "
                    + "JOIN land.parcel b ON a.parcel_id < b.parcel_id AND a.live AND b.live "
                    + "AND a.geom OPERATOR(postgis.&&) b.geom "
                    + "WHERE postgis.st_area(postgis.st_intersection(a.geom, b.geom)) > 0.01";

    @TempDir
    Path base;

    private final PostgisServer server;

    PostgisFaultPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Test
    @Tag("postgis")
    void nothingIsLostWhenLinesAreCutAndTheServerIsKilled() throws Exception {
        run(6, 20_000, 2, 60);
    }

    @Test
    @Tag("soak")
    void nothingIsLostInAMinuteAndAHalfOfCutsAndKills() throws Exception {
        run(12, 90_000, 6, 1_500);
    }

    private void run(int clients, long millis, int kills, int leastCuts) throws Exception {
        ServedFaultTest.Cuts cuts = new ServedFaultTest.Cuts(13, 3);
        String database = server.database();
        try (LandDatabase good = server.user(database, USER, "admin");
                FaultProxy proxy = new FaultProxy(server.port(), cuts);
                FaultCrew crew =
                        new FaultCrew(base, clients, workspace -> server.through(proxy.port(), USER, database))) {
            cuts.on(true);
            crew.work(millis, true, 5, () -> {
                for (int kill = 0; kill < kills; kill++) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis / (kills + 1)));
                    kill();
                }
            });
            cuts.on(false);
            crew.drain();
            List<String> violations = new ArrayList<>(crew.violations(good));
            System.getLogger("fault")
                    .log(System.Logger.Level.INFO, crew + "; " + kills + " kills; cuts " + proxy.cuts() + " " + proxy);
            violations.addAll(server.texts(database, OVERLAPS));
            violations.addAll(server.texts(
                    database,
                    USER,
                    "SELECT 'I7 ' || seq || ' ' || fault FROM sync_api.verify_chain(" + FaultCrew.ZONE + ")"));
            assertEquals(List.of(), violations, crew + " " + proxy);
            assertTrue(proxy.cuts() >= leastCuts, crew + " " + proxy);
            assertTrue(crew.saved() > clients, crew.toString());
            assertTrue(crew.provenScans() > 0, crew.toString());
        }
    }

    private void kill() {
        try {
            server.kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
