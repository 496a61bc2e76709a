package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.PackedLand;
import vn.diaba.store.wire.WireJson;

/**
 * The statements that PostgREST 12 sends for a call, in its order: one transaction, the role and the claims of the token set for
 * it alone, arguments by name out of a JSON document, the answer as JSON or as bytes.
 */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgrestStatementsPostgisTest {
    private static final String GATEWAY = "authenticator";
    private static final String SETTINGS =
            "SELECT set_config('search_path', '\"sync_api\"', true), set_config('role', ?, true),"
                    + " set_config('request.jwt.claims', ?, true), set_config('request.method', 'POST', true),"
                    + " set_config('request.path', ?, true), set_config('request.headers', '{}', true),"
                    + " set_config('request.cookies', '{}', true)";
    private static final Map<String, String> ARGUMENTS = Map.of(
            "hello", "p_client uuid, p_protocol integer",
            "push",
                    "p_id uuid, p_client uuid, p_protocol integer, p_zone integer, p_author text, p_land text, p_person text,"
                            + " p_guards jsonb",
            "pull", "p_zone integer, p_epoch uuid, p_after bigint, p_chain bytea, p_max_bytes integer",
            "snapshot_begin", "p_zone integer",
            "snapshot_part", "p_zone integer, p_token uuid, p_part text, p_from integer");

    private final PostgisServer server;
    private final Fabric land = SampleCommune.of(150);
    private String database = "";

    PostgrestStatementsPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @BeforeEach
    void make() throws Exception {
        database = server.database();
        try (LandDatabase central = server.user(database, "quan_tri", "admin")) {
            central.load(new ZoneSpec(1, "Phường thử", 9210, 79), land);
        }
        server.user(database, "lan", "surveyor").close();
        server.user(database, "minh", "surveyor").close();
        server.user(database, GATEWAY, "surveyor").close();
        server.sql(
                database,
                "SELECT sync_api.scope_put('lan', 1, true, true, false)",
                "SELECT sync_api.account_put('" + GATEWAY + "', 'surveyor', true)",
                "ALTER ROLE " + GATEWAY + " NOINHERIT",
                "GRANT lan, minh TO " + GATEWAY,
                "GRANT CONNECT ON DATABASE " + database + " TO " + GATEWAY);
    }

    /** A call of a user through the gateway's one connection. */
    private byte[] call(Connection gateway, String user, String function, boolean octets, Object... arguments)
            throws SQLException {
        String names = ARGUMENTS.get(function);
        List<String> given = new ArrayList<>();
        for (String one : names.split(", ")) {
            String name = one.substring(0, one.indexOf(' '));
            given.add("\"" + name + "\" := pgrst_body.\"" + name + "\"");
        }
        String sql =
                "WITH pgrst_source AS (SELECT pgrst_call.* FROM (SELECT ?::json AS json_data) pgrst_payload, LATERAL (SELECT *"
                        + " FROM json_to_record(pgrst_payload.json_data) AS _(" + names
                        + ") LIMIT 1) pgrst_body, LATERAL \"sync_api\".\""
                        + function + "\"(" + String.join(", ", given) + ") pgrst_call) SELECT "
                        + (octets
                                ? "(SELECT pgrst_call FROM pgrst_source)"
                                : "convert_to(coalesce(json_agg(_postgrest_t), '[]')::text, 'UTF8') FROM (SELECT * FROM pgrst_source) _postgrest_t");
        try (Statement statement = gateway.createStatement();
                PreparedStatement settings = gateway.prepareStatement(SETTINGS);
                PreparedStatement call = gateway.prepareStatement(sql)) {
            statement.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
            try {
                settings.setString(1, user);
                settings.setString(2, "{\"sub\":\"" + user + "\"}");
                settings.setString(3, "/rpc/" + function);
                settings.execute();
                call.setString(1, new String(Json.write(WireJson.fields(arguments)), StandardCharsets.UTF_8));
                byte[] answer;
                try (ResultSet row = call.executeQuery()) {
                    row.next();
                    answer = row.getBytes(1);
                }
                statement.execute("COMMIT");
                return answer;
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private List<?> rows(Connection gateway, String user, String function, Object... arguments) throws Exception {
        byte[] answer = call(gateway, user, function, false, arguments);
        return Json.read(("{\"rows\":" + new String(answer, StandardCharsets.UTF_8) + "}")
                        .getBytes(StandardCharsets.UTF_8))
                .list("rows");
    }

    /** The first row; a scalar answer stands in a column named like the call. */
    private JsonObject one(Connection gateway, String user, String function, Object... arguments) throws Exception {
        JsonObject row =
                WireJson.object(rows(gateway, user, function, arguments).get(0));
        return row.fields().containsKey("pgrst_call") ? row.object("pgrst_call") : row;
    }

    @Test
    void eachCallIsTheTokensUserAndTakesAndGivesWhatTheWorkstationDoes() throws Exception {
        try (Connection gateway = server.connection(GATEWAY, database)) {
            UUID client = new UUID(3, 3);
            JsonObject hello = one(gateway, "lan", "hello", "p_client", client, "p_protocol", 1);
            assertEquals("lan", hello.text("user"));
            assertEquals(1, hello.list("zones").size());
            assertEquals(
                    0,
                    one(gateway, "minh", "hello", "p_client", client, "p_protocol", 1)
                            .list("zones")
                            .size());
            Object[] push = WireJson.push(TwoParcels.renumbered(land, 0, 1)).entrySet().stream()
                    .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                    .toArray();
            assertEquals("accepted", one(gateway, "lan", "push", push).text("status"));
            String chain = "\\x" + "00".repeat(32);
            Delta delta = WireJson.delta(rows(
                    gateway,
                    "lan",
                    "pull",
                    "p_zone",
                    1,
                    "p_epoch",
                    hello.id("epoch"),
                    "p_after",
                    0,
                    "p_chain",
                    chain,
                    "p_max_bytes",
                    100_000));
            assertEquals(1, delta.entries().size());
            JsonObject begun = one(gateway, "lan", "snapshot_begin", "p_zone", 1);
            byte[][] parts = new byte[2][];
            for (int part = 0; part < 2; part++) {
                String name = part == 0 ? "land" : "person";
                parts[part] = call(
                        gateway,
                        "lan",
                        "snapshot_part",
                        true,
                        "p_zone",
                        1,
                        "p_token",
                        begun.id("token"),
                        "p_part",
                        name,
                        "p_from",
                        0);
                assertEquals(begun.number(name), parts[part].length);
            }
            Fabric seen = PackedLand.of(new Payload(parts[0], parts[1])).land();
            assertEquals(land.parcelCount(), seen.parcelCount());
            SQLException denied =
                    assertThrows(SQLException.class, () -> call(gateway, "minh", "snapshot_begin", false, "p_zone", 1));
            assertEquals("DB000", denied.getSQLState());
            assertTrue(denied.getMessage().contains("zone-unknown"));
            assertThrows(SQLException.class, () -> call(gateway, "quan_tri", "hello", false, "p_client", client));
        }
    }
}
