package vn.diaba.store.authority;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.TamperContract;

/** An embedded land database changed by one who has its key. */
class TamperTest extends TamperContract {
    private static final String ROW = " WHERE ZONE = 1 AND SEQ = %1$d";
    private static final String PUSHED = " WHERE ID = (SELECT CHANGE_SET FROM ENTRY WHERE ZONE = 1 AND SEQ = %1$d)";

    @TempDir
    Path base;

    private AuthorityFolder files;
    private HeldTables tables;
    private LocalAuthority authority;

    @Override
    protected LandDatabase made() throws Exception {
        Path folder = base.resolve("central");
        Keys keys = Keys.in(base.resolve("keys"));
        LocalAuthority made = LocalAuthority.create(folder, keys, LandJudge.LENIENT, Clock.systemUTC());
        authority = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Clock.systemUTC());
        files = AuthorityFolder.find(folder, keys);
        tables = new HeldTables(files, Clock.systemUTC(), Safeguards.ALL);
        return made;
    }

    @Override
    protected Provable proof() {
        return authority.logs();
    }

    @AfterEach
    void close() throws Exception {
        tables.close();
        authority.close();
    }

    /** The same bytes but the first. */
    private static String other(String column) {
        return "CASE SUBSTRING(" + column + " FROM 1 FOR 1) WHEN X'00' THEN X'01' ELSE X'00' END || SUBSTRING(" + column
                + " FROM 2)";
    }

    @Override
    protected List<String> edits() {
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

    @Override
    protected List<Provable.Fault> tampered(String edit) {
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
        return found;
    }

    @Override
    protected void cutOffAfter(int seq) throws Exception {
        List<String> cuts = List.of(
                "DELETE FROM PUSHED WHERE ID IN (SELECT CHANGE_SET FROM ENTRY WHERE SEQ > %1$d)",
                "DELETE FROM OBJECT_VERSION WHERE OBJECT IN (SELECT OBJECT FROM CHANGE WHERE SEQ > %1$d)",
                "DELETE FROM CHANGE WHERE SEQ > %1$d",
                "DELETE FROM ENTRY WHERE SEQ > %1$d",
                "UPDATE ZONE SET HEAD_SEQ = %1$d, HEAD_HASH = (SELECT HASH FROM ENTRY WHERE ZONE = 1 AND SEQ = %1$d)");
        tables.call(true, connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String one : cuts) {
                    statement.execute(String.format(one, seq));
                }
            }
            return true;
        });
    }
}
