package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.remote.ZoneVersions;

/** Speed of the land database on this machine, with synchronous commits; figures for docs/scale.md. */
@Tag("bench")
@ExtendWith(PostgisServer.class)
class PostgisBench {
    private static final Logger LOG = Logger.getLogger(PostgisBench.class.getName());
    private static final int COLUMNS = 150;
    private static final int ROWS = 100;
    private static final int SETS = Integer.getInteger("postgis.sets", 640);
    private static final int CLIENTS = Integer.getInteger("postgis.clients", 4);

    private static void say(String form, Object... figures) {
        LOG.info(() -> String.format(Locale.ROOT, form, figures));
    }

    private static Push push(ChangeSet act, int zone, Fabric land) {
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectKey key : Guards.of(act, land)) {
            guards.add(new ObjectVersion(key, ZoneVersions.exists(land, key) ? 1 : 0));
        }
        return new Push(act.id(), PostgisServer.client(), "an", zone, ChangeCodec.encode(act), guards);
    }

    /** A corner that exactly two parcels use moves: both change their outlines, and their numbers with it. */
    private static ChangeSet twoParcels(Fabric land, Corner corner, Random random) {
        Corner to = corner.movedTo(
                new EastNorth(corner.position().east() - 0.5, corner.position().north()));
        List<Change> changes = new ArrayList<>(List.of(new Change.CornerChange(corner.id(), corner, to)));
        land.parcelsAt(corner.id()).forEach(parcel -> changes.add(renumbered(land.parcel(parcel), random)));
        return ChangeSet.planned(new UUID(random.nextLong(), random.nextLong()), "adjust", changes);
    }

    /** Corners on the west border, from south to north, each between two parcels; no parcel has two of them. */
    private static List<Corner> betweenTwo(Fabric land) {
        double west = land.index().extent().orElseThrow().west();
        Set<ParcelId> taken = new HashSet<>();
        List<Corner> corners = new ArrayList<>();
        IntStream.range(0, land.cornerSlots())
                .mapToObj(land::cornerAt)
                .filter(corner -> corner.position().east() == west)
                .sorted(Comparator.comparingDouble(corner -> corner.position().north()))
                .forEach(corner -> {
                    List<ParcelId> parcels = land.parcelsAt(corner.id());
                    if (parcels.size() == 2 && parcels.stream().noneMatch(taken::contains)) {
                        taken.addAll(parcels);
                        corners.add(corner);
                    }
                });
        return corners;
    }

    private static Change renumbered(Parcel parcel, Random random) {
        return new Change.ParcelChange(
                parcel.id(), parcel, parcel.withNumber(new ParcelNumber("", "2", "" + random.nextInt(1 << 30))));
    }

    @Test
    void twoParcelChangeSets(PostgisServer server) throws Exception {
        String database = server.database();
        Fabric land = TestFabrics.grid(COLUMNS, ROWS);
        List<Corner> corners = betweenTwo(land);
        int zones = Math.min(14, Math.max(CLIENTS, (SETS + corners.size() - 1) / corners.size()));
        try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
            for (int zone = 1; zone <= zones; zone++) {
                long start = System.nanoTime();
                admin.load(new ZoneSpec(zone, "z", 9205 + zone % 14, zone % 2 == 0 ? 79 : 1), land);
                say("load %d parcels %.1f s", land.parcelCount(), (System.nanoTime() - start) / 1e9);
            }
        }
        server.sql(database, "ANALYZE");
        Random random = new Random(1);
        List<Push> pushes = new ArrayList<>();
        for (int n = 0; n < SETS; n++) {
            pushes.add(push(twoParcels(land, corners.get(n / zones), random), n % zones + 1, land));
        }
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<long[]>> clients = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            Callable<long[]> work = () -> {
                long[] nanos = new long[(SETS - client + CLIENTS - 1) / CLIENTS];
                try (LandDatabase one = new PostgisLandDatabase(server.address("quan_tri", database))) {
                    for (int n = client, i = 0; n < SETS; n += CLIENTS, i++) {
                        long begin = System.nanoTime();
                        assertInstanceOf(PushAnswer.Accepted.class, one.push(pushes.get(n)));
                        nanos[i] = System.nanoTime() - begin;
                    }
                }
                return nanos;
            };
            clients.add(threads.submit(work));
        }
        List<Long> all = new ArrayList<>();
        for (Future<long[]> client : clients) {
            Arrays.stream(client.get()).forEach(all::add);
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        all.sort(null);
        say(
                "%d two-parcel change sets, %d clients, %d zones: %.1f s, %.0f a second, p50 %.1f ms, p95 %.1f ms",
                SETS, CLIENTS, zones, seconds, SETS / seconds, all.get(SETS / 2) / 1e6, all.get(SETS * 95 / 100) / 1e6);
    }

    @Test
    void tenThousandParcels(PostgisServer server) throws Exception {
        String database = server.database();
        Fabric land = TestFabrics.grid(100, 100);
        try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
            admin.load(new ZoneSpec(1, "z", 9210, 79), land);
            server.sql(database, "ANALYZE");
            List<Change> changes = new ArrayList<>();
            for (Parcel parcel : TestFabrics.live(land)) {
                changes.add(new Change.ParcelChange(
                        parcel.id(),
                        parcel,
                        parcel.withNumber(
                                new ParcelNumber("", "9", parcel.number().number()))));
            }
            for (int slot = 0; slot < land.cornerSlots(); slot += 2) {
                Corner corner = land.cornerAt(slot);
                changes.add(new Change.CornerChange(
                        corner.id(),
                        corner,
                        corner.movedTo(new EastNorth(
                                corner.position().east() + 0.2,
                                corner.position().north()))));
            }
            ChangeSet act = ChangeSet.planned(new UUID(5, 5), "redraw", changes);
            Push push = push(act, 1, land);
            long start = System.nanoTime();
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(push));
            say(
                    "%d changes of %d parcels in one push: %.1f s",
                    changes.size(), land.parcelCount(), (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            assertEquals(land.apply(act), admin.snapshot(1).land());
            say("snapshot %.1f s", (System.nanoTime() - start) / 1e9);
        }
    }
}
