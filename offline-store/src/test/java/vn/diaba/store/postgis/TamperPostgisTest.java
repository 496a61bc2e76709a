package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** One who may write in every table changes a row of the logs, and is found. */
@ExtendWith(PostgisServer.class)
class TamperPostgisTest {
    private static final String USER = "quan_tri";
    private static final int ENTRIES = 40;
    private static final int EDITS = 100;
    private static final String BIT = "set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)";
    private static final String IN_ZONE = " WHERE zone_id = 1 AND seq = %d";

    private final PostgisServer server;

    TamperPostgisTest(PostgisServer server) {
        this.server = server;
    }

    /** Edits of one row each; {@code %d} is a sequence. */
    private static List<String> edits() {
        List<String> edits = new ArrayList<>();
        for (String column : List.of("hash", "prev_hash", "person_hash")) {
            edits.add("UPDATE sync.entry SET " + column + " = " + String.format(BIT, column) + IN_ZONE);
        }
        edits.add("UPDATE sync.entry SET land = replace(land, 'set', 'sat')" + IN_ZONE);
        edits.add("UPDATE sync.entry SET land = left(land, -1)" + IN_ZONE);
        for (String column : List.of("author", "username")) {
            edits.add("UPDATE sync.entry SET " + column + " = " + column + " || 'x'" + IN_ZONE);
            edits.add("UPDATE sync.changeset SET " + column + " = " + column + " || 'x'" + IN_ZONE);
        }
        edits.add("UPDATE sync.entry SET accepted_at = accepted_at - interval '1 microsecond'" + IN_ZONE);
        edits.add("UPDATE sync.entry SET changeset_id = gen_random_uuid()" + IN_ZONE);
        edits.add("UPDATE sync.entry SET seq = seq + 1000" + IN_ZONE);
        edits.add("UPDATE sync.entry SET bytes = bytes + 1" + IN_ZONE);
        edits.add("DELETE FROM sync.entry" + IN_ZONE);
        edits.add(
                "INSERT INTO sync.entry SELECT province_id, zone_id, seq + 1000, gen_random_uuid(), author, username, accepted_at,"
                        + " land, person_hash, bytes, prev_hash, hash FROM sync.entry" + IN_ZONE);
        edits.add(
                "UPDATE sync.entry a SET changeset_id = b.changeset_id, author = b.author, accepted_at = b.accepted_at,"
                        + " land = b.land, person_hash = b.person_hash, bytes = b.bytes, prev_hash = b.prev_hash, hash = b.hash"
                        + " FROM sync.entry b WHERE a.zone_id = 1 AND b.zone_id = 1 AND a.seq IN (%1$d, %1$d + 1)"
                        + " AND b.seq = 2 * %1$d + 1 - a.seq");
        edits.add("UPDATE person.entry SET person = " + String.format(BIT, "person") + IN_ZONE);
        edits.add("UPDATE person.entry SET person = person || '\\x20'" + IN_ZONE);
        edits.add("UPDATE person.entry SET person = (SELECT person FROM person.entry WHERE zone_id = 1 AND seq = 1)"
                + IN_ZONE);
        edits.add("DELETE FROM person.entry" + IN_ZONE);
        edits.add("INSERT INTO person.entry VALUES (79, 1, 1000 + %d, '\\x007b7d')");
        edits.add("UPDATE sync.changeset SET payload_sha = " + String.format(BIT, "payload_sha") + IN_ZONE);
        edits.add("UPDATE sync.changeset SET proof = " + String.format(BIT, "proof") + IN_ZONE);
        edits.add("UPDATE sync.changeset SET client_id = gen_random_uuid()" + IN_ZONE);
        edits.add("UPDATE sync.changeset SET server_ts = server_ts + interval '1 day'" + IN_ZONE);
        edits.add("UPDATE sync.changeset SET versions = versions #- '{0}'" + IN_ZONE);
        edits.add("UPDATE sync.changeset SET seq = seq + 1" + IN_ZONE);
        edits.add("DELETE FROM sync.changeset" + IN_ZONE);
        edits.add(
                "INSERT INTO sync.changeset SELECT province_id, gen_random_uuid(), zone_id, seq, client_id, username, author,"
                        + " payload_sha, versions, server_ts, proof FROM sync.changeset" + IN_ZONE);
        edits.add("UPDATE sync.change SET version = version + 1" + IN_ZONE + " AND idx = 0");
        edits.add("UPDATE sync.change SET body = body || '{\"number\": \"1\"}'" + IN_ZONE + " AND idx = 1");
        edits.add("UPDATE sync.change SET object_id = gen_random_uuid()" + IN_ZONE + " AND idx = 0");
        edits.add("UPDATE sync.change SET op = 'I'" + IN_ZONE + " AND idx = 0");
        edits.add("UPDATE sync.change SET kind = 'record'" + IN_ZONE + " AND idx = 0");
        edits.add("UPDATE sync.change SET idx = 7" + IN_ZONE + " AND idx = 1");
        edits.add("DELETE FROM sync.change" + IN_ZONE + " AND idx = 1");
        edits.add(
                "INSERT INTO sync.change SELECT province_id, zone_id, seq, 9, kind, object_id, second_id, op, version, body FROM"
                        + " sync.change" + IN_ZONE + " AND idx = 0");
        for (String log : List.of("admin_log", "reveal")) {
            String row = " WHERE seq = 1 + %d %% 2";
            edits.add("UPDATE sync." + log + " SET at = at + interval '1 second'" + row);
            edits.add("UPDATE sync." + log + " SET username = 'ai_do'" + row);
            edits.add("UPDATE sync." + log + " SET hash = " + String.format(BIT, "hash") + row);
            edits.add("UPDATE sync." + log + " SET seq = seq + 1000" + row);
            edits.add("DELETE FROM sync." + log + row);
        }
        return edits;
    }

