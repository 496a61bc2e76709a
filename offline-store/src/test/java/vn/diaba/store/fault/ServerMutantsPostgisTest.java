package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;

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
        private final Fabric block = Fabric.empty().apply(BorderEdits.block());
        private final Checkpoint start = central.load(new ZoneSpec(1, "Phường thử", 9210, 79), block);

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

        Push push(ChangeSet act) {
            List<ObjectVersion> guards = new ArrayList<>();
            Guards.of(act, block)
                    .forEach(key -> guards.add(
                            new ObjectVersion(key, vn.diaba.store.remote.ZoneVersions.exists(block, key) ? 1 : 0)));
            return new Push(act.id(), new UUID(3, 3), "an", 1, ChangeCodec.encode(act), guards);
        }

        ChangeSet edit(long client) {
            return new BorderEdits(block, client, false, new Random(3)).next(block);
        }

        List<String> violations() throws Exception {
            return Invariants.of(central, start, block).violations();
        }

        @Override
        public void close() throws RemoteException {
            central.close();
        }
    }

    private static List<String> repeated(Office office) throws Exception {
        List<String> found = new ArrayList<>();
        Push push = office.push(office.edit(1));
        PushAnswer first = office.central.push(push);
        try {
            PushAnswer second = office.central.push(push);
            if (!first.equals(second)) {
                found.add("I1 " + first + " became " + second);
            }
        } catch (RemoteException e) {
            found.add("I1 the same push again: " + e.code());
        }
        found.addAll(office.violations());
        return found;
    }

    @Test
    void withoutIdempotencyTheSamePushGetsAnotherAnswer() throws Exception {
        try (Office sound = new Office();
                Office mutant = new Office().answering("answered", "SELECT NULL::jsonb")) {
            assertEquals(List.of(), repeated(sound));
            assertFalse(repeated(mutant).isEmpty());
        }
    }

    private static List<String> fromOneBase(Office office) throws Exception {
        office.central.push(office.push(office.edit(1)));
        office.central.push(office.push(office.edit(2).labelled("second")));
        return office.violations();
    }

    @Test
    void withoutGuardsAnEditIsOverwritten() throws Exception {
        try (Office sound = new Office();
                Office mutant = new Office().answering("stale", "SELECT ''[]''::jsonb")) {
            assertEquals(List.of(), fromOneBase(sound));
            assertFalse(fromOneBase(mutant).isEmpty());
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
        found.addAll(office.violations());
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
            for (Office office : List.of(sound, mutant)) {
                office.central.push(Submission.ofNewPoint(new UUID(1, 1), 1));
                office.central.push(Submission.ofNewPoint(new UUID(1, 2), 1));
            }
            assertEquals(List.of(), sound.violations());
            assertFalse(mutant.violations().isEmpty());
        }
    }
}
