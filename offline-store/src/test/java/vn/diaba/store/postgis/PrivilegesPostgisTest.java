package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;

/** Who may do what in the database, listed whole; a change of the list is a decision. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PrivilegesPostgisTest {
    private static final String OURS = "('land', 'person', 'sync', 'sync_api')";

    private final PostgisServer server;
    private String database = "";

    PrivilegesPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @BeforeEach
    void make() throws Exception {
        database = server.database();
        server.user(database, "an", "surveyor").close();
    }

    private List<String> rows(String user, String sql) throws Exception {
        try (Connection connection = server.address(user, database).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    @Test
    void whatMayBeExecutedIsTheGoldenList() throws Exception {
        List<String> functions = rows(
                "dba",
                "SELECT format('%s %s %s', n.nspname, p.proname, (SELECT string_agg(coalesce(nullif(a.grantee, 0)::regrole::text,"
                        + " 'PUBLIC'), ' ' ORDER BY a.grantee::regrole::text) FROM aclexplode(p.proacl) a"
                        + " WHERE a.grantee <> p.proowner)) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " WHERE n.nspname IN " + OURS + " AND (n.nspname = 'sync_api' OR p.proacl IS NULL"
                        + " OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee <> p.proowner)) ORDER BY 1");
        try (var golden = PrivilegesPostgisTest.class.getResourceAsStream("privileges.txt")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8), String.join("\n", functions) + "\n");
        }
    }

    @Test
    void noRoleOfAClientHasARightOnATable() throws Exception {
        assertEquals(
                List.of(),
                rows(
                        "dba",
                        "SELECT c.oid::regclass || ' ' || a.grantee::regrole FROM pg_class c JOIN pg_namespace n ON n.oid ="
                                + " c.relnamespace CROSS JOIN aclexplode(c.relacl) a WHERE n.nspname IN " + OURS
                                + " AND a.grantee <> c.relowner"));
        assertEquals(
                List.of("sync_api diaba_admin USAGE", "sync_api diaba_user USAGE"),
                rows(
                        "dba",
                        "SELECT n.nspname || ' ' || coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC') || ' ' ||"
                                + " a.privilege_type FROM pg_namespace n CROSS JOIN aclexplode(n.nspacl) a WHERE n.nspname IN "
                                + OURS + " AND a.grantee <> n.nspowner ORDER BY 1"));
        assertEquals(
                List.of(),
                rows(
                        "dba",
                        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'sync_api'::regnamespace AND NOT (p.prosecdef"
                                + " AND p.proowner = 'diaba_owner'::regrole AND EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c"
                                + " LIKE 'search_path=pg_catalog%pg_temp'))"),
                "every door runs as the owner with a search path of its own");
        assertEquals(
                List.of("diaba_admin f f f f f", "diaba_owner f f f f f", "diaba_user f f f f f"),
                rows(
                        "dba",
                        "SELECT concat_ws(' ', rolname, left(rolcanlogin::text, 1), left(rolsuper::text, 1),"
                                + " left(rolcreatedb::text, 1), left(rolcreaterole::text, 1), left(rolbypassrls::text, 1))"
                                + " FROM pg_roles WHERE rolname LIKE 'diaba_%' ORDER BY 1"));
    }

    @Test
    void everyTableHasTheSecondWall() throws Exception {
        assertEquals(
                List.of(),
                rows(
                        "dba",
                        "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN "
                                + OURS
                                + " AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"));
        try (LandDatabase admin = server.user(database, "quan_tri", "admin")) {
            admin.load(new ZoneSpec(1, "Một", 9210, 79), TestFabrics.twoNeighbours());
            admin.load(new ZoneSpec(2, "Hai", 9211, 79), TestFabrics.twoNeighbours());
        }
        server.sql(
                database,
                "SELECT sync_api.scope_put('an', 2, false, false, false)",
                "GRANT USAGE ON SCHEMA land, sync TO an",
                "GRANT SELECT ON land.parcel TO an",
                "GRANT EXECUTE ON FUNCTION sync.me(), sync.my_zones() TO an");
        assertEquals(List.of("2", "2"), rows("an", "SELECT zone_id FROM land.parcel"));
    }

    @Test
    void aClientCannotReadOrWriteATableOrCallWhatIsInside() throws Exception {
        for (String sql : List.of(
                "SELECT * FROM land.parcel",
                "SELECT * FROM person.secret",
                "INSERT INTO sync.account VALUES ('an', 'admin')",
                "COPY land.parcel TO STDOUT",
                "SELECT sync.my_role()",
                "SELECT sync_api.account_put('an', 'admin', false)",
                "SELECT sync_api.epoch_new()",
                "CREATE TABLE public.mine(x int)",
                "CREATE TEMP TABLE mine(x int)",
                "SET ROLE diaba_owner",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')")) {
            SQLException denied = assertThrows(SQLException.class, () -> rows("an", sql), sql);
            assertEquals("42501", denied.getSQLState(), sql + " " + denied.getMessage());
        }
    }
}