    private String filled(Fabric land) throws Exception {
        String database = server.database();
        try (LandDatabase central = server.user(database, USER, "admin")) {
            central.load(new ZoneSpec(1, "Phường thử", 9210, 79), land);
            for (int n = 0; n < ENTRIES; n++) {
                assertInstanceOf(PushAnswer.Accepted.class, central.push(TwoParcels.renumbered(land, 2 * n, 1)));
            }
        }
        for (int n = 0; n < 4; n++) {
            server.texts(database, USER, "SELECT sync_api.reveal_pii(1, '" + new UUID(1, n) + "', 'hồ sơ số 12')");
        }
        return database;
    }

    @Test
    @Tag("postgis")
    void eachOf100EditsOfTheLogsIsFoundWithItsPlace() throws Exception {
        String database = filled(SampleCommune.of(150));
        Random random = new Random(19);
        List<String> edits = edits();
        List<String> missed = new ArrayList<>();
        for (int n = 0; n < EDITS; n++) {
            int seq = 2 + random.nextInt(ENTRIES - 3);
            String edit = String.format(n < edits.size() ? edits.get(n) : edits.get(random.nextInt(edits.size())), seq);
            try (Connection connection = server.connection("dba", database);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                assertTrue(statement.executeUpdate(edit) > 0, edit);
                List<String> found = found(statement);
                if (found.isEmpty()) {
                    missed.add(edit);
                }
                boolean ofAZone = !edit.contains("admin_log") && !edit.contains("reveal");
                boolean atItsPlace = found.stream()
                        .anyMatch(fault -> ofAZone
                                ? List.of("1 " + seq, "1 " + (seq + 1)).contains(fault) || fault.matches("1 (10..|41)")
                                : !fault.startsWith("1 "));
                assertTrue(found.isEmpty() || atItsPlace, edit + " was found at " + found);
                connection.rollback();
            }
        }
        assertEquals(List.of(), missed);
        try (PostgisOffice office = new PostgisOffice(server.address(USER, database))) {
            assertEquals(List.of(), office.verify());
        }
    }

