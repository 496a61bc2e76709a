package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A land database made before persons were sealed, with persons in it, is brought up to date. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class SealingMigrationPostgisTest {
    private static final String WORD = "Chimdilangthang";
    private static final int SEALING = 10;
    private static final Pattern VERSION = Pattern.compile("V([0-9]+)__.*");
    private static final String OPENED = "SELECT string_agg(t, ',' ORDER BY t) FROM ("
            + "SELECT person.opened(body, person.place(zone_id, kind, object_id, second_id), person.keys())::jsonb ->> 'name' AS t"
            + " FROM person.secret UNION ALL"
            + " SELECT person.opened(person, concat_ws('|', 'entry', zone_id, seq), person.keys()) FROM person.entry UNION ALL"
            + " SELECT person.opened(person, concat_ws('|', 'proposal', proposal_id), person.keys()) FROM person.proposal UNION ALL"
            + " SELECT person.opened(reason, concat_ws('|', 'reason', proposal_id), person.keys()) FROM person.proposal UNION ALL"
            + " SELECT person.opened(reason, concat_ws('|', 'reveal', seq), person.keys()) FROM person.reveal) x";

    private final PostgisServer server;

    SealingMigrationPostgisTest(PostgisServer server) {
        this.server = server;
    }

    private static List<Path> scripts() throws Exception {
        Path here = Path.of(resource().toURI()).getParent();
        try (Stream<Path> files = Files.list(here)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing(file -> String.format("%03d %s", version(file), file)))
                    .toList();
        }
    }

    private static java.net.URL resource() throws URISyntaxException {
        java.net.URL found = PostgisSchema.class.getResource("V10__sealed_persons.sql");
        if (found == null) {
            throw new URISyntaxException("V10", "is missing");
        }
        return found;
    }

    /** Repeatable ones come after all others. */
    private static int version(Path file) {
        Matcher name = VERSION.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 999;
    }

    private void run(String database, int from, int to) throws Exception {
        try (Connection connection = server.connection("dba", database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Path script : scripts()) {
                if (version(script) >= from && version(script) <= to) {
                    statement.execute(Files.readString(script));
                    connection.commit();
                }
            }
        }
    }

    private void old(String database) throws Exception {
        server.sql("postgres", "CREATE DATABASE " + database);
        run(database, 1, SEALING - 1);
        server.sql(
                database,
                "INSERT INTO sync.zone(zone_id, province_id, name, srid) VALUES (1, 79, 'Một', 9210)",
                "INSERT INTO person.secret SELECT 79, 1, 'record', gen_random_uuid(), gen_random_uuid(),"
                        + " '{\"name\": \"" + WORD + "1\"}', 1, now()",
                "INSERT INTO person.entry VALUES (79, 1, 1, '" + WORD + "2')",
                "INSERT INTO person.proposal VALUES (79, 1, gen_random_uuid(), '" + WORD + "3', '" + WORD + "4')",
                "INSERT INTO sync.reveal(username, zone_id, parcel_id, reason) VALUES ('an', 1, gen_random_uuid(), '"
                        + WORD + "5')");
    }

    private void holds(String database) throws Exception {
        assertEquals(
                List.of(WORD + "1," + WORD + "2," + WORD + "3," + WORD + "4," + WORD + "5"),
                server.texts(database, OPENED));
        assertEquals(
                List.of(),
                server.texts(database, "SELECT fault FROM sync_api.verify_audit('reveal')"),
                "its chain is as it was");
    }

    private List<String> traces(String database) throws Exception {
        server.sql(database, "CHECKPOINT");
        String file = server.texts(database, "SELECT pg_relation_filepath('person.secret_79')")
                .get(0);
        return List.copyOf(Traces.of(server.dataFolder().resolve(file).getParent(), List.of(WORD)));
    }

    @Test
    void withAKeyInPlaceAllIsSealedAndNoFileOfTheDatabaseKeepsTheOldRows() throws Exception {
        old("before1");
        assertFalse(traces("before1").isEmpty());
        server.keyed("before1", "person.key");
        run("before1", SEALING, 999);
        holds("before1");
        assertEquals(List.of("1"), server.texts("before1", "SELECT DISTINCT get_byte(body, 0) FROM person.secret"));
        assertEquals(List.of(), traces("before1"));
    }

    @Test
    void withoutAKeyPersonsLieAsTheyDid() throws Exception {
        old("before2");
        run("before2", SEALING, 999);
        holds("before2");
        assertFalse(traces("before2").isEmpty());
    }
}
