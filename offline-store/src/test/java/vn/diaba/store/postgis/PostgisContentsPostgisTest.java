package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.ContentsContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;

/** Contents on a real server, each user with a role. */
@Tag("postgis")
class PostgisContentsPostgisTest extends ContentsContract {
    private static final String BROKEN =
            "UPDATE person.content_part SET body = set_byte(body, 100, 255 - get_byte(body, 100))";
    private static final String AGED = "UPDATE person.content_part SET brought_at = brought_at - interval '25 hours'";

    @RegisterExtension
    final PostgisAccounts accounts = new PostgisAccounts();

    private @Nullable PostgisOffice office;

    @Override
    protected LandDatabase admin() throws Exception {
        return accounts.admin();
    }

    @Override
    protected LandDatabase user(String name, boolean writes, boolean seesPersons) throws Exception {
        LandDatabase there = accounts.user(name, "surveyor");
        for (int zone : new int[] {ZONE, OTHER}) {
            accounts.scope(name, zone, writes, seesPersons);
        }
        return there;
    }

    @Override
    protected List<String> readings() throws Exception {
        return accounts.texts(
                "SELECT username || ' ' || (detail ->> 'sha256') FROM sync.admin_log WHERE what = 'content-read' ORDER BY seq");
    }

    @Override
    protected Provable proof() throws Exception {
        if (office == null) {
            office = new PostgisOffice(accounts.address("quan_tri"));
        }
        return office;
    }

    @Override
    protected void alter(Content content) throws Exception {
        accounts.sql(BROKEN + " WHERE part = 1 AND sha256 = '" + content.sha256() + "'");
    }

    @AfterEach
    void close() throws Exception {
        if (office != null) {
            office.close();
        }
    }

    private List<String> sql(String query) throws Exception {
        return accounts.texts(query);
    }

    @Test
    void partsLieSealedAndBoundToTheirPlace() throws Exception {
        byte[] deed = (SECRET + "\n").repeat(9_000).getBytes(StandardCharsets.UTF_8);
        Contents there = user("an", true, true).contents();
        bring(there, ZONE, deed);
        assertEquals(
                List.of("0"),
                sql("SELECT count(*) FROM person.content_part WHERE substr(body, 1, 1) <> '\\x01'"
                        + " OR position('Nguyễn'::bytea IN body) > 0"));
        accounts.sql(
                "UPDATE person.content_part SET body = (SELECT body FROM person.content_part WHERE part = 0) WHERE part = 1");
        assertEquals(part(deed, 0).length, there.part(ZONE, of(deed), 0).length);
        assertEquals(
                "content-broken",
                assertThrows(RemoteException.class, () -> there.part(ZONE, of(deed), 1))
                        .code());
        accounts.sql(BROKEN);
        assertEquals(
                "content-broken",
                assertThrows(RemoteException.class, () -> there.part(ZONE, of(deed), 0))
                        .code());
    }

    @Test
    void aTurnedKeySealsContentsAnewAndTheyStayReadable() throws Exception {
        String file = "contents.key";
        Files.copy(accounts.server().keyFile("person.key"), accounts.server().keyFile(file));
        accounts.server().give(accounts.server().keyFile(file));
        accounts.server().keyed(accounts.database(), file);
        byte[] scan = noise(4, Content.PART_BYTES + 9);
        Contents there = user("an", true, true).contents();
        bring(there, ZONE, scan);
        String before = sql("SELECT encode(substr(body, 2, 8), 'hex') FROM person.content_part")
                .get(0);
        accounts.server().newKey(file);
        try (PostgisPersons persons = new PostgisPersons(accounts.address("quan_tri"))) {
            persons.seal(zone -> {});
            assertEquals(0, persons.seal(zone -> {}));
        }
        assertEquals(
                List.of("0"),
                sql("SELECT count(*) FROM person.content_part WHERE encode(substr(body, 2, 8), 'hex') = '" + before
                        + "'"));
        assertArrayEquals(
                Arrays.copyOf(scan, Content.PART_BYTES),
                user("an", true, true).contents().part(ZONE, of(scan), 0));
    }

    @Test
    void oneWithoutTheseFunctionsSaysSo() throws Exception {
        Contents there = user("an", true, true).contents();
        accounts.sql("DROP FUNCTION sync_api.content_missing(int, jsonb)");
        RemoteException told = assertThrows(RemoteException.class, () -> there.missing(ZONE, List.of(of(noise(9, 5)))));
        assertEquals("function-unknown", told.code());
        assertEquals(List.of("content_missing"), told.arguments());
    }

    @Test
    void partsNobodySettledGoAfterADay() throws Exception {
        byte[] scan = noise(6, Content.PART_BYTES + 1);
        Contents there = user("an", true, true).contents();
        there.bring(ZONE, of(scan), 0, part(scan, 0));
        bring(there, ZONE, noise(7, 5));
        accounts.sql(AGED);
        bring(there, ZONE, noise(8, 5));
        assertEquals(
                List.of(of(noise(7, 5)).sha256(), of(noise(8, 5)).sha256()),
                sql("SELECT sha256 FROM person.content_part ORDER BY bytes, brought_at"));
        bring(there, ZONE, scan);
    }
}
