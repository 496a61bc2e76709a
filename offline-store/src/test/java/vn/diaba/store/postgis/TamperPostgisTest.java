package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.TamperContract;

/** A land database on a real server, changed by one who may write in every table. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class TamperPostgisTest extends TamperContract {
    private static final String USER = "quan_tri";
    private static final String BIT = "set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)";
    private static final String IN_ZONE = " WHERE zone_id = 1 AND seq = %d";

    private final PostgisServer server;
    private String database = "";
    private PostgisOffice office;

    TamperPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase made() throws Exception {
        database = server.database();
        office = new PostgisOffice(server.address(USER, database));
        return server.user(database, USER, "admin");
    }

    @BeforeEach
    void reveal() throws Exception {
        for (int n = 0; n < 4; n++) {
            server.texts(database, USER, "SELECT sync_api.reveal_pii(1, '" + new UUID(1, n) + "', 'hồ sơ số 12')");
        }
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Override
    protected Provable proof() {
        return office;
    }

    @Override
    protected List<String> edits() {
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

    @Override
    protected List<Provable.Fault> tampered(String edit) throws Exception {
        try (Connection connection = server.connection("dba", database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertTrue(statement.executeUpdate(edit) > 0, edit);
            List<Provable.Fault> found = found(statement);
            connection.rollback();
            return found;
        }
    }

    private static List<Provable.Fault> found(Statement statement) throws SQLException {
        List<Provable.Fault> found = new ArrayList<>();
        for (String call : List.of("verify_chain(1)", "verify_audit('admin_log')", "verify_audit('reveal')")) {
            try (ResultSet row = statement.executeQuery("SELECT * FROM sync_api." + call)) {
                while (row.next()) {
                    found.add(new Provable.Fault(row.getString(1), row.getLong(2), row.getString(3)));
                }
            }
        }
        return found;
    }

    /** Entries may change places with the next one; logs of what was done are short. */
    @Override
    protected boolean isPlaceOf(Provable.Fault fault, String edit, int seq) {
        return edit.contains("admin_log") || edit.contains("reveal")
                ? !fault.log().equals("1")
                : super.isPlaceOf(fault, edit, seq) || super.isPlaceOf(fault, edit, seq + 1);
    }

    @Override
    protected void cutOffAfter(int seq) throws Exception {
        server.sql(
                database,
                "DELETE FROM sync.entry WHERE seq > " + seq,
                "DELETE FROM person.entry WHERE seq > " + seq,
                "DELETE FROM sync.change WHERE seq > " + seq,
                "DELETE FROM sync.changeset WHERE seq > " + seq,
                "UPDATE sync.zone_head SET head_seq = %1$d, head_hash = (SELECT hash FROM sync.entry WHERE seq = %1$d)"
                        .formatted(seq));
    }
}
