package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.fault.FaultProxy;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** How much goes over the line between a client and PostgreSQL, counted on the way, in the clear. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class BytesOnTheLinePostgisTest {
    private static final String USER = "quan_tri";

    /** What it costs to come back: name, password and settings. */
    private static final int BYTES_OF_A_SIGN_IN = 2_500;

    private final PostgisServer server;

    BytesOnTheLinePostgisTest(PostgisServer server) {
        this.server = server;
    }

    private static void say(String what, long bytes) {
        System.getLogger("bytes").log(System.Logger.Level.INFO, what + " " + bytes + " bytes");
    }

    @Test
    void aCommuneOf15000ParcelsIsAMegabyteAndTwentyCutsRepeatAFewPercentOfIt() throws Exception {
        String database = server.database();
        Fabric land = SampleCommune.of(SampleCommune.PARCELS);
        try (LandDatabase direct = server.user(database, USER, "admin");
                FaultProxy proxy = new FaultProxy(server.port(), () -> FaultProxy.Fault.NONE);
                LandDatabase central = server.through(proxy.port(), USER, database)) {
            direct.load(new ZoneSpec(1, "Phường thử", 9210, 79), land);
            assertEquals(land, central.snapshot(1).land());
            long once = proxy.bytes();
            say("a snapshot of 15,000 parcels took", once);
            assertTrue(once <= 1_000_000, once + " bytes");
            List<Long> cuts = new ArrayList<>();
            for (int n = 1; n <= 20; n++) {
                cuts.add(proxy.received() + once * n / 22);
            }
            proxy.cutWhenReceived(cuts);
            assertEquals(land, central.snapshot(1).land());
            long cut = proxy.bytes() - once;
            say("with 20 cuts it took", cut);
            assertEquals(0, proxy.cutsToCome());
            assertTrue(cut <= once * 1.05 + 20 * BYTES_OF_A_SIGN_IN, cut + " bytes instead of " + once);
        }
    }

    @Test
    void fiftyChangedParcelsAre25KilobytesAndAnIdlePollIs600Bytes() throws Exception {
        String database = server.database();
        Fabric land = SampleCommune.of(300);
        try (LandDatabase direct = server.user(database, USER, "admin");
                FaultProxy proxy = new FaultProxy(server.port(), () -> FaultProxy.Fault.NONE);
                LandDatabase central = server.through(proxy.port(), USER, database)) {
            Checkpoint start = direct.load(new ZoneSpec(1, "Phường thử", 9210, 79), land);
            for (int n = 0; n < 25; n++) {
                direct.push(TwoParcels.renumbered(land, 2 * n, 1));
            }
            central.hello(new UUID(3, 3));
            long before = proxy.bytes();
            Delta delta = central.pull(start, 256 << 10);
            long day = proxy.bytes() - before;
            assertEquals(25, delta.entries().size());
            say("25 change sets with 50 parcels took", day);
            Checkpoint now = delta.verify(start);
            before = proxy.bytes();
            central.pull(now, 256 << 10);
            long idle = proxy.bytes() - before;
            say("a pull of nothing took", idle);
            assertTrue(idle <= 600, idle + " bytes");
            assertTrue(day <= 25_000, day + " bytes");
        }
    }
}
