package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** Who pulls while others commit late and out of order misses nothing; a cursor on a plain counter does. */
@ExtendWith(PostgisServer.class)
class PullerGapPostgisTest {
    private static final int WRITERS = 8;
    private static final int ZONES = 12;
    private static final String USER = "quan_tri";
    private static final String NAIVE_READ = "SELECT n, id FROM public.naive WHERE n > ? ORDER BY n";

    private final PostgisServer server;
    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    PullerGapPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Test
    @Tag("postgis")
    void aPullerMissesNothingOfEightWriters() throws Exception {
        run(100);
    }

    @Test
    @Tag("soak")
    void aPullerMissesNothingOfFiveThousand() throws Exception {
        run(700);
    }

    private void run(int each) throws Exception {
        String database = server.database();
        server.sql(
                database,
                "CREATE TABLE public.naive(n bigserial PRIMARY KEY, id uuid)",
                "GRANT USAGE ON SCHEMA public TO PUBLIC",
                "GRANT ALL ON public.naive, public.naive_n_seq TO PUBLIC");
        try (LandDatabase central = server.user(database, USER, "admin");
                Connection naive = server.connection(USER, database)) {
            List<Checkpoint> cursors = new ArrayList<>();
            for (int zone = 1; zone <= ZONES; zone++) {
                Fabric land =
                        Fabric.empty().apply(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 1, 1, zone), zone));
                cursors.add(central.load(new ZoneSpec(zone, "Phường " + zone, 9210, 79), land));
            }
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(new Thread(() -> write(database, number, each), "writer" + writer));
            }
            writers.forEach(Thread::start);
            Set<UUID> pulled = new HashSet<>();
            Set<UUID> seen = new HashSet<>();
            long last = 0;
            for (boolean more = true; more; ) {
                more = writers.stream().anyMatch(Thread::isAlive);
                for (int zone = 0; zone < ZONES; zone++) {
                    cursors.set(zone, pull(central, cursors.get(zone), pulled));
                }
                last = readNaively(naive, last, seen);
            }
            assertEquals(List.of(), List.copyOf(faults));
            assertTrue(committed.size() >= WRITERS * each, "only " + committed.size());
            Set<UUID> missed = new HashSet<>(committed);
            missed.removeAll(pulled);
            assertEquals(Set.of(), missed);
            assertEquals(committed, pulled, "nothing that was rolled back");
            Set<UUID> missedNaively = new HashSet<>(committed);
            missedNaively.removeAll(seen);
            System.getLogger("fault")
                    .log(
                            System.Logger.Level.INFO,
                            committed.size() + " commits, the naive cursor missed " + missedNaively.size());
            assertTrue(!missedNaively.isEmpty(), "a cursor on a counter would have missed some");
        }
    }

    private static Checkpoint pull(LandDatabase central, Checkpoint from, Set<UUID> pulled) throws Exception {
        Checkpoint at = from;
        for (Delta page = central.pull(at, 1 << 14); !page.entries().isEmpty(); page = central.pull(at, 1 << 14)) {
            at = page.verify(at);
            page.entries().forEach(entry -> pulled.add(entry.id()));
        }
        return at;
    }

    private static long readNaively(Connection connection, long last, Set<UUID> seen) throws SQLException {
        long read = last;
        try (PreparedStatement select = connection.prepareStatement(NAIVE_READ)) {
            select.setLong(1, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read = row.getLong(1);
                    seen.add(row.getObject(2, UUID.class));
                }
            }
        }
        return read;
    }

    private void write(String database, int writer, int count) {
        Random random = new Random(100 + writer);
        try (Connection connection = server.connection(USER, database)) {
            connection.setAutoCommit(false);
            for (int done = 0, n = 0; done < count; n++) {
                UUID id = new UUID(0x7000 + writer, n + 1);
                String verdict = Submission.execute(connection, Submission.ofNewPoint(id, 1 + random.nextInt(ZONES)));
                if (!verdict.equals("accepted")) {
                    faults.add(id + " was " + verdict);
                }
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO public.naive(id) VALUES (?)")) {
                    insert.setObject(1, id);
                    insert.executeUpdate();
                }
                if (random.nextInt(25) == 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
                }
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(id);
                    done++;
                }
            }
        } catch (SQLException | vn.diaba.store.remote.RemoteException e) {
            faults.add("writer " + writer + ": " + e);
        }
    }
}
