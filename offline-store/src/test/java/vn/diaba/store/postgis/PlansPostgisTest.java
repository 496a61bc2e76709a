package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.codec.Json;

/** How the functions' own queries are carried out, told by the server while they run. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PlansPostgisTest {
    private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (parcel|ring_point|boundary_point)\\w*");

    /** A scan of the other province's partition that was carried out. */
    private static final Pattern ELSEWHERE = Pattern.compile("Scan[^\\n]* on \\w+_80 [^\\n]*\\(actual");

    private static String plans(Connection connection, String call) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            StringBuilder plans = new StringBuilder();
            statement.execute(call);
            for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
                plans.append(said.getMessage()).append('\n');
            }
            return plans.toString();
        }
    }

    @Test
    void noCallReadsATableOfLandFromEndToEndAndPartitionsArePruned(PostgisServer server) throws Exception {
        String database = server.database();
        server.sql(
                database,
                "SELECT sync_api.account_put('dba', 'admin', false)",
                SampleLand.zones(79, 9210, 1, 20, 1000),
                SampleLand.zones(80, 9210, 21, 20, 1000),
                "ANALYZE");
        try (Connection connection = server.address("dba", database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LOAD 'auto_explain'");
            for (String setting : List.of(
                    "auto_explain.log_min_duration = 0",
                    "auto_explain.log_nested_statements = on",
                    "auto_explain.log_analyze = on",
                    "auto_explain.log_level = notice")) {
                statement.execute("SET " + setting);
            }
            String payload = new String(Json.write(SampleLand.move(3)), StandardCharsets.UTF_8);
            String push =
                    "SELECT sync_api.push('00000000-0000-0000-0000-000000000009', '00000000-0000-0000-0000-000000000001', 1,"
                            + " 3, 'an', '" + payload + "', '', '" + SampleLand.guards(3) + "')";
            String chain = "(SELECT epoch FROM sync.server), 0, decode(repeat('00', 32), 'hex'), 100000)";
            for (String call : List.of(
                    push,
                    "SELECT * FROM sync_api.pull(3, " + chain,
                    "SELECT * FROM sync_api.status('{00000000-0000-0000-0000-000000000009}')",
                    "SELECT sync_api.hello('00000000-0000-0000-0000-000000000001', 1)",
                    "SELECT * FROM sync_api.neighbours(3, postgis.st_asbinary(postgis.st_makepoint(3005, 1000005)), 20)",
                    "SELECT sync_api.reveal_pii(3, '00000000-0000-0000-0000-000000000009', 'hồ sơ số 1')",
                    "SELECT sync_api.snapshot_begin(3)")) {
                String plans = plans(connection, call);
                assertTrue(plans.contains("plan:"), plans);
                boolean whole =
                        call.contains("status") || call.contains("snapshot_begin") || call.contains("neighbours");
                Matcher found = SEQUENTIAL.matcher(plans);
                assertFalse(found.find(), () -> call + "\n" + plans);
                if (!whole) {
                    assertFalse(
                            ELSEWHERE.matcher(plans).find(),
                            () -> "another province is read by " + call + "\n" + plans);
                }
            }
        }
    }
}
