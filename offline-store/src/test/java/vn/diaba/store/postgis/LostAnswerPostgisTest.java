package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.fault.FaultProxy;
import vn.diaba.store.fault.FaultProxy.Fault;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** A client whose line to PostgreSQL breaks asks again by itself and learns what was answered. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class LostAnswerPostgisTest {
    private static final String USER = "quan_tri";

    private final PostgisServer server;

    LostAnswerPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Test
    void aCallIsAskedAgainAfterEachKindOfCutAndCountsOnce() throws Exception {
        String database = server.database();
        Fabric land = SampleCommune.of(150);
        Queue<Fault> faults = new ConcurrentLinkedQueue<>();
        Supplier<Fault> plan = () -> {
            Fault next = faults.poll();
            return next == null ? Fault.NONE : next;
        };
        try (LandDatabase direct = server.user(database, USER, "admin");
                FaultProxy proxy = new FaultProxy(server.port(), plan);
                LandDatabase central = server.through(proxy.port(), USER, database)) {
            direct.load(new ZoneSpec(1, "Phường thử", 9210, 79), land);
            long seq = 0;
            for (Fault fault : List.of(Fault.BEFORE, Fault.MID, Fault.AFTER, Fault.MID_ANSWER, Fault.HALF_OPEN)) {
                central.hello(new UUID(3, 3));
                faults.add(fault);
                PushAnswer answer = central.push(TwoParcels.renumbered(land, (int) (2 * seq), 1));
                seq++;
                assertTrue(faults.isEmpty(), "the line was cut: " + fault);
                assertEquals(
                        seq,
                        assertInstanceOf(PushAnswer.Accepted.class, answer, fault.name())
                                .seq(),
                        fault.name());
            }
            assertEquals(
                    List.of("5 5"),
                    server.texts(
                            database,
                            "SELECT count(*) || ' ' || (SELECT head_seq FROM sync.zone_head WHERE zone_id = 1) FROM sync.changeset"));
        }
    }
}
