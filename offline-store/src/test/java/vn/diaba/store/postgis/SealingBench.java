package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** What it costs that persons are sealed: the same work in clear and sealed, in turns; figures for docs/scale.md. */
@Tag("bench")
@ExtendWith(PostgisServer.class)
class SealingBench {
    private static final int PARCELS = Integer.getInteger("sealing.parcels", 3_000);
    private static final int SETS = Integer.getInteger("sealing.sets", 300);
    private static final int TURNS = 3;

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Test
    void clearAndSealed(PostgisServer server) throws Exception {
        Fabric land = SampleCommune.of(PARCELS);
        for (int turn = 0; turn < 2 * TURNS; turn++) {
            boolean isSealed = turn % 2 == 1;
            String database = server.database();
            if (!isSealed) {
                server.keyed(database, "");
                server.sql(database, "UPDATE sync.server SET person_key = NULL");
            }
            try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
                long start = System.nanoTime();
                admin.load(new ZoneSpec(1, "z", 9210, 79), land);
                final double load = seconds(start);
                server.sql(database, "ANALYZE");
                start = System.nanoTime();
                for (int n = 0; n < SETS; n++) {
                    assertInstanceOf(PushAnswer.Accepted.class, admin.push(TwoParcels.renumbered(land, 2 * n, 1)));
                }
                final double pushes = SETS / seconds(start);
                start = System.nanoTime();
                assertEquals(PARCELS, admin.snapshot(1).land().parcelCount());
                final double first = seconds(start);
                start = System.nanoTime();
                assertEquals(PARCELS, admin.snapshot(1).land().parcelCount());
                double again = seconds(start);
                start = System.nanoTime();
                server.texts(
                        database,
                        "quan_tri",
                        "SELECT sync_api.reveal_pii(1, '" + land.parcelAt(7).id() + "', 'hồ sơ số 12')");
                String said = String.format(
                        Locale.ROOT,
                        "%s: load %.2f s, %.0f sets/s, snapshot %.2f s, again %.2f s, look %.2f s, persons %s B, packed %s B",
                        isSealed ? "sealed" : "clear",
                        load,
                        pushes,
                        first,
                        again,
                        seconds(start),
                        server.texts(
                                        database,
                                        "SELECT pg_total_relation_size('person.secret_79') + pg_total_relation_size('person.entry_79')")
                                .get(0),
                        server.texts(database, "SELECT octet_length(land) + octet_length(person) FROM sync.snapshot")
                                .get(0));
                System.getLogger("sealing").log(System.Logger.Level.INFO, said);
            }
        }
    }
}
