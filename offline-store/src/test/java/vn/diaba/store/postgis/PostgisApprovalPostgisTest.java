package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.diaba.store.remote.ApprovalContract;
import vn.diaba.store.remote.LandDatabase;

/** Proposals on a real server. */
@Tag("postgis")
class PostgisApprovalPostgisTest extends ApprovalContract {
    @RegisterExtension
    final PostgisAccounts accounts = new PostgisAccounts();

    @Override
    protected LandDatabase admin() throws Exception {
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

    @Test
    void withoutFourEyesAnAuthorMakesTheOwnWorkLand() throws Exception {
        List<String> sound = accounts.texts("SELECT sync.four_eyes('an', 'Trần An', ' AN ')::text");
        assertEquals(List.of("false"), sound);
        assertEquals(
                List.of("false true"),
                accounts.texts(
                        "SELECT sync.four_eyes('an', 'bình', 'bình') || ' ' || sync.four_eyes('an', 'an', 'chi')"));
        accounts.sql(
                "CREATE OR REPLACE FUNCTION sync.four_eyes(p_username text, p_author text, p_approver text) RETURNS boolean"
                        + " LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS 'SELECT true'");
        AssertionError red = assertThrows(AssertionError.class, this::nobodyApprovesWhatIsTheirOwn);
        assertTrue(String.valueOf(red.getMessage()).contains("RemoteException"), red.getMessage());
    }

    @Test
    void noFunctionTakesAnythingOutOfALog() throws Exception {
        assertEquals(
                List.of("person_seal"),
                accounts.texts(
                        "SELECT proname FROM pg_proc WHERE pronamespace IN ('sync'::regnamespace, 'person'::regnamespace,"
                                + " 'sync_api'::regnamespace)"
                                + " AND prosrc ~* '(delete\\s+from|truncate|update)\\s+(only\\s+)?(sync[.](admin_log|reveal|refusal"
                                + "|entry|change|changeset)|person[.](entry|reveal))\\M'"),
                "only the turning of the key, which leaves the words that the chain goes over as they are");
        assertEquals(
                List.of("1"),
                accounts.texts(
                        "SELECT (count(*) > 0)::int::text FROM pg_proc WHERE prosrc ~* 'insert\\s+into\\s+sync[.]reveal'"));
    }
}
