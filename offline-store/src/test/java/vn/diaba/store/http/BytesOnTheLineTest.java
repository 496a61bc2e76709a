package vn.diaba.store.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.fault.FaultProxy;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.WiredLandDatabase;

/** How much goes over the line, counted on the way. In the clear: encryption adds about 30 bytes a message. */
class BytesOnTheLineTest {
    private static final int ZONE = 26_734;
    private static final UUID CLIENT = new UUID(3, 3);

    @TempDir
    Path base;

    private TestOffice office;
    private FaultProxy proxy;
    private LandDatabase central;

    @BeforeEach
    void open() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
        proxy = new FaultProxy(office.address().base().getPort(), () -> FaultProxy.Fault.NONE);
        ServerAddress here = ServerAddress.of("http://127.0.0.1:" + proxy.port(), null);
        central = new WiredLandDatabase(new HttpLine(here, office.token("an", CLIENT)));
    }

    @AfterEach
    void close() throws Exception {
        central.close();
        proxy.close();
        office.close();
    }

    private static void say(String what, long bytes) {
        System.getLogger("bytes").log(System.Logger.Level.INFO, what + " " + bytes + " bytes");
    }

    private long bytesOf(Call call) throws Exception {
        long before = proxy.bytes();
        call.run();
        return proxy.bytes() - before;
    }

    /** Something that uses the line. */
    private interface Call {
        void run() throws Exception;
    }

    @Test
    void aCommuneOf15000ParcelsIsAMegabyteAndTwentyCutsRepeatAFewPercentOfIt() throws Exception {
        Fabric land = SampleCommune.of(SampleCommune.PARCELS);
        office.as("an", CLIENT).load(new ZoneSpec(ZONE, "Phường thử", 9210), land);
        long once = bytesOf(() -> assertEquals(land, central.snapshot(ZONE).land()));
        say("a snapshot of 15,000 parcels took", once);
        assertTrue(once <= 1_000_000, once + " bytes");
        List<Long> cuts = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            cuts.add(proxy.received() + once * n / 22);
        }
        proxy.cutWhenReceived(cuts);
        long cut = bytesOf(() -> assertEquals(land, central.snapshot(ZONE).land()));
        say("with 20 cuts it took", cut);
        assertEquals(0, proxy.cutsToCome());
        assertTrue(cut <= once * 1.05, cut + " bytes instead of " + once);
    }

    @Test
    void fiftyChangedParcelsAre25KilobytesAndAnIdlePollIs600Bytes() throws Exception {
        Fabric land = SampleCommune.of(300);
        Checkpoint start = office.as("an", CLIENT).load(new ZoneSpec(ZONE, "Phường thử", 9210), land);
        for (int n = 0; n < 25; n++) {
            assertInstanceOf(
                    PushAnswer.Accepted.class, office.authority.push(TwoParcels.renumbered(land, 2 * n, ZONE)));
        }
        central.hello(CLIENT);
        Delta[] delta = new Delta[1];
        long day = bytesOf(() -> delta[0] = central.pull(start, 256 << 10));
        assertEquals(25, delta[0].entries().size());
        say("25 change sets with 50 parcels took", day);
        assertTrue(day <= 25_000, day + " bytes");
        Checkpoint now = delta[0].verify(start);
        long idle = bytesOf(() -> central.pull(now, 256 << 10));
        say("a pull of nothing took", idle);
        assertTrue(idle <= 600, idle + " bytes");
    }
}
