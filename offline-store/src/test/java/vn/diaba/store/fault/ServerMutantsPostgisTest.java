package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** Each safeguard of the server taken away turns a check red that is green with it. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class ServerMutantsPostgisTest {
    private static final String USER = "quan_tri";
    private static final String REPLACE =
            "SELECT format('CREATE OR REPLACE FUNCTION %s.%I(%s) RETURNS %s LANGUAGE sql AS %L', "
                    + "pronamespace::regnamespace, proname, pg_get_function_arguments(oid), pg_get_function_result(oid), '";

    private final PostgisServer server;

    ServerMutantsPostgisTest(PostgisServer server) {
        this.server = server;
    }

    /** A database with one zone. */
    private final class Office implements AutoCloseable {
        private final String database = server.database();
        private final LandDatabase central = server.user(database, USER, "admin");
        private final ProvenZone zone = ProvenZone.in(central);

        Office() throws Exception {}

        /** A function of the server gives a fixed answer from now on. */
        Office answering(String function, String body) throws Exception {
            server.sql(
                    database,
                    server.texts(database, REPLACE + body + "') FROM pg_proc WHERE proname = '" + function + "'")
                            .get(0));
            return this;
        }

        /** A function of the server lacks a piece from now on. */
        Office without(String function, String piece) throws Exception {
            String whole = server.texts(
                            database,
                            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE oid = '" + function + "'::regproc")
                    .get(0);
            String less = whole.replace(piece, "");
            assertNotEquals(whole, less, "nothing to take away from " + function);
            server.sql(database, less);
            return this;
        }

        @Override
        public void close() throws RemoteException {
            central.close();
        }
    }

    @Test
    void withoutIdempotencyTheSamePushGetsAnotherAnswer() throws Exception {
        try (Office sound = new Office();
                Office mutant = new Office().answering("answered", "SELECT NULL::jsonb")) {
            assertEquals(List.of(), sound.zone.afterTheSamePushTwice());
            assertFalse(mutant.zone.afterTheSamePushTwice().isEmpty());
        }
    }

    @Test
    void withoutGuardsAnEditIsOverwritten() throws Exception {
        try (Office sound = new Office();
                Office mutant = new Office().answering("stale", "SELECT ''[]''::jsonb")) {
            assertEquals(List.of(), sound.zone.afterTwoFromOneBase());
            assertFalse(mutant.zone.afterTwoFromOneBase().isEmpty());
        }
    }

    private List<String> atOnce(Office office) throws Exception {
        ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            long number = writer;
            writers.add(new Thread(() -> {
                try (Connection connection = server.connection(USER, office.database)) {
                    connection.setAutoCommit(false);
                    for (int n = 1; n <= 5; n++) {
                        Submission.execute(connection, Submission.ofNewPoint(new UUID(number + 1, n), 1));
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                        connection.commit();
                    }
                } catch (SQLException | RemoteException e) {
                    found.add("I5 writer " + number + ": " + e.getMessage());
                }
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        found.addAll(office.zone.violations());
        return List.copyOf(found);
    }

    @Test
    void withoutTheZoneLockTwoTakeOnePlace() throws Exception {
        try (Office sound = new Office();
                Office mutant = new Office().without("sync_api.push", "FOR NO KEY UPDATE")) {
            assertEquals(List.of(), atOnce(sound));
            assertFalse(atOnce(mutant).isEmpty());
        }
    }

    @Test
    void withoutTheChainAnEntryDoesNotProveTheOneBefore() throws Exception {
        try (Office sound = new Office();
                Office mutant = new Office().without("sync.log", "v_head.head_hash || ")) {
            assertEquals(List.of(), sound.zone.afterTwoInARow());
            assertFalse(mutant.zone.afterTwoInARow().isEmpty());
        }
    }
}
