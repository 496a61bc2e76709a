package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** Persons lie sealed in the land database, and only its server's key opens them. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class SealedPersonsPostgisTest {
    private static final int PERSONS = 100;
    private static final String REASON = "hồ sơ của bà ";

    /** What is sealed, by the words of the first byte and the key. */
    private static final String VALUES =
            "(SELECT body AS v FROM person.secret UNION ALL SELECT person FROM person.entry"
                    + " UNION ALL SELECT person FROM person.proposal UNION ALL SELECT reason FROM person.proposal"
                    + " UNION ALL SELECT reason FROM person.reveal UNION ALL SELECT person FROM sync.snapshot) v WHERE v <> '\\x00'";

    private final PostgisServer server;
    private String database = "";
    private long acts;

    SealedPersonsPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @BeforeEach
    void make() throws Exception {
        database = server.database();
    }

    /** Persons whose names, numbers and addresses hold a word. */
    private static Party person(String word, int n) {
        return new Party(new UUID(77, n), word + " Tên " + n, word + "079" + n, "GDC", n + " ngõ " + word);
    }

    private static Fabric land(String word) {
        Fabric grid = TestFabrics.grid(10, 10);
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < PERSONS; n++) {
            Party party = person(word, n);
            Right right =
                    new Right(new UUID(78, n), party.id(), grid.parcelAt(n).id(), 1, 1);
            changes.add(new Change.RecordChange(party.id(), null, party));
            changes.add(new Change.RecordChange(right.id(), null, right));
        }
        return grid.apply(ChangeSet.planned(new UUID(79, 1), "add-party", changes));
    }

    private Push newcomer(Fabric land, int zone, String word) {
        Party late = new Party(new UUID(80, ++acts), word + " Đến Sau " + acts, word + acts, "GDC", word);
        ChangeSet act = ChangeSet.planned(
                new UUID(81, acts), "add-party", List.of(new Change.RecordChange(late.id(), null, late)));
        return TwoParcels.on(land, act, zone);
    }

    private static int records(Fabric land) {
        List<Object> records = new ArrayList<>();
        land.forEachRecord(records::add);
        return records.size();
    }

    private String one(String sql) throws Exception {
        return server.texts(database, sql).get(0);
    }

    /** Load, push, proposals one of which is declined, snapshot, pull and a look, with persons of a word everywhere. */
    private void work(String word) throws Exception {
        Fabric land = land(word);
        try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
            Checkpoint start = admin.load(new ZoneSpec(1, "Một", 9210, 79), land);
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(newcomer(land, 1, word)));
            server.user(database, "duyet", "approver").close();
            server.sql(database, "SELECT sync_api.scope_put('duyet', 1, true, true, false)");
            admin.proposals().mode(1, true);
            Push first = newcomer(land, 1, word);
            assertInstanceOf(PushAnswer.Proposed.class, admin.push(first));
            assertInstanceOf(PushAnswer.Proposed.class, admin.push(newcomer(land, 1, word)));
            try (LandDatabase approver = new PostgisLandDatabase(server.address("duyet", database))) {
                approver.proposals().decline(1, first.id(), "hỏi lại " + word);
                assertEquals(
                        2,
                        admin.proposals().list(1, List.of()).size(),
                        "the one that waits and the one that came back");
            }
            assertTrue(records(admin.snapshot(1).land()) >= 2 * PERSONS);
            assertEquals(1, admin.pull(start, 1 << 20).entries().size());
            server.texts(
                    database,
                    "quan_tri",
                    "SELECT sync_api.reveal_pii(1, '" + land.parcelAt(3).id() + "', '" + REASON + word + "')");
        }
    }

    @Test
    void noFileOfTheServerAndNoDumpNamesAPerson() throws Exception {
        String word = "Chimvangkin";
        work(word);
        server.sql(database, "ANALYZE", "CHECKPOINT");
        assertEquals("0", one("SELECT count(*) FROM " + VALUES + " AND substr(v, 1, 1) <> '\\x01'"));
        assertNotEquals("0", one("SELECT count(*) FROM " + VALUES));
        assertEquals(List.of(), List.copyOf(Traces.of(server.dataFolder(), List.of(word))));
        assertEquals(List.of(), List.copyOf(Traces.of(server.dump(database), List.of(word))));
        assertEquals(
                List.of("quan_tri " + REASON + word),
                server.texts(
                        database,
                        "SELECT username || ' ' || detail FROM sync_api.audit() WHERE what = 'persons-shown'"));
        assertEquals(PERSONS + 1 + "", one("SELECT count(*) FROM person.party WHERE name LIKE '" + word + "%'"));
    }

    @Test
    void whatLayInClearIsSealedAndNothingIsWrittenInClearAgain() throws Exception {
        String word = "Chimxanhlo";
        server.keyed(database, "");
        server.sql(database, "UPDATE sync.server SET person_key = NULL");
        work(word);
        server.sql(database, "CHECKPOINT");
        assertFalse(Traces.of(server.dataFolder(), List.of(word)).isEmpty(), "the search finds what is there");
        assertFalse(Traces.of(server.dump(database), List.of(word)).isEmpty(), "in a dump as well");
        try (PostgisOffice office = new PostgisOffice(server.address("quan_tri", database));
                PostgisPersons persons = new PostgisPersons(server.address("quan_tri", database))) {
            assertFalse(persons.state().isSealed());
            assertEquals("person-key-none", code(() -> persons.seal(zone -> {})));
            server.keyed(database, "late.key");
            server.newKey("late.key");
            assertTrue(persons.seal(zone -> {}) >= 2 * PERSONS + 5);
            assertTrue(persons.state().isSealed());
            assertEquals(0, persons.seal(zone -> {}));
            assertEquals(List.of(), office.verify());
        }
        assertEquals("0", one("SELECT count(*) FROM " + VALUES + " AND substr(v, 1, 1) <> '\\x01'"));
        server.sql(
                database,
                "VACUUM FULL person.secret",
                "VACUUM FULL person.entry",
                "VACUUM FULL person.proposal",
                "VACUUM FULL person.reveal",
                "VACUUM FULL sync.snapshot",
                "CHECKPOINT");
        assertEquals(List.of(), List.copyOf(Traces.of(server.dump(database), List.of(word))));
        String files = one("SELECT pg_relation_filepath('person.secret_79')");
        assertEquals(
                List.of(),
                List.copyOf(Traces.of(server.dataFolder().resolve(files).getParent(), List.of(word))));
        server.keyed(database, "");
        try (LandDatabase admin = new PostgisLandDatabase(server.address("quan_tri", database))) {
            assertEquals("person-key-missing", code(() -> admin.push(newcomer(land(word), 1, word))));
        }
    }

    private static String code(Executable call) {
        return assertThrows(RemoteException.class, call).code();
    }

    @Test
    void withoutItsKeyNothingIsWrittenAndNobodyIsShown() throws Exception {
        Fabric land = land("Chimtrang");
        try (LandDatabase admin = server.user(database, "quan_tri", "admin");
                LandDatabase blind = server.user(database, "an", "surveyor")) {
            Checkpoint start = admin.load(new ZoneSpec(1, "Một", 9210, 79), land);
            server.sql(database, "SELECT sync_api.scope_put('an', 1, true, false, false)");
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(newcomer(land, 1, "Chimtrang")));
            server.newKey("other.key");
            Files.writeString(server.keyFile("torn.key"), "0123456789abcdef\n");
            server.give(server.keyFile("torn.key"));
            for (String file : List.of("", "other.key", "torn.key", "nowhere.key", "data/PG_VERSION")) {
                server.keyed(database, file);
                assertEquals("person-key-missing", code(() -> admin.push(newcomer(land, 1, "Chimtrang"))), file);
                assertEquals("person-key-missing", code(() -> blind.push(TwoParcels.renumbered(land, 2, 1))), file);
                assertEquals("person-key-missing", code(() -> admin.pull(start, 1 << 20)), file);
                assertEquals("person-key-missing", code(() -> admin.snapshot(1)), file);
                assertEquals(
                        "person-key-missing", code(() -> admin.load(new ZoneSpec(2, "Hai", 9210, 79), land)), file);
                assertEquals("person-key-missing", code(() -> admin.proposals().list(1, List.of())), file);
                assertEquals(1, blind.pull(start, 1 << 20).entries().size(), "land is read without it");
                assertEquals("1", one("SELECT head_seq FROM sync.zone_head WHERE zone_id = 1"), file);
                assertEquals("1", one("SELECT count(*) FROM sync.zone"), file);
            }
            server.keyed(database, "person.key");
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(newcomer(land, 1, "Chimtrang")));
            assertEquals(2, admin.pull(start, 1 << 20).entries().size());
        }
    }

    @Test
    void aSessionCannotNameAnotherFile() throws Exception {
        server.newKey("mine.key");
        server.user(database, "an", "surveyor").close();
        String before = one("SELECT encode((person.keys_of(person.key_file()))[1].id, 'hex')");
        server.sql(
                database,
                "SET diaba.person_key_file = '" + server.keyFile("mine.key") + "';"
                        + " DO $$ BEGIN IF encode((person.keys_of(person.key_file()))[1].id, 'hex') <> '" + before
                        + "' THEN RAISE EXCEPTION 'a session chose the key'; END IF; END $$");
        for (String call : List.of("person.key_file()", "person.keys()", "sync_api.person_key()")) {
            assertThrows(java.sql.SQLException.class, () -> server.texts(database, "an", "SELECT " + call), call);
        }
    }

    @Test
    void theKeyIsTurnedWhileWorkGoesOn() throws Exception {
        String word = "Chimnau";
        server.newKey("turned.key");
        server.keyed(database, "turned.key");
        server.sql(database, "UPDATE sync.server SET person_key = (person.keys_of(person.key_file()))[1].id");
        work(word);
        Fabric land = land(word);
        try (LandDatabase admin = new PostgisLandDatabase(server.address("quan_tri", database));
                PostgisOffice office = new PostgisOffice(server.address("quan_tri", database));
                PostgisPersons persons = new PostgisPersons(server.address("quan_tri", database))) {
            admin.proposals().mode(1, false);
            String old = persons.state().sealing();
            server.newKey("turned.key");
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(newcomer(land, 1, word)));
            assertEquals(old, persons.state().sealing(), "until somebody turns it");
            assertTrue(persons.state().isToBeTurned());
            long sealed = persons.seal(zone -> {});
            assertTrue(sealed >= 2 * PERSONS + 5, sealed + " values");
            assertEquals(0, persons.seal(zone -> {}));
            assertNotEquals(old, persons.state().sealing());
            String key = Files.readString(server.keyFile("turned.key"))
                    .lines()
                    .toList()
                    .get(0);
            Files.writeString(server.keyFile("turned.key"), key + "\n");
            assertEquals(List.of(), office.verify());
            assertTrue(records(admin.snapshot(1).land()) >= 2 * PERSONS + 2);
            assertInstanceOf(PushAnswer.Accepted.class, admin.push(newcomer(land, 1, word)));
            assertEquals(2, admin.proposals().list(1, List.of()).size());
        }
    }

    @Test
    void aNameInAnotherRowAndAnAlteredOneAreFound() throws Exception {
        Fabric land = land("Chimden");
        try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
            admin.load(new ZoneSpec(1, "Một", 9210, 79), land);
            String own =
                    one("SELECT encode(body, 'hex') FROM person.secret WHERE object_id = '" + new UUID(77, 5) + "'");
            for (String edit : List.of(
                    "(SELECT body FROM person.secret WHERE object_id = '" + new UUID(77, 6) + "')",
                    "set_byte(body, 40, get_byte(body, 40) # 1)",
                    "substr(body, 1, 30)")) {
                server.sql(
                        database,
                        "DELETE FROM sync.snapshot",
                        "UPDATE person.secret SET body = " + edit + " WHERE object_id = '" + new UUID(77, 5) + "'");
                assertEquals("person-seal-broken", code(() -> admin.snapshot(1)), edit);
                server.sql(
                        database,
                        "UPDATE person.secret SET body = '\\x" + own + "' WHERE object_id = '" + new UUID(77, 5) + "'");
            }
            assertEquals(land, admin.snapshot(1).land());
        }
    }
}
