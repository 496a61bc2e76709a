package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.remote.ZoneVersions;

/** Several zones, meridians and people in one land database. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class ZonesPostgisTest {
    /** South of Thủ Dầu Một and on Vũng Tàu's side of the province; the second has two faces, one with a hole. */
    private static final Fabric SAIGON = TestFabrics.fromWkt(
            "POLYGON ((598300 1214200, 598320 1214200, 598320 1214230, 598300 1214230, 598300 1214200))",
            "POLYGON ((598320 1214200, 598340 1214200, 598340 1214230, 598320 1214230, 598320 1214200))");

    private static final Fabric VUNG_TAU = TestFabrics.fromWkt(
            "MULTIPOLYGON (((430000 1150000, 430040 1150000, 430040 1150040, 430000 1150040, 430000 1150000),"
                    + " (430010 1150010, 430010 1150020, 430020 1150020, 430020 1150010, 430010 1150010)),"
                    + " ((430050 1150000, 430060 1150000, 430060 1150010, 430050 1150010, 430050 1150000)))",
            "POLYGON ((430010 1150010, 430020 1150010, 430020 1150020, 430010 1150020, 430010 1150010))");

    private final PostgisServer server;
    private String database = "";
    private LandDatabase admin;

    ZonesPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @AfterEach
    void close() throws Exception {
        admin.close();
    }

    @BeforeEach
    void zones() throws Exception {
        database = server.database();
        admin = server.user(database, "quan_tri", "admin");
        admin.load(new ZoneSpec(25747, "Thủ Dầu Một", 9210, 79), SAIGON);
        admin.load(new ZoneSpec(26506, "Vũng Tàu", 5899, 79), VUNG_TAU);
    }

    private static Push push(int zone, Fabric land, Map<ObjectKey, Long> known, String author, ChangeSet act) {
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectKey key : Guards.of(act, land)) {
            guards.add(new ObjectVersion(key, known.getOrDefault(key, ZoneVersions.exists(land, key) ? 1L : 0L)));
        }
        return new Push(act.id(), PostgisServer.client(), author, zone, ChangeCodec.encode(act), guards);
    }

    private static ChangeSet moved(long id, Fabric land, double e, double n, double east) {
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            Corner corner = land.cornerAt(slot);
            if (corner.position().equals(new EastNorth(e, n))) {
                Corner to = corner.movedTo(new EastNorth(e + east, n));
                return ChangeSet.planned(
                        new UUID(9, id), "move-corner", List.of(new Change.CornerChange(corner.id(), corner, to)));
            }
        }
        throw new IllegalArgumentException("no corner there");
    }

    private String one(String sql) throws Exception {
        try (Connection connection = server.address("dba", database).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next(), sql);
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void aProvinceHoldsTwoMeridiansAndAParcelOfTwoFacesComesThrough() throws Exception {
        Hello hello = admin.hello(PostgisServer.client());
        assertEquals(
                List.of(new Hello.Zone(25747, "Thủ Dầu Một", 9210, 0), new Hello.Zone(26506, "Vũng Tàu", 5899, 0)),
                hello.zones());
        Checkpoint start = admin.snapshot(26506).at();
        assertEquals(VUNG_TAU, admin.snapshot(26506).land());
        assertEquals(SAIGON, admin.snapshot(25747).land());
        ChangeSet act = moved(1, VUNG_TAU, 430060, 1150010, 2);
        assertInstanceOf(PushAnswer.Accepted.class, admin.push(push(26506, VUNG_TAU, Map.of(), "an", act)));
        Delta delta = admin.pull(start, 1 << 20);
        delta.verify(start);
        assertEquals(
                VUNG_TAU.apply(act),
                VUNG_TAU.apply(ChangeCodec.decode(delta.entries().get(0).payload())));
        // 40 × 40 without 10 × 10, and 10 × 10 with a corner 2 m out: by hand.
        assertEquals(
                "1610",
                one("SELECT round(postgis.st_area(geom)) FROM land.parcel_79 WHERE number = '1' AND zone_id = 26506"));
        assertEquals(
                "2",
                one(
                        "SELECT postgis.st_numgeometries(geom) FROM land.parcel_79 WHERE number = '1' AND zone_id = 26506"));
        assertEquals(
                "5899", one("SELECT postgis.st_srid(geom) FROM land.parcel_79 WHERE number = '1' AND zone_id = 26506"));
        assertEquals("1", one("SELECT count(*) FROM land.history_79 WHERE kind = 'parcel'"));
    }

    @Test
    void theZonesOfVn2000MeetTheirCheckPoints() throws Exception {
        // Decision 05/2007, coordinate frame rotation, worked by hand with the Krüger series: degrees to nine places.
        String point =
                "SELECT postgis.st_astext(postgis.st_transform(postgis.st_setsrid(postgis.st_makepoint(%s), %d), 4326), 8)";
        assertEquals("POINT(106.6517876 10.97898193)", one(point.formatted("598359.367, 1214279.448", 9210)));
        assertEquals("POINT(105.85188267 21.02901404)", one(point.formatted("588350.757, 2326400.937", 5897)));
        assertEquals("POINT(108.20182127 16.04897635)", one(point.formatted("548149.084, 1775050.940", 5899)));
        assertEquals("POINT(105.15178104 9.17898866)", one(point.formatted("571431.319, 1015121.764", 9207)));
        assertEquals("18", one("SELECT count(*) FROM postgis.spatial_ref_sys WHERE auth_name = 'VN-2000'"));
    }

    @Test
    void aBorderCornerHasOneHomeAndMovesInBothZones() throws Exception {
        Fabric east = SAIGON;
        Parcel own = TestFabrics.byNumber(east, "2");
        Fabric eastern = east.apply(ChangeSet.planned(
                new UUID(9, 90),
                "cut",
                List.of(new Change.ParcelChange(
                        TestFabrics.byNumber(east, "1").id(), TestFabrics.byNumber(east, "1"), null))));
        Fabric western = east.apply(
                ChangeSet.planned(new UUID(9, 91), "cut", List.of(new Change.ParcelChange(own.id(), own, null))));
        admin.load(new ZoneSpec(1, "Tây", 9211, 79), western);
        admin.load(new ZoneSpec(2, "Đông", 9211, 80), eastern);
        assertEquals(eastern, admin.snapshot(2).land());
        Checkpoint east0 = admin.snapshot(2).at();
        ChangeSet act = moved(2, western, 598320, 1214230, 0.5);
        assertInstanceOf(PushAnswer.Accepted.class, admin.push(push(1, western, Map.of(), "an", act)));
        Delta delta = admin.pull(east0, 1 << 20);
        delta.verify(east0);
        assertEquals(1, delta.entries().size());
        assertEquals(eastern.apply(act), admin.snapshot(2).land());
        assertEquals(western.apply(act), admin.snapshot(1).land());
        // The other side, on what it pulled: the one version goes on.
        ChangeSet back = moved(3, eastern.apply(act), 598320.5, 1214230, -0.25);
        ObjectKey corner = ObjectKey.of(back.changes().get(0));
        PushAnswer stale = admin.push(push(2, eastern.apply(act), Map.of(), "bình", back));
        assertEquals(new PushAnswer.Stale(List.of(corner)), stale);
        PushAnswer answer = admin.push(push(2, eastern.apply(act), Map.of(corner, 2L), "bình", back));
        assertEquals(
                List.of(new ObjectVersion(corner, 3)),
                assertInstanceOf(PushAnswer.Accepted.class, answer).versions());
        assertEquals(western.apply(act).apply(back), admin.snapshot(1).land());
    }

    @Test
    void oneSeesAndWritesOnlyWhatIsHis() throws Exception {
        LandDatabase an = server.user(database, "an", "surveyor");
        assertEquals(List.of(), an.hello(PostgisServer.client()).zones());
        String forbidden =
                assertThrows(RemoteException.class, () -> an.snapshot(25747)).getMessage();
        assertEquals(
                assertThrows(RemoteException.class, () -> an.snapshot(11111))
                        .getMessage()
                        .replace("11111", "25747"),
                forbidden,
                "what is forbidden looks like what is not there");
        server.sql(database, "SELECT sync_api.scope_put('an', 25747, false, false, false)");
        assertEquals(1, an.hello(PostgisServer.client()).zones().size());
        Push push = push(25747, SAIGON, Map.of(), "an", moved(4, SAIGON, 598340, 1214230, 1));
        assertEquals(
                "land-database-denied",
                assertThrows(RemoteException.class, () -> an.push(push)).code());
        server.sql(database, "SELECT sync_api.scope_put('an', 25747, true, false, false)");
        assertInstanceOf(PushAnswer.Accepted.class, an.push(push));
        server.sql(database, "SELECT sync_api.account_put('an', 'surveyor', true)");
        assertEquals(
                "account-off",
                assertThrows(RemoteException.class, () -> an.push(push)).code());
    }

    @Test
    void personsAreMaskedAndALookIsWrittenDown() throws Exception {
        Party party = new Party(new UUID(1, 2), "Nguyễn Thử", "079000000001", "GDC", "số 1 đường Thử");
        Parcel parcel = TestFabrics.byNumber(SAIGON, "1");
        Right right = new Right(new UUID(1, 3), party.id(), parcel.id(), 1, 1);
        ChangeSet act = ChangeSet.planned(
                new UUID(9, 5),
                "add-party",
                List.of(
                        new Change.RecordChange(party.id(), null, party),
                        new Change.RecordChange(right.id(), null, right)));
        Checkpoint start = admin.snapshot(25747).at();
        assertInstanceOf(PushAnswer.Accepted.class, admin.push(push(25747, SAIGON, Map.of(), "an", act)));
        LandDatabase an = server.user(database, "an", "surveyor");
        server.sql(database, "SELECT sync_api.scope_put('an', 25747, true, false, false)");
        Delta masked = an.pull(start, 1 << 20);
        masked.verify(start);
        assertEquals(0, masked.entries().get(0).payload().person().length);
        assertEquals(
                act,
                ChangeCodec.decode(admin.pull(start, 1 << 20).entries().get(0).payload()));
        try (PostgisCalls calls = new PostgisCalls(server.address("an", database))) {
            assertEquals(
                    "land-database-denied",
                    assertThrows(
                                    RemoteException.class,
                                    () -> calls.object(
                                            "reveal_pii(?, ?::uuid, ?)",
                                            25747,
                                            parcel.id().uuid(),
                                            "hồ sơ 12/2026"))
                            .code());
        }
        server.sql(database, "SELECT sync_api.scope_put('an', 25747, true, true, false)");
        try (PostgisCalls calls = new PostgisCalls(server.address("an", database))) {
            var seen =
                    calls.object("reveal_pii(?, ?::uuid, ?)", 25747, parcel.id().uuid(), "hồ sơ 12/2026");
            assertTrue(seen.toString().contains("079000000001"), seen.toString());
        }
        assertEquals(
                "an hồ sơ 12/2026",
                one("SELECT username || ' ' || detail FROM sync_api.audit() WHERE what = 'persons-shown'"));
        assertEquals("1", one("SELECT count(*) FROM person.land_right WHERE numerator = 1 AND zone_id = 25747"));
    }

    @Test
    void neighboursAreSeenAcrossTheBorderOnly() throws Exception {
        admin.load(
                new ZoneSpec(7, "Bên cạnh", 9210, 79),
                TestFabrics.fromWkt(
                        "POLYGON ((598340 1214200, 598350 1214200, 598350 1214230, 598340 1214230, 598340 1214200))"));
        try (PostgisCalls calls = new PostgisCalls(server.address("quan_tri", database))) {
            byte[] point = ByteBuffer.allocate(21)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 1)
                    .putInt(1)
                    .putDouble(598_335)
                    .putDouble(1_214_210)
                    .array();
            List<String> found = calls.rows(
                    "SELECT zone, label FROM sync_api.neighbours(?, ?, ?)",
                    row -> row.getString(1) + " " + row.getString(2),
                    25747,
                    point,
                    6.0);
            assertEquals(List.of("7 1/1"), found);
        }
    }

    @Test
    void aForgedRowIsFoundByZoneAndSequence() throws Exception {
        Fabric land = SAIGON;
        for (int n = 0; n < 5; n++) {
            Parcel parcel = TestFabrics.byNumber(land, n == 0 ? "1" : "x" + (n - 1));
            ChangeSet act = ChangeSet.planned(
                    new UUID(9, 100 + n),
                    "set",
                    List.of(new Change.ParcelChange(
                            parcel.id(), parcel, parcel.withNumber(new ParcelNumber("", "1", "x" + n)))));
            Map<ObjectKey, Long> known = Map.of(ObjectKey.of(parcel.id()), n + 1L);
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(push(25747, land, known, "an", act)));
            land = land.apply(act);
        }
        assertEquals(List.of(), faults());
        List<String> forgeries = List.of(
                "UPDATE sync.entry SET author = 'x' WHERE zone_id = 25747 AND seq = 3",
                "UPDATE sync.entry SET land = replace(land, 'x2', 'x9') WHERE zone_id = 25747 AND seq = 3",
                "UPDATE sync.change SET body = body || '{\"number\":\"z\"}' WHERE zone_id = 25747 AND seq = 3",
                "UPDATE sync.entry SET accepted_at = accepted_at - interval '1 day' WHERE zone_id = 25747 AND seq = 3",
                "DELETE FROM sync.entry WHERE zone_id = 25747 AND seq = 3",
                "UPDATE sync.entry SET person_hash = sha256('x') WHERE zone_id = 25747 AND seq = 3");
        for (String forgery : forgeries) {
            String copy = "forged" + forgeries.indexOf(forgery);
            server.copy(detached(), copy);
            server.sql(copy, forgery);
            String whole = database;
            database = copy;
            assertEquals(List.of("25747 3"), faults(), forgery);
            database = whole;
        }
    }

    /** The database's name, once nobody is connected. */
    private String detached() throws Exception {
        admin.close();
        return database;
    }

    private List<String> faults() throws Exception {
        try (PostgisCalls calls = new PostgisCalls(server.address("quan_tri", database))) {
            return calls.rows(
                    "SELECT zone, seq FROM sync_api.verify_chain(?)",
                    row -> row.getString(1) + " " + row.getString(2),
                    25747);
        }
    }
}
