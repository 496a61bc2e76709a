package vn.diaba.store.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** One who has the key of an embedded land database changes a row of its logs, and is found. */
class TamperTest {
    private static final int ENTRIES = 30;
    private static final int EDITS = 100;
    private static final String ROW = " WHERE ZONE = 1 AND SEQ = %1$d";
    private static final String PUSHED = " WHERE ID = (SELECT CHANGE_SET FROM ENTRY WHERE ZONE = 1 AND SEQ = %1$d)";

    @TempDir
    Path base;

    private Path folder;
    private Keys keys;

    @BeforeEach
    void fill() throws Exception {
        folder = base.resolve("central");
        keys = Keys.in(base.resolve("keys"));
        Fabric land = SampleCommune.of(150);
        try (LocalAuthority central = LocalAuthority.create(folder, keys, LandJudge.LENIENT, Clock.systemUTC())) {
            central.load(new ZoneSpec(1, "Phường thử", 9210), land);
            for (int n = 0; n < ENTRIES; n++) {
                assertInstanceOf(PushAnswer.Accepted.class, central.push(TwoParcels.renumbered(land, 2 * n, 1)));
            }
            assertEquals(List.of(), central.logs().verify());
        }
    }

    /** The same bytes but the first. */
    private static String other(String column) {
        return "CASE SUBSTRING(" + column + " FROM 1 FOR 1) WHEN X'00' THEN X'01' ELSE X'00' END || SUBSTRING(" + column
                + " FROM 2)";
    }

    private static List<String> edits() {
        List<String> edits = new ArrayList<>();
        for (String column : List.of("HASH", "PREVIOUS", "PERSON_HASH", "LAND", "PERSON")) {
            edits.add("UPDATE ENTRY SET " + column + " = " + other(column) + ROW);
        }
        edits.add("UPDATE ENTRY SET AUTHOR = 'ai đó'" + ROW);
        edits.add("UPDATE ENTRY SET ACCEPTED_AT = DATEADD(MICROSECOND, 1, ACCEPTED_AT)" + ROW);
        edits.add("UPDATE ENTRY SET CHANGE_SET = RANDOM_UUID()" + ROW);
        edits.add("UPDATE ENTRY SET SEQ = SEQ + 1000" + ROW);
        edits.add("UPDATE ENTRY SET SEQ = CASE SEQ WHEN %1$d THEN %1$d + 2000 ELSE SEQ END" + ROW);
        edits.add("DELETE FROM ENTRY" + ROW);
        edits.add(
                "INSERT INTO ENTRY SELECT ZONE, SEQ + 1000, CHANGE_SET, LAND, PERSON, PERSON_HASH, AUTHOR, ACCEPTED_AT,"
                        + " PREVIOUS, HASH FROM ENTRY" + ROW);
        edits.add("UPDATE CHANGE SET VERSION = VERSION + 1" + ROW + " AND IDX = 0");
        edits.add("UPDATE CHANGE SET OBJECT = OBJECT || 'x'" + ROW + " AND IDX = 1");
        edits.add("UPDATE CHANGE SET KIND = 'record'" + ROW + " AND IDX = 1");
        edits.add("UPDATE CHANGE SET OP = 'D'" + ROW + " AND IDX = 0");
        edits.add("UPDATE CHANGE SET IDX = IDX + 5" + ROW + " AND IDX = 1");
        edits.add("UPDATE CHANGE SET SEQ = SEQ + 1000" + ROW + " AND IDX = 0");
        edits.add("DELETE FROM CHANGE" + ROW + " AND IDX = 1");
        edits.add(
                "INSERT INTO CHANGE SELECT ZONE, SEQ, 9, KIND, OBJECT, OP, VERSION FROM CHANGE" + ROW + " AND IDX = 0");
        edits.add("UPDATE PUSHED SET AUTHOR = 'ai đó'" + PUSHED);
        edits.add("UPDATE PUSHED SET HASH = " + other("HASH") + PUSHED);
        edits.add("UPDATE PUSHED SET ANSWER = X'00' || ANSWER" + PUSHED);
        edits.add("UPDATE PUSHED SET ANSWERED_AT = DATEADD(DAY, 1, ANSWERED_AT)" + PUSHED);
        edits.add("UPDATE PUSHED SET ID = RANDOM_UUID()" + PUSHED);
        edits.add("DELETE FROM PUSHED" + PUSHED);
        edits.add("INSERT INTO PUSHED SELECT RANDOM_UUID(), CLIENT, AUTHOR, HASH, ANSWER, ANSWERED_AT FROM PUSHED"
                + PUSHED);
        return edits;
    }

    @Test
    void eachOf100EditsOfTheLogsIsFoundWithItsPlace() throws Exception {
        Random random = new Random(19);
        List<String> edits = edits();
        List<String> wrong = new ArrayList<>();
        AuthorityFolder files = AuthorityFolder.find(folder, keys);
        HeldTables tables = new HeldTables(files, Clock.systemUTC(), Safeguards.ALL);
        for (int n = 0; n < EDITS; n++) {
            int seq = 2 + random.nextInt(ENTRIES - 3);
            String edit = String.format(n < edits.size() ? edits.get(n) : edits.get(random.nextInt(edits.size())), seq);
            List<Provable.Fault> found = new ArrayList<>();
            assertThrows(
                    StoreException.class,
                    () -> tables.call(true, connection -> {
                        try (Statement statement = connection.createStatement()) {
                            assertTrue(statement.executeUpdate(edit) > 0, edit);
                        }
                        found.addAll(AuthorityProof.faults(new AuthorityTables(connection, files.cipher())));
                        throw new StoreException("taken-back", List.of(), null);
                    }));
            boolean named = found.stream()
                    .anyMatch(fault -> fault.log().equals("1") && (fault.seq() == seq || fault.seq() > ENTRIES));
            if (!named) {
                wrong.add(edit + " was found at " + found);
            }
        }
        tables.close();
        assertEquals(List.of(), wrong);
    }

    @Test
    void anEndThatWasCutOffCleanlyIsFoundByTheHeadThatWasKept() throws Exception {
        List<Provable.Head> kept;
        try (LocalAuthority central = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Clock.systemUTC())) {
            kept = central.logs().heads();
            assertEquals(List.of(), central.logs().verify(kept));
        }
        HeldTables tables = new HeldTables(AuthorityFolder.find(folder, keys), Clock.systemUTC(), Safeguards.ALL);
        tables.call(true, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM PUSHED WHERE ID IN (SELECT CHANGE_SET FROM ENTRY WHERE SEQ > 28)");
                statement.execute(
                        "DELETE FROM OBJECT_VERSION WHERE OBJECT IN (SELECT OBJECT FROM CHANGE WHERE SEQ > 28)");
                statement.execute("DELETE FROM CHANGE WHERE SEQ > 28");
                statement.execute("DELETE FROM ENTRY WHERE SEQ > 28");
                statement.execute(
                        "UPDATE ZONE SET HEAD_SEQ = 28, HEAD_HASH = (SELECT HASH FROM ENTRY WHERE ZONE = 1 AND SEQ = 28)");
            }
            return true;
        });
        tables.close();
        try (LocalAuthority central = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Clock.systemUTC())) {
            assertEquals(List.of(), central.logs().verify(), "it proves itself");
            assertEquals(
                    List.of(new Provable.Fault("1", ENTRIES, "not-as-kept")),
                    central.logs().verify(kept));
        }
    }
}
