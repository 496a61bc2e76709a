package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.ApprovalContract;
import vn.diaba.store.remote.LandDatabase;

/** Proposals on a real server. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgisApprovalPostgisTest extends ApprovalContract {
    private final PostgisServer server;
    private PostgisAccounts accounts;

    PostgisApprovalPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase admin() throws Exception {
        accounts = new PostgisAccounts(server);
        return accounts.admin();
    }

    @Override
    protected LandDatabase user(String name, String role, boolean scoped) throws Exception {
        LandDatabase there = accounts.user(name, role);
        if (scoped) {
            accounts.scope(name, ZONE);
        }
        return there;
    }

    @AfterEach
    void close() throws Exception {
        accounts.close();
    }

    @Test
    void withoutFourEyesAnAuthorMakesTheOwnWorkLand() throws Exception {
        List<String> sound = server.texts(accounts.database(), "SELECT sync.four_eyes('an', 'Trần An', ' AN ')::text");
        assertEquals(List.of("false"), sound);
        assertEquals(
                List.of("false true"),
                server.texts(
                        accounts.database(),
                        "SELECT sync.four_eyes('an', 'bình', 'bình') || ' ' || sync.four_eyes('an', 'an', 'chi')"));
        server.sql(
                accounts.database(),
                "CREATE OR REPLACE FUNCTION sync.four_eyes(p_username text, p_author text, p_approver text) RETURNS boolean"
                        + " LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS 'SELECT true'");
        AssertionError red = assertThrows(AssertionError.class, this::nobodyApprovesWhatIsTheirOwn);
        assertTrue(String.valueOf(red.getMessage()).contains("RemoteException"), red.getMessage());
    }

    @Test
    void noFunctionTakesAnythingOutOfALog() throws Exception {
        assertEquals(
                List.of("person_seal"),
                server.texts(
                        accounts.database(),
                        "SELECT proname FROM pg_proc WHERE pronamespace IN ('sync'::regnamespace, 'person'::regnamespace,"
                                + " 'sync_api'::regnamespace)"
                                + " AND prosrc ~* '(delete\\s+from|truncate|update)\\s+(only\\s+)?(sync[.](admin_log|reveal|refusal"
                                + "|entry|change|changeset)|person[.](entry|reveal))\\M'"),
                "only the turning of the key, which leaves the words that the chain goes over as they are");
        assertEquals(
                List.of("1"),
                server.texts(
                        accounts.database(),
                        "SELECT (count(*) > 0)::int::text FROM pg_proc WHERE prosrc ~* 'insert\\s+into\\s+sync[.]reveal'"));
    }
}
