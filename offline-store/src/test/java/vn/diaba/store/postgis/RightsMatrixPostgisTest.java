package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.util.PSQLException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.office.Account;
import vn.diaba.store.office.RightsMatrix;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.wire.Functions;

/** The matrix of the embedded office, asked of the functions in the database by logins of their own. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class RightsMatrixPostgisTest {
    private final PostgisServer server;
    private final RightsMatrix matrix = new RightsMatrix();
    private final Map<String, Connection> lines = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> types = new LinkedHashMap<>();
    private String database = "";

    RightsMatrixPostgisTest(PostgisServer server) {
        this.server = server;
    }

    /** A login for an account: the order of the accounts, since names of logins are for all databases of the server. */
    private static String login(Account account) {
        List<String> names = RightsMatrix.accounts().stream().map(Account::name).toList();
        return "matrix_" + names.indexOf(account.name());
    }

    private void make() throws Exception {
        database = server.database();
        try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
            for (int zone = 1; zone <= RightsMatrix.ZONES; zone++) {
                ZoneSpec spec = new ZoneSpec(zone, "Khu " + zone, 9205 + zone, 79);
                matrix.begins(zone, admin.load(spec, matrix.land()));
            }
        }
        for (Account account : RightsMatrix.accounts()) {
            String login = login(account);
            server.user(database, login, account.role().name().toLowerCase(Locale.ROOT))
                    .close();
            for (Sight sight : account.sights()) {
                server.sql(
                        database,
                        String.format(
                                Locale.ROOT,
                                "SELECT sync_api.scope_put('%s', %d, %b, %b, false)",
                                login,
                                sight.zone(),
                                sight.write(),
                                sight.persons()));
            }
            lines.put(account.name(), server.connection(login, database));
        }
        for (String line : server.texts(
                database,
                "SELECT p.proname || ' ' || a.name || ' ' || format_type(a.type, NULL) FROM pg_proc p"
                        + " CROSS JOIN unnest(p.proargnames[1:p.pronargs], p.proargtypes::oid[]) AS a(name, type)"
                        + " WHERE p.pronamespace = 'sync_api'::regnamespace AND p.pronargs > 0")) {
            String[] parts = line.split(" ", 3);
            types.computeIfAbsent(parts[0], function -> new LinkedHashMap<>()).put(parts[1], parts[2]);
        }
    }

    private String ask(Account account, String function, int zone, Map<String, @Nullable Object> arguments)
            throws Exception {
        List<String> read = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Map.Entry<String, String> one : types.get(function).entrySet()) {
            if (arguments.containsKey(one.getKey())) {
                read.add(one.getKey() + " " + one.getValue());
                given.add(one.getKey() + " => b." + one.getKey());
            } else if (function.equals(Functions.ZONE_PAGE)) {
                given.add(one.getKey() + " => ''");
            }
        }
        String sql = "SELECT string_agg(f::text, ' ') FROM json_to_record(?::json) AS b(" + String.join(", ", read)
                + ") CROSS JOIN LATERAL sync_api." + function + "(" + String.join(", ", given) + ") f";
        try (PreparedStatement call = lines.get(account.name()).prepareStatement(sql)) {
            call.setString(1, new String(Json.write(arguments), StandardCharsets.UTF_8));
            try (ResultSet row = call.executeQuery()) {
                assertTrue(row.next());
                return String.valueOf(row.getString(1));
            }
        } catch (PSQLException e) {
            String detail = String.valueOf(e.getServerErrorMessage().getDetail());
            return "fault " + e.getSQLState() + " " + e.getServerErrorMessage().getMessage() + " "
                    + detail.replaceAll("\\b" + zone + "\\b", "Z");
        }
    }

    @Test
    void whatIsForbiddenAnswersLikeWhatIsAbsent() throws Exception {
        make();
        try {
            matrix.holds(this::ask, Set.of(Functions.ZONE_MODE));
            Account seeing = RightsMatrix.accounts().get(1);
            String shown = ask(
                    seeing,
                    Functions.REVEAL_PII,
                    1,
                    Map.of("p_zone", 1, "p_parcel", matrix.parcel().toString(), "p_reason", "hồ sơ số 12 ngày 2/11"));
            assertTrue(shown.contains(RightsMatrix.NAME), "who may see is shown");
            assertEquals(List.of(), server.texts(database, "SELECT 1 FROM sync.changeset"));
        } finally {
            for (Connection line : lines.values()) {
                line.close();
            }
        }
    }

    /** What a leak would look like is seen by the matrix. */
    @Test
    void aFunctionThatForgetsToAskForTheScopeTurnsItRed() throws Exception {
        make();
        server.sql(
                database,
                "CREATE OR REPLACE FUNCTION sync_api.snapshot_part(p_zone int, p_token uuid, p_part text, p_from int, p_most int"
                        + " DEFAULT 8388608) RETURNS bytea LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS"
                        + " 'SELECT convert_to(name, ''UTF8'') FROM sync.zone WHERE zone_id = p_zone'");
        try {
            org.junit.jupiter.api.Assertions.assertThrows(
                    AssertionError.class, () -> matrix.holds(this::ask, Set.of(Functions.ZONE_MODE)));
        } finally {
            for (Connection line : lines.values()) {
                line.close();
            }
        }
    }
}