    private static List<String> found(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String call : List.of("verify_chain(1)", "verify_audit('admin_log')", "verify_audit('reveal')")) {
            try (var row = statement.executeQuery("SELECT * FROM sync_api." + call)) {
                while (row.next()) {
                    found.add(row.getString(1) + " " + row.getString(2));
                }
            }
        }
        return found;
    }

    @Test
    @Tag("postgis")
    void anEndThatWasCutOffCleanlyIsFoundByTheHeadThatWasKept() throws Exception {
        String database = filled(SampleCommune.of(150));
        try (PostgisOffice office = new PostgisOffice(server.address(USER, database))) {
            List<Provable.Head> kept = office.heads();
            assertEquals(List.of(), office.verify(kept));
            server.sql(
                    database,
                    "DELETE FROM sync.entry WHERE seq > 38",
                    "DELETE FROM person.entry WHERE seq > 38",
                    "DELETE FROM sync.change WHERE seq > 38",
                    "DELETE FROM sync.changeset WHERE seq > 38",
                    "UPDATE sync.zone_head SET head_seq = 38, head_hash = (SELECT hash FROM sync.entry WHERE seq = 38)");
            assertEquals(List.of(), office.verify(), "it proves itself");
            assertEquals(List.of(new Provable.Fault("1", 40, "not-as-kept")), office.verify(kept));
        }
    }

    @Test
    @Tag("bench")
    void aHundredThousandEntriesAreProvedInTenSeconds() throws Exception {
        String database = filled(SampleCommune.of(150));
        server.sql(database, """
                DO $$
                DECLARE
                  e sync.entry;
                  h sync.zone_head;
                  v_hash bytea;
                BEGIN
                  SELECT * INTO e FROM sync.entry WHERE seq = 1;
                  SELECT * INTO h FROM sync.zone_head WHERE zone_id = 1;
                  FOR n IN 1 .. 100000 - 40 LOOP
                    e.seq := h.head_seq + n;
                    e.changeset_id := gen_random_uuid();
                    e.prev_hash := coalesce(v_hash, h.head_hash);
                    v_hash := sha256(e.prev_hash || int8send(e.seq) || uuid_send(e.changeset_id)
                      || sha256(sha256(convert_to(e.land, 'UTF8')) || e.person_hash) || convert_to(e.author, 'UTF8')
                      || int8send(floor(extract(epoch FROM e.accepted_at))::bigint)
                      || int4send(((extract(epoch FROM e.accepted_at) % 1) * 1000000000)::int));
                    e.hash := v_hash;
                    INSERT INTO sync.entry SELECT e.*;
                    INSERT INTO sync.change SELECT province_id, zone_id, e.seq, idx, kind, object_id, second_id, op, version, body
                      FROM sync.change WHERE zone_id = 1 AND seq = 1;
                    INSERT INTO sync.changeset SELECT province_id, e.changeset_id, zone_id, e.seq, client_id, username, author,
                      payload_sha, versions, server_ts, sha256(v_hash || uuid_send(e.changeset_id) || uuid_send(client_id)
                      || int8send((extract(epoch FROM server_ts) * 1000000)::bigint) || convert_to(username, 'UTF8'))
                      FROM sync.changeset WHERE zone_id = 1 AND seq = 1;
                  END LOOP;
                  UPDATE sync.zone_head SET head_seq = 100000, head_hash = v_hash WHERE zone_id = 1;
                END $$""", "ANALYZE");
        try (PostgisOffice office = new PostgisOffice(server.address(USER, database))) {
            long start = System.nanoTime();
            assertEquals(List.of(), office.verify());
            System.getLogger("tamper")
                    .log(
                            System.Logger.Level.INFO,
                            "100,000 entries proved in {0} s",
                            (System.nanoTime() - start) / 1e9);
        }
    }
}
